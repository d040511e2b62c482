package millrace.catalog;

import java.util.List;
import millrace.design.Value;
import millrace.operator.WindowSpec;

/** Windows of one size that overlap. */
final class Sliding extends WindowType {
    Sliding() {
        super("sliding", "Sliding", "Overlapping in time", timed(new Form(), form -> form
                .duration("size", "Size", "How long each window is.", 1)
                .duration("slide", "Slide", "How much later the next one begins.", 1)
                .duration("offset", "Offset", "How much later than the full hour windows begin.", Long.MIN_VALUE,
                        "0 s")));
    }

    @Override
    public String icon() {
        return "M2.5 4H9.5V7H2.5Z M6.5 8.5H13.5V11.5H6.5Z M10.5 13H17.5V16H10.5Z";
    }

    @Override
    public String help() {
        return "Answers for the last stretch of time, again and again: a window of the given size begins every slide. "
                + "An event belongs to size / slide windows. Common mistake: to think that this is cheap. 24 hours every "
                + "15 minutes puts every event into 96 windows.";
    }

    @Override
    public List<String> patterns() {
        return also(super.patterns(), "Sliding {0} every {1}");
    }

    @Override
    public Phrase suggestedName(Value.Group settings) {
        return Phrase.of("Sliding {0} every {1}", duration(settings, "size"), duration(settings, "slide"));
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("size", Value.of("5 min"))
                .withAt("slide", Value.of("1 min"))
                .withAt("aggregates", Value.of(List.of(Value.of("count"))));
    }

    @Override
    WindowSpec window(Reader reader) {
        long size = reader.duration("size");
        long slide = reader.duration("slide");
        limitCopies(reader, "slide", size, slide);
        if (!reader.failed() && slide > size) {
            reader.warning("slide", "catalog.gaps");
        }
        return new WindowSpec.Sliding(size, slide, reader.duration("offset"));
    }
}

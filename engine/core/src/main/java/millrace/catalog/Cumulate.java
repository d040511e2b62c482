package millrace.catalog;

import java.util.List;
import millrace.design.Value;
import millrace.operator.WindowSpec;

/** Windows that share a start and grow step by step. */
final class Cumulate extends WindowType {
    Cumulate() {
        super("cumulate", "Cumulate", "From one start, growing", timed(new Form(), form -> form
                .duration("size", "Size", "How long the longest window is.", 1)
                .duration("step", "Step", "By how much they grow.", 1)
                .duration("offset", "Offset", "How much later than the full hour windows begin.", Long.MIN_VALUE,
                        "0 s")));
    }

    @Override
    public String icon() {
        return "M3 3V17 M3 4H8V7H3 M3 8.5H12.5V11.5H3 M3 13H17V16H3";
    }

    @Override
    public String help() {
        return "Answers for the time since the start, step by step, until the full size is reached; then it begins anew: "
                + "the day so far, every hour. Common mistake: to add its results up. Each contains those before it, so "
                + "only the last of a size counts.";
    }

    @Override
    public List<String> patterns() {
        return also(super.patterns(), "Cumulate {0} by {1}");
    }

    @Override
    public Phrase suggestedName(Value.Group settings) {
        return Phrase.of("Cumulate {0} by {1}", duration(settings, "size"), duration(settings, "step"));
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("size", Value.of("10 min"))
                .withAt("step", Value.of("2 min"))
                .withAt("aggregates", Value.of(List.of(Value.of("count"))));
    }

    @Override
    WindowSpec window(Reader reader) {
        long size = reader.duration("size");
        long step = reader.duration("step");
        limitCopies(reader, "step", size, step);
        if (!reader.failed() && size % step != 0) {
            reader.error("step", "catalog.uneven-step", millrace.design.Durations.format(step * (size / step + 1)));
        }
        return new WindowSpec.Cumulate(size, step, reader.duration("offset"));
    }
}

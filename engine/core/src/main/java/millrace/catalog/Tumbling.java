package millrace.catalog;

import java.util.List;
import millrace.design.Value;
import millrace.operator.WindowSpec;

/** Windows of one size, one after another. */
final class Tumbling extends WindowType {
    Tumbling() {
        super("tumbling", "Tumbling", "One after another", timed(new Form(), form -> form
                .duration("size", "Size", "How long each window is.", 1)
                .duration("offset", "Offset", "How much later than the full hour windows begin.", Long.MIN_VALUE,
                        "0 s")));
    }

    @Override
    public String icon() {
        return "M2.5 5H17.5V15H2.5Z M7.5 5V15 M12.5 5V15";
    }

    @Override
    public String help() {
        return "Cuts time into windows of equal size and answers once for each: every event belongs to exactly one. "
                + "Windows begin at full minutes or hours, not at the first event, so the first is seldom whole. Common "
                + "mistake: to think that a window fires by the clock. It fires when the watermark passes its end, which "
                + "needs a later event; and a window without events gives no row at all, not 0.";
    }

    @Override
    public List<String> patterns() {
        return also(super.patterns(), "Tumbling {0}");
    }

    @Override
    public Phrase suggestedName(Value.Group settings) {
        return Phrase.of("Tumbling {0}", duration(settings, "size"));
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("size", Value.of("2 min"))
                .withAt("aggregates", Value.of(List.of(Value.of("count"))));
    }

    @Override
    WindowSpec window(Reader reader) {
        return new WindowSpec.Tumbling(reader.duration("size"), reader.duration("offset"));
    }
}

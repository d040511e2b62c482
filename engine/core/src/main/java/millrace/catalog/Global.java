package millrace.catalog;

import java.util.List;
import millrace.design.Value;
import millrace.operator.WindowSpec;

/** One window for all time. */
final class Global extends WindowType {
    Global() {
        super("global", "Global", "One for all time", timed(new Form(), form -> form));
    }

    @Override
    public String icon() {
        return "M2.5 5H17.5V15H2.5Z M6 10H14 M8 8L6 10L8 12 M12 8L14 10L12 12";
    }

    @Override
    public String help() {
        return "One window that holds everything. It ends only with the input; before that it answers if 'early' says so. "
                + "Common mistake: to forget the trigger. Without early answers, and with a source that never ends, it "
                + "says nothing at all, and its state only grows.";
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("aggregates", Value.of(List.of(Value.of("count"))))
                .withAt("early.kind", Value.of("count"))
                .withAt("early.count", Value.of(1));
    }

    @Override
    WindowSpec window(Reader reader) {
        return new WindowSpec.Global();
    }
}

package millrace.catalog;

import java.util.List;
import millrace.design.Durations;
import millrace.design.Value;
import millrace.operator.WindowSpec;

/** Windows that slide by events, not by the clock. */
final class EventSliding extends WindowType {
    private static final long LONGEST = Durations.MAX / 4;

    EventSliding() {
        super("event-sliding", "Per event", "What came just before", timed(new Form(), form -> form
                .required("difference", "Difference",
                        "Two events are in one window if they are no further apart than this.",
                        new Setting.Kind.Duration(0, LONGEST))));
    }

    @Override
    public String icon() {
        return "M2.5 5H11.5 M11.5 3V7 M5.5 10H14.5 M14.5 8V12 M8.5 15H17.5 M17.5 13V17";
    }

    @Override
    public String help() {
        return "Answers for the last stretch of time at each event: a window ends with every event of a key, and another "
                + "begins right after it as soon as there is an event in it. No answer is said twice, as by windows that "
                + "slide by the clock where nothing happens. Common mistake: to expect full minutes. These windows "
                + "begin and end at events, to the millisecond, and those of each key lie elsewhere.";
    }

    @Override
    public List<String> patterns() {
        return also(super.patterns(), "Last {0} at each");
    }

    @Override
    public Phrase suggestedName(Value.Group settings) {
        return Phrase.of("Last {0} at each", duration(settings, "difference"));
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("difference", Value.of("1 min"))
                .withAt("aggregates", Value.of(List.of(Value.of("count"))));
    }

    @Override
    WindowSpec window(Reader reader) {
        return new WindowSpec.EventSliding(reader.duration("difference"));
    }
}

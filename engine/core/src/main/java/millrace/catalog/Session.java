package millrace.catalog;

import java.util.List;
import millrace.design.Value;
import millrace.operator.WindowSpec;

/** Windows of activity, ended by a pause. */
final class Session extends WindowType {
    Session() {
        super("session", "Session", "Activity, until a pause", timed(new Form(), form -> form
                .duration("gap", "Gap", "A pause of this length ends a session.", 1)));
    }

    @Override
    public String icon() {
        return "M2.5 5.5H7V14.5H2.5Z M13 5.5H17.5V14.5H13Z M9.25 10H10.75";
    }

    @Override
    public String help() {
        return "Gathers the events of a key that follow each other within the gap. A session grows with each event, and "
                + "ends when a pause is long enough. Common mistake: to think that sessions are final. A late event "
                + "between two sessions joins them into one, and what was said about the two no longer holds.";
    }

    @Override
    public List<String> patterns() {
        return also(super.patterns(), "Session {0}");
    }

    @Override
    public Phrase suggestedName(Value.Group settings) {
        return Phrase.of("Session {0}", duration(settings, "gap"));
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("gap", Value.of("30 s"))
                .withAt("aggregates", Value.of(List.of(Value.of("count"))));
    }

    @Override
    WindowSpec window(Reader reader) {
        return new WindowSpec.Session(reader.duration("gap"));
    }
}

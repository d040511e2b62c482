package millrace.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import millrace.catalog.Setting.Kind;
import millrace.operator.Interference;
import millrace.operator.Interference.Stop;
import millrace.operator.Interference.Touch;
import millrace.operator.Interference.What;
import millrace.operator.SourceSpec.Timetable.Entry;

/** Reads what the design does to the events of a source. */
final class Touches {
    private Touches() {}

    static List<Setting> touch() {
        return new Form()
                .required("event", "Event", "Its number in the order in which the source sends them, from 1.",
                        new Kind.Whole(1, 1_000_000_000))
                .choice("what", "What", "What is done to it.", "drop:Left out", "delay:Put off", "duplicate:Doubled")
                .when("what", "delay", "duplicate")
                .duration("by", "By", "How much later it arrives, or the second of it.", 0, "10 s")
                .settings();
    }

    static List<Setting> stop() {
        return new Form().required("from", "From", "When it falls silent.", new Kind.Time())
                .required("to", "To", "When it goes on.", new Kind.Time())
                .choice("events", "Events", "What becomes of those that would arrive meanwhile.",
                        "held:Arrive when it goes on", "lost:Never arrive")
                .settings();
    }

    static Interference read(Reader reader, List<Entry> inserted) {
        List<Touch> touched = new ArrayList<>();
        for (Reader one : reader.each("touched")) {
            Touch touch = touch(one);
            if (touched.stream().anyMatch(t -> t.event() == touch.event()))
                one.error("event", "catalog.duplicate-event", touch.event());
            touched.add(touch);
        }
        return new Interference(touched, inserted, stops(reader));
    }

    private static Touch touch(Reader one) {
        What what = switch (one.choice("what")) {
            case "delay" -> What.DELAY;
            case "duplicate" -> What.DUPLICATE;
            default -> What.DROP;
        };
        return new Touch(one.whole("event"), what, what == What.DROP ? 0 : one.duration("by"));
    }

    private static List<Stop> stops(Reader reader) {
        List<Stop> stops = new ArrayList<>();
        for (Reader one : reader.each("stops")) {
            OptionalLong from = one.time("from");
            OptionalLong to = one.time("to");
            Stop stop = new Stop(from.orElse(0), to.orElse(0), one.choice("events").equals("held"));
            if (from.isPresent() && to.isPresent() && stop.to() <= stop.from())
                one.error("to", "catalog.not-ascending.span");
            if (stops.stream().anyMatch(s -> s.from() < stop.to() && stop.from() < s.to()))
                one.error("from", "catalog.overlaps");
            stops.add(stop);
        }
        stops.sort(Comparator.comparingLong(Stop::from));
        return stops;
    }
}

package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.compile.Plan.PlanWire;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.event.Pane;
import millrace.event.Schema;
import millrace.operator.Dialect;
import millrace.operator.SinkSpec;
import millrace.operator.SourceSpec;
import millrace.operator.SourceSpec.Timetable.Entry;
import millrace.operator.SourceTiming;
import millrace.operator.WatermarkSpec;
import millrace.operator.Work;

/**
 * A timetable for one window operator and what it must give. Lines (or parts divided by "|") of a timetable:
 * {@code 12:05:19 a=5@12:00:26} an event of key a and value 5 that happened at 12:00:26 and arrives at 12:05:19 (without
 * "@" it happened when it arrives), {@code 12:05:59 wm 12:02} the watermark, {@code 12:09:22 end} the end of the input. A part
 * without a time has that of the part before.
 *
 * <p>A result reads {@code 12:05:59 [12:00,12:02) a sum=5 ON_TIME}; "#2" is its index, "last" and "retraction" its marks, where they are
 * looked at; {@code 12:08:19 late a=9@12:01:26} is a dropped event.
 *
 * <p>Every scenario is run three times: as it is, watched by a recorder, and with everything saved and restored into a
 * new simulation between any two steps. All must give the same rows and the same hash after each step.
 */
final class Scenario {
    private static final Pattern EVENT = Pattern.compile("(?:(\\w+)=)?([^@\\s]+)(?:@(\\S+))?");
    private final Windows windows;
    private final boolean marks;
    private final Plan plan;
    private final List<String> rows = new ArrayList<>();

    private Scenario(Windows windows, boolean marks, String timetable) {
        this.windows = windows;
        this.marks = marks;
        plan = new Reader(windows).plan(timetable);
    }

    static Scenario of(Windows windows, String timetable) {
        return new Scenario(windows, false, timetable).run();
    }

    /** Also shows index and marks of each pane. */
    static Scenario withMarks(Windows windows, String timetable) {
        return new Scenario(windows, true, timetable).run();
    }

    /** Checks the rows, written one to a line; "nothing" = none. */
    void gives(String expected) {
        List<String> lines = expected.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        assertEquals(String.join("\n", lines.equals(List.of("nothing")) ? List.of() : lines),
                String.join("\n", rows));
    }

    List<String> rows() {
        return rows;
    }

    /** The plan that a timetable makes: source, window, a sink for panes and one for late events. */
    static Plan plan(Windows windows, String timetable) {
        return new Reader(windows).plan(timetable);
    }

    private Scenario run() {
        List<Long> hashes = new ArrayList<>();
        Simulation plain = new Simulation(plan, null, outlet(rows));
        while (plain.step())
            hashes.add(plain.hash());
        assertEquals(rows, InOneGo.rows(plan, plain, this::outlet));
        assertEquals(rows, watched(hashes), "a recorder changed the run");
        assertEquals(rows, interrupted(hashes), "saving and restoring changed the run");
        return this;
    }

    private List<String> watched(List<Long> hashes) {
        List<String> seen = new ArrayList<>();
        Simulation simulation = new Simulation(plan, new CountersRecorder(), outlet(seen));
        for (long hash : hashes) {
            simulation.step();
            if (simulation.hash() != hash) fail("watched, another state after step " + simulation.steps());
        }
        return seen;
    }

    private List<String> interrupted(List<Long> hashes) {
        List<String> seen = new ArrayList<>();
        Simulation simulation = new Simulation(plan, null, outlet(seen));
        for (long hash : hashes) {
            Keyframe keyframe = simulation.save();
            simulation.step();
            long after = simulation.hash();
            Simulation other = new Simulation(plan, null, Outlet.NONE);
            other.restore(keyframe);
            other.step();
            if (other.hash() != hash || after != hash) fail("restored, another state after step " + other.steps());
            simulation = new Simulation(plan, null, outlet(seen));
            simulation.restore(other.save());
        }
        return seen;
    }

    private Outlet outlet(List<String> to) {
        return (node, now, event) -> to.add(Clock.MIDNIGHT.format(now) + " " + text(event));
    }

    private String text(Event event) {
        if (!event.schema.panes()) {
            String key = windows.keyed() ? event.value(0) + "=" : "";
            return "late " + key + event.value(1) + "@" + Clock.MIDNIGHT.format(event.time);
        }
        Pane pane = Pane.of(event);
        StringBuilder text = new StringBuilder(bounds(pane));
        int values = windows.keyed() ? 3 : 2;
        if (windows.keyed()) text.append(' ').append(event.value(2));
        for (int i = values; i < event.schema.fields().size(); i++) {
            text.append(' ').append(event.schema.fields().get(i).name()).append('=').append(event.value(i));
        }
        text.append(' ').append(pane.timing());
        if (marks) text.append(" #").append(pane.index()).append(pane.last() ? " last" : "");
        if (pane.retraction()) text.append(" retraction");
        return text.toString();
    }

    private static String bounds(Pane pane) {
        if (pane.end() == Long.MAX_VALUE) return "[global)";
        if (pane.end() < 1000) return "[" + pane.start() + "," + pane.end() + ")";
        return "[" + Clock.MIDNIGHT.brief(pane.start()) + "," + Clock.MIDNIGHT.brief(pane.end()) + ")";
    }

    /** Reads a timetable and makes the plan: source, window, a sink for panes and one for late events. */
    private static final class Reader {
        private final Windows windows;
        private final List<Entry> rows = new ArrayList<>();
        private final List<long[]> script = new ArrayList<>();
        private SourceTiming.EndPolicy end = new SourceTiming.EndPolicy.Hold();
        private long at = -1;

        Reader(Windows windows) {
            this.windows = windows;
        }

        Plan plan(String timetable) {
            Arrays.stream(timetable.split("[|\n]")).map(String::strip).filter(p -> !p.isEmpty()).forEach(this::part);
            WatermarkSpec watermark = new WatermarkSpec.Script(column(0), column(1));
            SourceTiming timing = new SourceTiming(watermark, 0, 0, List.of(""), false, end);
            SourceSpec source = new SourceSpec.Timetable(windows.input(), timing, rows);
            return Plans.of(0, source, windows.operator());
        }

        private long[] column(int i) {
            return script.stream().mapToLong(s -> s[i]).toArray();
        }

        private void part(String part) {
            List<String> words = new ArrayList<>(List.of(part.split("\\s+")));
            var time = Clock.MIDNIGHT.parse(words.getFirst());
            if (time.isPresent()) {
                at = time.getAsLong();
                words.removeFirst();
            }
            if (words.getFirst().equals("wm")) script.add(new long[] {at, time(words.get(1))});
            else if (words.getFirst().equals("end")) end = new SourceTiming.EndPolicy.At(at);
            else
                words.forEach(this::event);
        }

        private static long time(String text) {
            return Clock.MIDNIGHT.parse(text).orElseThrow(() -> new IllegalArgumentException("no time: " + text));
        }

        private void event(String word) {
            Matcher m = EVENT.matcher(word);
            if (!m.matches()) throw new IllegalArgumentException("no event: " + word);
            long happened = m.group(3) == null ? at : time(m.group(3));
            String key = Optional.ofNullable(m.group(1)).orElse("a");
            rows.add(new Entry(rows.size(), happened, at, 0, Arrays.asList(key, value(m.group(2)))));
        }

        private Object value(String text) {
            if (text.equals("-")) return null;
            return switch (windows.valueType()) {
                case STRING -> text;
                case DOUBLE -> (Object) Double.valueOf(text);
                case BOOLEAN -> Boolean.valueOf(text);
                case LONG, TIMESTAMP -> Long.valueOf(text);
            };
        }
    }
}

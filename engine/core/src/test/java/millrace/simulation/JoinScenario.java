package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Clock;
import millrace.design.Outcome;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.format.DesignReader;
import millrace.operator.Files;
import millrace.operator.View;
import org.jspecify.annotations.Nullable;

/**
 * Two timetables, a join between them, and what must come. Lines (or parts divided by "|"): {@code 12:05:19 left a=5@12:00:26} an event
 * of key a and value 5 on the left side that happened at 12:00:26 and arrives at 12:05:19 (without "@" it happened when it
 * arrived; "-" is no value), {@code 12:05:59 right wm 12:02} its side's watermark (without any it ascends), {@code 12:09 left end}. A
 * side that does not end stays open.
 *
 * <p>A result reads {@code 12:05:19 out key=a leftValue=5 ... @12:00:26}: when it came, where, its fields that have a value,
 * its event time. Runs are repeated watched, and saved and restored into a new simulation between any two steps; all must
 * give the same.
 */
final class JoinScenario {
    private static final List<String> SIDES = List.of("left", "right");

    private final Plan plan;
    private final List<String> rows = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<String, List<String>> entries = new LinkedHashMap<>();
    private final Map<String, List<String>> scripts = new LinkedHashMap<>();
    private final Map<String, String> ends = new LinkedHashMap<>();
    private String at = "";
    private Simulation last;

    private JoinScenario(String type, String settings, String design, String timetable) {
        SIDES.forEach(s -> {
            entries.put(s, new ArrayList<>());
            scripts.put(s, new ArrayList<>());
        });
        Arrays.stream(timetable.split("[|\n]")).map(String::strip).filter(p -> !p.isEmpty()).forEach(this::part);
        String ports = type.startsWith("stream-table") ? "stream table" : "left right";
        plan = plan(type, settings, design, ports.split(" "));
        last = new Simulation(plan, null, outlet(rows, events));
    }

    static JoinScenario of(String type, String settings, String timetable) {
        return new JoinScenario(type, settings.replace('\'', '"'), "", timetable).run();
    }

    /** @param design settings of the design, as {@code 'dialect': 'flink'} */
    static JoinScenario of(String type, String settings, String design, String timetable) {
        return new JoinScenario(type, settings.replace('\'', '"'), design.replace('\'', '"'), timetable).run();
    }

    JoinScenario gives(String expected) {
        List<String> lines = expected.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        assertEquals(String.join("\n", lines.equals(List.of("nothing")) ? List.of() : lines), String.join("\n", rows));
        return this;
    }

    List<String> rows() {
        return rows;
    }

    List<Event> events() {
        return events;
    }

    Plan plan() {
        return plan;
    }

    /** How many events each side keeps at the end. */
    String kept() {
        return last.view(plan.nodeNumber("join"), 0) instanceof View.Join j ? j.leftSize() + " + " + j.rightSize()
                : "no join";
    }

    private void part(String part) {
        List<String> words = new ArrayList<>(List.of(part.split("\\s+")));
        if (!SIDES.contains(words.getFirst())) at = words.removeFirst();
        String side = words.removeFirst();
        if (words.getFirst().equals("wm")) scripts.get(side).add("[\"" + at + "\", \"" + words.get(1) + "\"]");
        else if (words.getFirst().equals("end")) ends.put(side, at);
        else
            words.forEach(w -> event(side, w));
    }

    private void event(String side, String word) {
        String[] parts = word.split("[=@]");
        String happened = parts.length > 2 ? parts[2] : at;
        String key = parts[0].equals("-") ? "null" : "\"" + parts[0] + "\"";
        String value = parts[1].equals("-") ? "null" : parts[1];
        entries.get(side).add("[\"" + happened + "\", \"" + at + "\", " + key + ", " + value + "]");
    }

    private String source(String side) {
        boolean ascends = scripts.get(side).isEmpty();
        return "{\"id\": \"" + side + "\", \"type\": \"timetable\", \"settings\": {\"fields\": {\"key\": \"string\", "
                + "\"value\": \"long\"}, \"key\": \"key\", \"rows\": " + entries.get(side) + ", \"watermark\": "
                + "{\"strategy\": \"" + (ascends ? "ascending\"" : "script\", \"script\": " + scripts.get(side)) + "}, "
                + "\"end\": \"" + (ends.containsKey(side) ? "at\", \"endAt\": \"" + ends.get(side) : "never") + "\"}}";
    }

    private Plan plan(String type, String settings, String design, String[] ports) {
        boolean late = type.equals("interval-join") || type.equals("window-join")
                || type.equals("stream-table-join") && !settings.contains("processing");
        String text = "{\"millrace\": 1, \"settings\": {" + design + "}, \"nodes\": [" + source("left") + ", "
                + source("right") + ", {\"id\": \"join\", \"type\": \"" + type + "\", \"settings\": {" + settings
                + "}}, {\"id\": \"out\", \"type\": \"results\"}" + (late ? ", {\"id\": \"late\", \"type\": \"results\"}"
                        : "")
                + "], \"wires\": [{\"from\": \"left\", \"to\": \"join." + ports[0]
                + "\"}, {\"from\": \"right\", \"to\": \"join."
                + ports[1] + "\"}, {\"from\": \"join\", \"to\": \"out\"}"
                + (late ? ", {\"from\": \"join.late\", \"to\": \"late\"}" : "") + "]}";
        Outcome<Plan> outcome = Compiler.compile(DesignReader.read(text, "x").wholeDesign().orElseThrow(), Files.NONE);
        assertEquals(List.of(), outcome.problems());
        return outcome.value().orElseThrow();
    }

    private JoinScenario run() {
        List<Long> hashes = new ArrayList<>();
        while (last.step())
            hashes.add(last.hash());
        assertEquals(rows, InOneGo.rows(plan, last, to -> outlet(to, new ArrayList<>())));
        assertEquals(rows, watched(hashes), "a recorder changed the run");
        assertEquals(rows, interrupted(hashes), "saving and restoring changed the run");
        return this;
    }

    private List<String> watched(List<Long> hashes) {
        List<String> seen = new ArrayList<>();
        Simulation simulation = new Simulation(plan, new CountersRecorder(), outlet(seen, new ArrayList<>()));
        for (long hash : hashes) {
            simulation.step();
            if (simulation.hash() != hash) fail("watched, another state after step " + simulation.steps());
        }
        return seen;
    }

    private List<String> interrupted(List<Long> hashes) {
        List<String> seen = new ArrayList<>();
        Simulation simulation = new Simulation(plan, null, outlet(seen, new ArrayList<>()));
        for (long hash : hashes) {
            Keyframe keyframe = simulation.save();
            simulation.step();
            long after = simulation.hash();
            Simulation other = new Simulation(plan, null, Outlet.NONE);
            other.restore(keyframe);
            other.step();
            if (other.hash() != hash || after != hash) fail("restored, another state after step " + other.steps());
            // Goes on watched: the one that it is held against never is.
            simulation = new Simulation(plan, new CountersRecorder(), outlet(seen, new ArrayList<>()));
            simulation.restore(other.save());
        }
        return seen;
    }

    private Outlet outlet(List<String> to, List<Event> all) {
        return (node, now, event) -> {
            to.add(Clock.MIDNIGHT.format(now) + " " + plan.nodes().get(node).id() + " " + text(event));
            all.add(event);
        };
    }

    static String text(Event event) {
        Schema schema = event.schema;
        List<String> words = new ArrayList<>();
        if (schema.changelog()) words.add(ChangeKind.of(event).sign());
        for (int i = 0; i < schema.fields().size(); i++) {
            Object value = event.value(i);
            if (value != null) words.add(schema.fields().get(i).name() + "=" + text(value, schema.type(i)));
        }
        words.add("@" + Clock.MIDNIGHT.format(event.time));
        return words.stream().collect(Collectors.joining(" "));
    }

    private static String text(@Nullable Object value, FieldType type) {
        return type == FieldType.TIMESTAMP && value instanceof Long t ? Clock.MIDNIGHT.format(t)
                : String.valueOf(value);
    }
}

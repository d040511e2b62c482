package millrace.cases;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;

/** Draws a design: nodes, each wired to the one it takes from, with settings as a design file holds them. */
final class Sketch {
    static final String SOURCE = "source";
    static final String PANES = "panes";
    static final String LATE = "late";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final List<Node> nodes = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private Value.Group settings = Value.Group.EMPTY;

    Sketch(String dialect) {
        settings = settings.with("dialect", Value.of(dialect));
    }

    /** An instant as a design writes it. */
    static Value time(long millis) {
        long seconds = Math.floorDiv(millis, 1000L);
        int nanos = (int) Math.floorMod(millis, 1000L) * 1_000_000;
        return Value.of(TIME.format(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC)));
    }

    /** When the run begins. */
    Sketch at(Value clock) {
        settings = settings.with("clock", clock);
        return this;
    }

    /** A setting of the design as a whole. */
    Sketch setting(String path, Value value) {
        settings = settings.withAt(path, value);
        return this;
    }

    static Value duration(long millis) {
        return Value.of(millis + " ms");
    }

    Sketch source(Feed feed) {
        return startsAt(feed.start()).node(SOURCE, "timetable", feed.settings());
    }

    /** When the run begins. */
    Sketch startsAt(long time) {
        settings = settings.with("clock", time(time));
        return this;
    }

    Sketch node(String id, String type, Value.Group settings) {
        nodes.add(new Node(id, type, id, new Point(0, 0), settings));
        return this;
    }

    /** Draws a wire that takes its time. */
    Sketch wire(String from, String to, long transit) {
        wires.add(new Wire(PortRef.parse(from, PortRef.OUT), PortRef.parse(to, PortRef.IN),
                Value.Group.EMPTY.with("transit", duration(transit))));
        return this;
    }

    /** Draws a wire: "windows -> panes", "windows.late -> late". */
    Sketch wire(String from, String to) {
        wires.add(new Wire(PortRef.parse(from, PortRef.OUT), PortRef.parse(to, PortRef.IN)));
        return this;
    }

    /** The usual shape: windows over the source, with a sink for what they say and one for what came too late. */
    Sketch windows(String type, Value.Group settings) {
        node("windows", type, settings).wire(SOURCE, "windows");
        return sink(PANES).wire("windows", PANES).sink(LATE).wire("windows.late", LATE);
    }

    Sketch sink(String id) {
        return node(id, "results", Value.Group.EMPTY);
    }

    Design design() {
        return Design.EMPTY.withSettings(settings).withNodes(nodes).withWires(wires);
    }
}

package millrace.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import millrace.app.look.Figures;
import millrace.app.look.KeyColour;
import millrace.app.look.Keys;
import millrace.app.look.Theme;
import millrace.app.look.TimeAxis;
import millrace.app.text.Texts;
import millrace.compile.Plan;
import millrace.design.Clock;
import millrace.event.Event;
import millrace.event.Watermark;
import millrace.operator.Log;
import millrace.operator.StreamType;
import millrace.operator.TableJoin;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.operator.Work;

/** How the events and times of a run are written: their key, their figure, watermarks, windows. */
final class Labels {
    private static final long TWO_HOURS = 7_200_000L;
    /** A window in no more letters than "[12:00:00, 12:00:10)" stands as it is. */
    private static final int SHORT = 20;
    /** A longer one leaves no room for its result: the day is left out. */
    private static final int LONG = 22;
    private static final long DAY = 86_400_000L;
    private final List<Plan.PlanNode> nodes;
    private final Map<String, Plan.PlanNode> byId = new HashMap<>();
    private final Map<String, Integer> most = new HashMap<>();
    private final Map<String, List<Plan.PlanWire>> into = new HashMap<>();
    private final Map<String, Plan.PlanWire> wires = new HashMap<>();
    private final Clock clock;
    private final Keys keys;
    private final boolean hours;
    private final Lore lore;
    private final List<Plan.PlanWire> inOrder;
    /** Nodes that make or get panes of windows that count: their bounds are numbers of events, not times. */
    private final Set<String> counted = new HashSet<>();

    /** An event's key ("" if it has none) and the figure in its disc: the key's letter if it has nothing else. */
    record Face(String key, String figure) {}

    Labels(Optional<RunView> run) {
        nodes = run.map(r -> r.trace().plan().nodes()).orElse(List.of());
        lore = run.map(RunView::lore).orElse(Lore.NONE);
        inOrder = run.map(r -> r.trace().plan().wires()).orElse(List.of());
        nodes.forEach(n -> byId.put(n.id(), n));
        run.map(r -> r.trace().plan())
                .ifPresent(p -> nodes.forEach(n -> most.put(n.id(), p.most(p.nodeNumber(n.id())))));
        inOrder.forEach(w -> wires.put(w.id(), w));
        inOrder.forEach(w -> into.computeIfAbsent(nodeAt(w.to()), k -> new ArrayList<>()).add(w));
        clock = run.map(r -> r.trace().plan().clock()).orElse(Clock.MIDNIGHT);
        keys = run.map(RunView::keys).orElse(Keys.NONE);
        run.ifPresent(r -> findCounted(r.trace().plan()));
        hours = run.map(r -> r.end().time() - clock.start() > TWO_HOURS).orElse(false);
    }

    private void findCounted(Plan plan) {
        for (int i = 0; i < plan.nodes().size(); i++) {
            int node = i;
            boolean counts = plan.nodes().get(i).work() instanceof Work.Transform t
                    && t.operator() instanceof WindowOperator w ? w.window() instanceof WindowSpec.Count
                            : into.getOrDefault(plan.nodes().get(node).id(), List.of())
                                    .stream()
                                    .anyMatch(x -> counted.contains(plan.nodes().get(x.from()).id()));
            if (counts) counted.add(plan.nodes().get(i).id());
        }
    }

    /** How many records a segment of a log has; 0 = it has none. */
    int segment(String node) {
        return node(node).flatMap(n -> n.work() instanceof Work.Transform(Log log) ? log.compaction()
                : Optional.empty()).map(Log.Compaction::segment).orElse(0);
    }

    /** What the whole run says of its parts. */
    Lore lore() {
        return lore;
    }

    /** The join that made a pair; "" if it is none. */
    String joinOf(long pair) {
        return lore.joinOf(pair);
    }

    /** All wires, in the order of the plan. */
    List<Plan.PlanWire> wires() {
        return inOrder;
    }

    /** How many instances a node has if it is rescaled in the course of the run; else 0. */
    int rescaledTo(String node) {
        return node(node).map(n -> n.effort().instances() < instances(node) ? instances(node) : 0).orElse(0);
    }

    /** How many instances a node has at any time of the run. */
    int instances(String node) {
        return most.getOrDefault(node, 1);
    }

    Clock clock() {
        return clock;
    }

    Keys keys() {
        return keys;
    }

    KeyColour colour(Theme theme, String key) {
        return theme.key(keys, key);
    }

    Face onWire(Event event, String wire) {
        return face(event, wireKey(wire));
    }

    /** Place of the key among the fields on a wire, or -1. */
    private int wireKey(String wire) {
        Plan.PlanWire w = wires.get(wire);
        return w == null ? StreamType.UNKEYED : nodes.get(w.from()).outputs().get(w.output()).key();
    }

    /** The first of a pane's results, on a wire. */
    String result(Event pane, String wire) {
        return Figures.results(pane, wireKey(wire)).stream().findFirst().map(Figures.Named::value).orElse("");
    }

    /** As it came into a node. */
    Face into(Event event, String node) {
        return face(event, inputKey(node));
    }

    /** As it came into one of a node's inputs, counted from 0. */
    Face into(Event event, String node, int input) {
        List<StreamType> types = node(node).map(Plan.PlanNode::inputs).orElse(List.of());
        return face(event, input < types.size() ? types.get(input).key() : StreamType.UNKEYED);
    }

    /** A row of one of the tables that a join keeps. */
    Face ofTable(Event event, String node, int side) {
        return face(event, tableKey(node, side));
    }

    /** Place of the key among the fields of a side's table of a join, or -1. */
    int tableKey(String node, int side) {
        List<StreamType> types = node(node).map(Plan.PlanNode::inputs).orElse(List.of());
        if (node(node).map(Plan.PlanNode::work).orElse(null) instanceof Work.Transform(TableJoin join))
            return join.keyField(side);
        return side < types.size() ? types.get(side).key() : StreamType.UNKEYED;
    }

    /** Place of the field of a side's rows by which they name a row of the other table, or -1: their own key may be that. */
    int namedRow(String node, int side) {
        if (side == 0 && node(node).map(Plan.PlanNode::work).orElse(null) instanceof Work.Transform(TableJoin join))
            return join.foreign() ? join.shape().keys().getFirst() : StreamType.UNKEYED;
        return StreamType.UNKEYED;
    }

    /** A row that a node keeps: it has the fields of its output, or of its input if there is none. */
    Face row(Event event, String node) {
        return face(event, rowKey(node));
    }

    /** Place of the key among the fields of the rows that a node keeps, or -1. */
    int rowKey(String node) {
        boolean sink = node(node).filter(n -> n.outputs().isEmpty() || n.work() instanceof Work.Sink).isPresent();
        return sink ? inputKey(node) : outputKey(node);
    }

    private Optional<Plan.PlanNode> node(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** How long a node works on an event, ms. */
    long workTime(String node) {
        return node(node).map(n -> n.effort().workTime()).orElse(0L);
    }

    /** The wires that end at a node, in the order in which it counts its inputs. */
    List<Plan.PlanWire> wiresInto(String node) {
        return into.getOrDefault(node, List.of());
    }

    /** How many instances of a node send on each of its wires. */
    int instancesOf(int node) {
        return instances(nodes.get(node).id());
    }

    String nodeAt(int number) {
        return nodes.get(number).id();
    }

    /** As it left a node's first output. */
    Face outOf(Event event, String node) {
        return face(event, outputKey(node));
    }

    /** Place of the key among the fields that come into a node, or -1. */
    int inputKey(String node) {
        return node(node).map(Plan.PlanNode::inputs)
                .filter(t -> !t.isEmpty())
                .map(t -> t.getFirst().key())
                .orElse(StreamType.UNKEYED);
    }

    int outputKey(String node) {
        return node(node).map(Plan.PlanNode::outputs)
                .filter(t -> !t.isEmpty())
                .map(t -> t.getFirst().key())
                .orElse(StreamType.UNKEYED);
    }

    private Face face(Event event, int key) {
        boolean keyed = key >= 0 && key < event.schema.fields().size();
        String name = keyed ? Figures.text(event, key, clock) : "";
        String figure = Figures.disc(event, keyed ? key : -1);
        return new Face(name, figure.isEmpty() ? keys.letter(name) : figure);
    }

    /** A watermark in full: "12:07:02", "none yet", or the sign of infinity. */
    String watermark(long watermark) {
        if (watermark == Watermark.NONE) return Texts.of("canvas.watermark.none-yet");
        return watermark == Watermark.FINAL ? "\u221e" : moment(watermark);
    }

    /** An instant in a small space: "12:07:02", with "15 Jan" or "day 2" before it where it is another day. */
    String moment(long instant) {
        boolean otherDay = Math.floorDiv(instant, DAY) != Math.floorDiv(clock.start(), DAY);
        return (otherDay ? TimeAxis.day(instant, clock) + " " : "") + timeOfDay(instant);
    }

    /** Seconds rounded down: an assertion may be weakened, not strengthened. */
    private static long wholeSecond(long instant) {
        return instant - Math.floorMod(instant, 1000L);
    }

    /** A watermark on a tag: minutes and seconds, or hours and minutes in a long run. */
    String tag(long watermark) {
        if (watermark == Watermark.NONE) return Texts.of("canvas.watermark.none");
        if (watermark == Watermark.FINAL) return "\u221e";
        String text = timeOfDay(watermark);
        return hours ? text.substring(0, 5) : text.substring(3, 8);
    }

    private static String timeOfDay(long instant) {
        return Clock.MIDNIGHT.format(Math.floorMod(wholeSecond(instant), DAY));
    }

    /** The bound of a window in a small space: ":02", ":20" (seconds) or "14:00". */
    String bound(long instant, long size) {
        String text = timeOfDay(instant);
        if (size % 3_600_000L == 0)
            return size % DAY == 0 ? TimeAxis.day(instant, clock) : text.substring(0, 5);
        return size % 60_000L == 0 ? text.substring(2, 5) : text.substring(5, 8);
    }

    /** The window of a pane that comes to (or from) this node, in as few words as say it: "[2 Feb, 3 Feb)". */
    String window(String node, long start, long end) {
        if (start == Long.MIN_VALUE || end == Long.MAX_VALUE) return Texts.of("canvas.all");
        if (counted.contains(node)) return Texts.of("canvas.events", start + 1, end);
        if (Math.floorMod(start, DAY) == 0 && Math.floorMod(end, DAY) == 0)
            return "[" + TimeAxis.day(start, clock) + ", " + TimeAxis.day(end, clock) + ")";
        String whole = clock.window(start, end);
        return whole.length() <= SHORT ? whole : dated(start, end);
    }

    private String dated(long start, long end) {
        boolean oneDay = Math.floorDiv(start, DAY) == Math.floorDiv(end - 1, DAY);
        String until = oneDay ? brief(end) : TimeAxis.day(end, clock) + " " + brief(end);
        String whole = "[" + TimeAxis.day(start, clock) + " " + brief(start) + ", " + until + ")";
        return whole.length() <= LONG ? whole : "[" + brief(start) + ", " + brief(end) + ")";
    }

    private static String brief(long instant) {
        return Clock.MIDNIGHT.brief(Math.floorMod(instant, DAY));
    }
}

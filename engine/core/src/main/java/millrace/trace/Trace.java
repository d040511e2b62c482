package millrace.trace;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import millrace.compile.Plan;
import millrace.event.Event;
import millrace.event.Pane;

/**
 * What happened in a run: rows in the order of happening, held in columns and made into {@link Fact}s when asked for. Rows are
 * only ever appended. It may be read by any thread while one thread records: {@link #size} grows by whole steps, and what
 * is below it never changes.
 */
public final class Trace {
    final Plan plan;
    final Columns columns = new Columns();
    final EventStore events = new EventStore();
    final WindowTable windows = new WindowTable();
    final Texts keys = new Texts();
    final Texts texts = new Texts();
    final Notes notes = new Notes();
    final NodeIndex[] nodes;
    /** Deliveries by wire, only of wires with a transit time; the others stay empty. */
    final IntList[] travels;
    private final IntList[] kinds;
    private Replays replays = Replays.NONE;
    private Losses losses = Losses.NONE;
    private Deals deals = Deals.NONE;
    /** How many rows were there as replays were looked for, and losses. */
    private int replayed;
    private int lost;
    private int dealt;
    private volatile int size;
    private volatile long steps;

    Trace(Plan plan) {
        this.plan = plan;
        nodes = new NodeIndex[plan.nodes().size()];
        java.util.Arrays.setAll(nodes, i -> new NodeIndex());
        travels = lists(plan.wires().size());
        kinds = lists(FactKind.values().length);
    }

    private static IntList[] lists(int n) {
        IntList[] all = new IntList[n];
        java.util.Arrays.setAll(all, i -> new IntList());
        return all;
    }

    void publish(long step) {
        steps = step;
        size = columns.size();
    }

    IntList kind(FactKind kind) {
        return kinds[kind.ordinal()];
    }

    public Plan plan() {
        return plan;
    }

    /** How many rows there are; they are numbered from 0. */
    public int size() {
        return size;
    }

    /** The number of the last step that was done. */
    public long steps() {
        return steps;
    }

    /** What the rows take, with all that finds them; the events that they speak of, and the windows, are not rows. */
    public long bytes() {
        long bytes = columns.bytes();
        for (NodeIndex node : nodes)
            bytes += node.bytes();
        for (IntList list : travels)
            bytes += list.bytes();
        for (IntList list : kinds)
            bytes += list.bytes();
        return bytes;
    }

    /** The fact in a row, 0 to {@link #size} - 1. */
    public Fact fact(int row) {
        return Facts.of(this, java.util.Objects.checkIndex(row, size));
    }

    /** The facts of the rows from {@code from} (inclusive) to {@code to} (exclusive). */
    public Stream<Fact> facts(int from, int to) {
        return IntStream.range(from, Math.min(to, size)).mapToObj(this::fact);
    }

    public Stream<Fact> facts() {
        return facts(0, size);
    }

    public FactKind kind(int row) {
        return Facts.KINDS[columns.kind(row)];
    }

    /** Processing time of a row, ms. */
    public long at(int row) {
        return columns.at(row);
    }

    public long step(int row) {
        return columns.step(row);
    }

    /** The id of the node that a row speaks of. */
    public String node(int row) {
        return plan.nodes().get(columns.node(row)).id();
    }

    /** The number in the plan of the node that a row speaks of. */
    public int nodeNumber(int row) {
        return columns.node(row);
    }

    /**
     * What a field says of the event that a row of {@link FactKind#DERIVED} made, or that a row of another kind speaks of; empty
     * if it says nothing, or the event has no such field. Costs less than the fact.
     */
    public Optional<Object> value(int row, int field) {
        return events.value(kind(row) == FactKind.DERIVED ? columns.figure(row) : columns.subject(row), field);
    }

    /** The content of an event by its id; empty if the trace does not know it (yet). */
    public Optional<Event> event(long id) {
        return events.find(id);
    }

    /** What was sent once more; found when first asked for, which takes as long as reading the whole trace. */
    public synchronized Replays replays() {
        int now = size;
        if (replayed != now) replays = Replays.of(this);
        replayed = now;
        return replays;
    }

    /** What crashes took for good; found when first asked for, which takes longer than reading the whole trace. */
    public synchronized Losses losses() {
        int now = size;
        if (lost != now) losses = Losses.of(this);
        lost = now;
        return losses;
    }

    /** What each instance of a node has to do; found when first asked for, which takes as long as reading what came to them. */
    public synchronized Deals deals() {
        int now = size;
        if (dealt != now) deals = Deals.of(this);
        dealt = now;
        return deals;
    }

    /** All rows of a kind. */
    public Rows rows(FactKind kind) {
        return new Rows(kinds[kind.ordinal()], size);
    }

    /** All rows of a kind that speak of a node; none if there is no such node. */
    public Rows rows(String node, FactKind kind) {
        int number = plan.nodeNumber(node);
        return new Rows(number < 0 ? new IntList() : nodes[number].kind(kind), size);
    }

    /** Deliveries of events to a node; of all elements there are the rows of {@link FactKind#DELIVERED}. */
    public Rows received(String node) {
        int number = plan.nodeNumber(node);
        return new Rows(number < 0 ? new IntList() : nodes[number].received, size);
    }

    /** Whether what a row adds to a window came late to it. */
    public boolean late(int row) {
        return kind(row) == FactKind.ADDED && columns.flag(row) != 0;
    }

    /** The key of the window that a row adds to; "" if it speaks of something else. */
    public String addedKey(int row) {
        return kind(row) == FactKind.ADDED ? keys.text(windows.key(columns.window(row))) : "";
    }

    /** Whether a row of {@link FactKind#MERGED} only tells that one session grew: it swallowed no other. */
    public boolean grew(int row) {
        return kind(row) == FactKind.MERGED && windows.grown(columns.window(row)) == (int) columns.figure(row);
    }

    /** The row in which an event was put out, derived or fired. */
    public OptionalInt bornIn(long event) {
        return event(event).isEmpty() ? OptionalInt.empty() : OptionalInt.of(events.born(event));
    }

    /** The firing before the one in this row that left the same window and was no retraction. */
    public OptionalInt paneBefore(int fired) {
        int row = columns.tally(fired);
        while (row >= 0 && Pane.of(Facts.subject(this, row)).retraction())
            row = columns.tally(row);
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** The first row in which the watermark of a node was at or above {@code watermark}. */
    public OptionalInt reached(String node, long watermark) {
        Rows rows = rows(node, FactKind.ADVANCED);
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (columns.figure(rows.get(middle)) < watermark) low = middle + 1;
            else
                high = middle;
        }
        return low == rows.size() ? OptionalInt.empty() : OptionalInt.of(rows.get(low));
    }

    /** How many rows happened at or before this processing time. */
    public int rowsUntil(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (columns.at(middle) <= time) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /** How many rows happened in this step or before. */
    public int rowsUntilStep(long step) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (columns.step(middle) <= step) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /** The first row from {@code row} on of one of these kinds, or -1. */
    public int next(Set<FactKind> of, int row) {
        int best = -1;
        for (FactKind kind : EnumSet.copyOf(of)) {
            int found = kinds[kind.ordinal()].firstFrom(row);
            if (found >= 0 && found < size && (best < 0 || found < best)) best = found;
        }
        return best;
    }

    /** The last row before {@code row} of one of these kinds, or -1. */
    public int previous(Set<FactKind> of, int row) {
        int best = -1;
        for (FactKind kind : EnumSet.copyOf(of))
            best = Math.max(best, kinds[kind.ordinal()].lastBelow(row));
        return best;
    }

    /** The facts that speak of an event, as their subject or as what something was made from; in order. */
    public List<Fact> factsOf(long event) {
        return rowsOf(event).mapToObj(this::fact).toList();
    }

    IntStream rowsOf(long event) {
        if (event(event).isEmpty()) return IntStream.empty();
        int born = events.born(event);
        List<Integer> rows = new ArrayList<>();
        for (int row = events.last(event); row > born; row = before(event, row))
            if (row < size) rows.add(row);
        if (born < size) rows.add(born);
        return rows.reversed().stream().mapToInt(Integer::intValue);
    }

    /** The row before that speaks of the event; a row in which one is made of another stands in the chains of both. */
    private int before(long event, int row) {
        boolean parent = kind(row) == FactKind.DERIVED && columns.figure(row) == event;
        return parent ? columns.tally(row) : columns.again(row);
    }
}

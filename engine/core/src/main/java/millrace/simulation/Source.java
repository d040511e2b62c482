package millrace.simulation;

import java.util.Arrays;
import java.util.List;
import millrace.compile.Change;
import millrace.event.Element;
import millrace.event.End;
import millrace.event.Event;
import millrace.event.Idle;
import millrace.event.Schema;
import millrace.event.Watermark;
import millrace.operator.ChangeNote;
import millrace.operator.FaultNote;
import millrace.operator.Interference.Stop;
import millrace.operator.Note;
import millrace.operator.SourceSpec;
import millrace.operator.WorkNote;
import org.jspecify.annotations.Nullable;

/**
 * A source at work: sends the rows of its feed as they arrive, each followed by the watermark that it caused, then what its
 * clock has due at that instant, and at last the end.
 */
final class Source extends Agent implements Sender {
    private final Simulation simulation;
    private final @Nullable Recorder recorder;
    private final int node;
    /** As it is at first, and after each change of its settings. */
    private final List<SourceSpec> specs;
    private int version;
    private final Schema schema;
    private final int number;
    /** The lanes that begin here. */
    private int[] lanes = {};
    private @Nullable Router router;
    private boolean limited;
    /** The present row has arrived and finds no room. */
    private boolean heldUp;
    /** Where the numbers of an event are put together; not state. */
    private final long[] nums;
    private final WatermarkClock.Listener listener;
    private SourceFeed feed;
    private WatermarkClock clock;
    /** Whether the feed stands at a row that has not left yet. */
    private boolean loaded;
    /** When that row arrives; {@link #NEVER} = there is none. */
    private long arrival;
    /** Arrival of the last row that left; the start of the run before. */
    private long last;
    private boolean ended;
    /** Its pipeline is down. */
    private boolean down;
    /** How often it has been stopped and has gone on. */
    private int turns;
    /** When it is next stopped or goes on: follows from the number of turns, but is asked for at each row. */
    private long turn;

    Source(Simulation simulation, @Nullable Recorder recorder, int node, List<SourceSpec> specs, SourceFeed feed,
            long start, int number) {
        super(SOURCE, number);
        this.simulation = simulation;
        this.recorder = recorder;
        this.node = node;
        this.specs = specs;
        this.schema = spec().type().schema();
        this.number = number;
        nums = schema.newNums();
        this.feed = feed;
        listener = listener(recorder, node);
        clock = new WatermarkClock(spec().timing(), start, feed);
        last = start;
        load();
        turn = nextTurn();
    }

    private void load() {
        loaded = feed.advance();
        arrival = loaded ? feed.arrival() : NEVER;
    }

    void wire(int[] all, @Nullable Router chooser) {
        lanes = all;
        router = chooser;
        limited = Arrays.stream(all).anyMatch(simulation::limited);
        schedule();
    }

    private SourceSpec spec() {
        return specs.get(version);
    }

    /** Its settings are others from now on; its rows are, too, since the feed knows. */
    void change(Change change) {
        version++;
        tell(change.told(ChangeNote.State.KEPT));
        turns = (int) (2
                * spec().timing().interference().stops().stream().filter(s -> s.to() <= simulation.now()).count());
        turn = nextTurn();
        if (!ended) retime();
        woken();
    }

    /** The clock goes on by the settings of now. */
    private void retime() {
        WatermarkClock before = clock;
        clock = before.under(spec().timing(), feed, loaded);
        clock.catchUp(simulation.now(), before, listener);
        if (down) return;
        if (before.idle() && !clock.idle()) send(Idle.ACTIVE);
        if (clock.watermark() > before.watermark()) watermark();
    }

    int node() {
        return node;
    }

    @Override
    public int number() {
        return number;
    }

    /** After an event only the clock and the feed go on: no other can see them. */
    @Override
    public boolean endsWithSending() {
        return true;
    }

    private static WatermarkClock.Listener listener(@Nullable Recorder recorder, int node) {
        return new WatermarkClock.Listener() {
            @Override
            public void advanced(int partition, long watermark) {
                if (recorder != null) recorder.inputAdvanced(node, partition, watermark);
            }

            @Override
            public void idle(int partition, boolean idle) {
                if (recorder != null) recorder.idle(node, partition, idle);
            }
        };
    }

    private void schedule() {
        if (limited) tellHeldUp();
        if (ended || down) {
            time = NEVER;
            return;
        }
        long next = !loaded ? SourceFeed.endsAt(spec().timing().end(), last) : limited ? nextRow() : arrival;
        time = Math.max(simulation.now(), Math.min(Math.min(next, clock.due()), turn));
    }

    private long nextTurn() {
        List<Stop> stops = spec().timing().interference().stops();
        if (turns / 2 >= stops.size()) return NEVER;
        Stop stop = stops.get(turns / 2);
        return turns % 2 == 0 ? stop.from() : stop.to();
    }

    private void turned() {
        Stop stop = spec().timing().interference().stops().get(turns / 2);
        tell(turns % 2 == 0 ? new ChangeNote.Stopped(stop.to(), stop.held()) : new ChangeNote.WentOn());
        turns++;
        turn = nextTurn();
    }

    private long nextRow() {
        return arrival > simulation.now() || room() ? arrival : NEVER;
    }

    private boolean room() {
        if (!limited) return true;
        for (int lane : lanes)
            if (simulation.full(lane)) return false;
        return true;
    }

    /** Tells when it begins and ceases to be held up. */
    private void tellHeldUp() {
        boolean now = loaded && !ended && !down && arrival <= simulation.now() && !room();
        if (now == heldUp) return;
        heldUp = now;
        for (int lane : lanes)
            if (!now || simulation.full(lane)) tellHeldUp(simulation.wire(lane));
    }

    private void tellHeldUp(int wire) {
        if (recorder != null) recorder.noted(node, new WorkNote.HeldUp(wire, heldUp));
    }

    Activity activity() {
        return Activity.heldUp(heldUp);
    }

    @Override
    public void woken() {
        schedule();
        simulation.agenda().moved(this);
    }

    @Override
    void due() {
        long now = simulation.now();
        if (turn <= now) turned();
        else if (arrival <= now && room()) row(now);
        else if (clock.due() <= now) clock(now);
        else if (!loaded) end();
        schedule();
    }

    private void row(long now) {
        if (feed.rejected()) rejected(feed.rejection());
        else if (feed.silent()) tell(feed.absent());
        else
            event(now);
        last = arrival;
        load();
    }

    private void rejected(SourceFeed.@Nullable Rejection row) {
        if (recorder != null && row != null) recorder.rejected(node, row.line(), row.reason(), row.row());
    }

    private void tell(@Nullable Note note) {
        if (recorder != null && note != null) recorder.noted(node, note);
    }

    private void event(long now) {
        int partition = feed.partition();
        if (clock.wake(now, partition, listener)) send(Idle.ACTIVE);
        Event event = read();
        if (recorder != null) {
            recorder.emitted(node, partition, event);
            tell(feed.came(event));
        }
        send(event, partition);
        if (!clock.rests(event.time)) observe(now);
    }

    private void observe(long now) {
        long before = clock.watermark();
        clock.observe(now, feed, listener);
        if (clock.watermark() > before) watermark();
    }

    private Event read() {
        @Nullable
        Object[] refs = schema.newRefs();
        feed.values(nums, refs);
        return Event.of(simulation.nextId(), feed.eventTime(), schema, nums, refs);
    }

    private void watermark() {
        if (recorder != null) recorder.advanced(node, clock.watermark());
        send(new Watermark(clock.watermark()));
    }

    private void clock(long now) {
        long before = clock.watermark();
        boolean wasIdle = clock.idle();
        clock.fire(now, listener);
        if (clock.watermark() > before) watermark();
        if (!wasIdle && clock.idle()) send(Idle.IDLE);
    }

    private void end() {
        ended = true;
        if (clock.idle()) send(Idle.ACTIVE);
        clock.end(listener);
        watermark();
        if (recorder != null) recorder.ended(node);
        send(End.END);
    }

    void send(Element element) {
        for (int lane : lanes)
            simulation.send(lane, element);
    }

    private void send(Event event, int partition) {
        if (router != null) router.send(simulation, event, partition);
        else
            for (int lane : lanes)
                simulation.hand(lane, event);
    }

    /** The pipeline is down. */
    void stop() {
        down = true;
        woken();
    }

    /** It was stopped for nothing. */
    void goOn() {
        down = false;
        woken();
    }

    /** The pipeline is up again, and stands where it stood then. */
    void rewind(Saved saved) {
        int present = version;
        int turned = turns;
        restore(saved);
        version = present;
        turns = turned;
        turn = nextTurn();
        down = false;
        if (saved.version < version && !ended) retime();
        woken();
    }

    /** The pipeline is up again; what arrived meanwhile is lost. */
    void skipToNow() {
        down = false;
        long missed = 0;
        while (arrival < simulation.now()) {
            last = arrival;
            if (!feed.silent()) missed++;
            load();
        }
        clock = new WatermarkClock(spec().timing(), simulation.now(), feed);
        if (missed > 0 && recorder != null) recorder.noted(node, new FaultNote.Missed(missed));
        woken();
    }

    /** Rows in all, or -1 if that is not known. */
    long total() {
        return feed.total();
    }

    /** Everything of a source that changes. Never written after it is made. */
    record Saved(SourceFeed feed, WatermarkClock clock, int version, boolean loaded, long last, boolean ended,
            boolean down,
            boolean heldUp, int turns, long time) {}

    Saved save() {
        return new Saved(feed.copy(), clock.copy(), version, loaded, last, ended, down, heldUp, turns, time);
    }

    void restore(Saved saved) {
        feed = saved.feed.copy();
        clock = saved.clock.copy();
        version = saved.version;
        loaded = saved.loaded;
        arrival = loaded ? feed.arrival() : NEVER;
        last = saved.last;
        ended = saved.ended;
        down = saved.down;
        heldUp = saved.heldUp;
        turns = saved.turns;
        turn = nextTurn();
        time = saved.time;
    }

    long hash() {
        long h = Hashing.add(Hashing.add(feed.hash(), clock.hash()), version);
        return Hashing.add(Hashing.add(Hashing.add(h, last), turns),
                (loaded ? 1 : 0) + (ended ? 2 : 0) + (down ? 4 : 0) + (heldUp ? 8 : 0));
    }
}

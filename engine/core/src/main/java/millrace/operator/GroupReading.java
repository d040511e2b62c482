package millrace.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.event.Event;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * One group at its log: where it stands in each partition, what its readers are busy with, its watermark. A position moves
 * on when the event is passed on, so that one at hand is read again after a crash.
 */
final class GroupReading {
    private static final long NEVER = Long.MAX_VALUE;

    /** Where a group stood. */
    record Place(boolean joined, List<Long> positions, GroupClock clock) implements BrokerProcessor.Position {
        Place {
            positions = List.copyOf(positions);
        }
    }

    final LogGroup group;
    private final Log log;
    private final int output;
    private final long[] positions;
    /** For each reader the event that it is busy with, where that lies, and until when. */
    private final @Nullable Event[] hand;
    private final int[] handPartition;
    private final long[] handOffset;
    private final long[] until;
    /** For each reader the partition that it looks at first: it takes from its partitions in turn. */
    private final int[] turn;
    private GroupClock clock;
    private boolean joined;
    private boolean stopped;
    private boolean ended;
    private boolean saidIdle;
    private long said = Watermark.NONE;
    private int nextReset;

    GroupReading(Log log, int output) {
        this.log = log;
        this.output = output;
        group = log.groups().get(output);
        int readers = group.readers();
        positions = new long[log.partitions()];
        hand = new Event[readers];
        handPartition = new int[readers];
        handOffset = new long[readers];
        until = new long[readers];
        turn = new int[readers];
        for (int r = 0; r < readers; r++)
            turn[r] = r;
        clock = new GroupClock(log, readers, Math.max(log.begin(), group.joins()));
    }

    private GroupReading(GroupReading other, Log log) {
        group = log.groups().get(other.output);
        this.log = log;
        output = other.output;
        positions = other.positions.clone();
        hand = other.hand.clone();
        handPartition = other.handPartition.clone();
        handOffset = other.handOffset.clone();
        until = other.until.clone();
        turn = other.turn.clone();
        clock = other.clock.under(log);
        joined = other.joined;
        stopped = other.stopped;
        ended = other.ended;
        saidIdle = other.saidIdle;
        said = other.said;
        nextReset = other.group == group ? other.nextReset : 0;
    }

    /** The same under another configuration of its log; resets that are over are not made up for. */
    GroupReading under(Log next, long now) {
        GroupReading reading = new GroupReading(this, next);
        reading.nextReset = (int) reading.group.resets().stream().filter(r -> r < now).count();
        return reading;
    }

    GroupReading copy() {
        return new GroupReading(this, log);
    }

    /** Joins or goes back, if it is time. */
    void follow(Context context, LogPartition[] partitions) {
        long now = context.now();
        if (!joined && group.joins() <= now) join(context, partitions);
        while (nextReset < group.resets().size() && group.resets().get(nextReset) <= now) {
            nextReset++;
            if (joined) reset(context, partitions);
        }
    }

    private void join(Context context, LogPartition[] partitions) {
        joined = true;
        for (int p = 0; p < positions.length; p++)
            positions[p] = switch (group.from()) {
                case LogGroup.From.Earliest e -> partitions[p].start();
                case LogGroup.From.Latest l -> partitions[p].end();
                case LogGroup.From.Offset o -> o.offset();
                case LogGroup.From.Time t -> partitions[p].offsetAt(t.time());
            };
        if (context.watched()) context.note(new BrokerNote.Joined(group.name(), places()));
    }

    private void reset(Context context, LogPartition[] partitions) {
        long[] to = new long[positions.length];
        for (int p = 0; p < to.length; p++)
            to[p] = partitions[p].start();
        move(context, BrokerNote.Moved.Reason.RESET, to);
    }

    private void move(Context context, BrokerNote.Moved.Reason reason, long[] to) {
        List<Long> from = places();
        layDown();
        System.arraycopy(to, 0, positions, 0, to.length);
        if (context.watched()) context.note(new BrokerNote.Moved(group.name(), reason, from, places()));
    }

    private void layDown() {
        java.util.Arrays.fill(hand, null);
    }

    private List<Long> places() {
        List<Long> all = new ArrayList<>();
        for (long p : positions)
            all.add(p);
        return all;
    }

    /** Passes on and takes whatever can be at this instant. */
    void read(Context context, LogPartition[] partitions) {
        if (!joined || stopped || ended) return;
        boolean more = true;
        while (more) {
            more = false;
            for (int r = 0; r < hand.length; r++)
                more |= act(context, partitions, r);
        }
    }

    /** One reader does one thing; false = it has nothing to do. */
    private boolean act(Context context, LogPartition[] partitions, int r) {
        if (hand[r] == null) return take(context, partitions, r);
        if (until[r] > context.now() || !context.room(output)) return false;
        pass(context, r);
        return true;
    }

    private boolean take(Context context, LogPartition[] partitions, int r) {
        long now = context.now();
        int readers = hand.length;
        int own = Math.ceilDiv(Math.max(0, positions.length - r), readers);
        for (int i = 0; i < own; i++) {
            int p = turn[r];
            turn[r] = p + readers < positions.length ? p + readers : r;
            int place = partitions[p].at(positions[p]);
            if (place < 0 || group.paused(p, now)) continue;
            hand[r] = partitions[p].event(place);
            handPartition[r] = p;
            handOffset[r] = partitions[p].offset(place);
            until[r] = Numbers.plus(now, group.takes(now));
            return true;
        }
        return false;
    }

    private void pass(Context context, int r) {
        Event event = java.util.Objects.requireNonNull(hand[r]);
        int p = handPartition[r];
        hand[r] = null;
        positions[p] = handOffset[r] + 1;
        if (clock.wake(p, context.now()) && context.watched())
            context.note(new BrokerNote.Rested(group.name(), r + 1, p, false));
        sayIdle(context, false);
        if (context.watched()) context.note(new BrokerNote.Read(event, group.name(), r + 1, p, handOffset[r]));
        context.send(output, p, event);
        clock.observe(p, event.time);
        sayWatermark(context);
    }

    private void sayIdle(Context context, boolean idle) {
        if (saidIdle == idle) return;
        saidIdle = idle;
        context.idle(output, idle);
    }

    private void sayWatermark(Context context) {
        if (clock.watermark() <= said) return;
        said = clock.watermark();
        context.advance(output, said);
    }

    /** Finds inputs idle; after the deliveries of an instant. */
    void rest(Context context) {
        if (!joined || stopped || ended) return;
        for (int i = clock.rest(context.now()); i >= 0; i = clock.rest(context.now())) {
            boolean owned = i < positions.length;
            if (context.watched())
                context.note(new BrokerNote.Rested(group.name(), i % hand.length + 1, owned ? i : -1, true));
        }
        sayWatermark(context);
        if (clock.idle()) sayIdle(context, true);
    }

    /** Nothing is appended any more: it ends when it has read everything. */
    void end(Context context, LogPartition[] partitions) {
        if (!joined || stopped || ended || nextReset < group.resets().size() || busy()) return;
        for (int p = 0; p < positions.length; p++)
            if (partitions[p].at(positions[p]) >= 0) return;
        ended = true;
        clock.end();
        sayWatermark(context);
        context.end(output);
    }

    private boolean busy() {
        for (Event one : hand)
            if (one != null) return true;
        return false;
    }

    Place place() {
        return new Place(joined, places(), clock.copy());
    }

    void stop() {
        stopped = true;
        layDown();
    }

    void rewind(Context context, Place place) {
        stopped = false;
        ended = false;
        joined = place.joined();
        clock = place.clock().under(log).revived(context.now());
        move(context, BrokerNote.Moved.Reason.REWOUND,
                place.positions().stream().mapToLong(Long::longValue).toArray());
        sayIdle(context, false);
        said = Watermark.NONE;
        sayWatermark(context);
    }

    void resume(Context context, LogPartition[] partitions, boolean fromLastRead) {
        stopped = false;
        ended = false;
        clock = new GroupClock(log, hand.length, Math.max(context.now(), group.joins()));
        saidIdle = false;
        said = Watermark.NONE;
        long[] to = positions.clone();
        for (int p = 0; p < to.length && !fromLastRead; p++)
            to[p] = partitions[p].end();
        if (joined) move(context, BrokerNote.Moved.Reason.WENT_ON, to);
    }

    /** When it next has something to do by the clock; {@link Long#MAX_VALUE} = not at all. */
    long due(long now) {
        if (ended) return NEVER;
        long due = nextReset < group.resets().size() ? group.resets().get(nextReset) : NEVER;
        if (!joined) return Math.min(due, group.joins());
        if (stopped) return due;
        due = Math.min(due, Math.min(clock.due(), group.turns(now)));
        for (int r = 0; r < hand.length; r++)
            if (hand[r] != null && until[r] > now) due = Math.min(due, until[r]);
        return due;
    }

    View.Log.Group view(LogPartition[] partitions, long now) {
        long lag = 0;
        List<Optional<Event>> busy = new ArrayList<>();
        for (int p = 0; p < positions.length; p++)
            lag += joined ? Math.max(0, partitions[p].end() - positions[p]) : 0;
        for (Event one : hand)
            busy.add(Optional.ofNullable(one));
        return new View.Log.Group(group.name(), places(), group.paused(now) || stopped || !joined, lag, busy);
    }

    long hash() {
        long hash = Numbers.mix(Numbers.hash(positions, positions.length), Numbers.hash(hand, hand.length));
        for (int r = 0; r < hand.length; r++) {
            hash = Numbers.mix(hash, turn[r]);
            if (hand[r] == null) continue;
            hash = Numbers.mix(Numbers.mix(hash, handPartition[r]), Numbers.mix(handOffset[r], until[r]));
        }
        hash = Numbers.mix(Numbers.mix(hash, clock.hash()), Numbers.mix(said, nextReset));
        return Numbers.mix(hash, (joined ? 1 : 0) + (stopped ? 2 : 0) + (ended ? 4 : 0) + (saidIdle ? 8 : 0));
    }
}

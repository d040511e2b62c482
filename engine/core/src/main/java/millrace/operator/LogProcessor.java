package millrace.operator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.text.Sentences;

/** A log at work. What the clock brings at an instant comes first, then what is appended; either is read at once. */
final class LogProcessor extends BrokerProcessor {
    private static final long NEVER = Long.MAX_VALUE;

    private final Log log;
    private final LogPartition[] partitions;
    private final GroupReading[] groups;
    /** Whose turn it is among the partitions when an event has nothing to be dealt out by. */
    private int turn;
    /** When the cleaner runs next; {@link #NEVER} while there is nothing for it to do. */
    private long cleans = NEVER;
    /** When the clock next brings something. */
    private long due = Long.MIN_VALUE;
    private boolean complete;
    private long seen;

    LogProcessor(Log log) {
        this.log = log;
        partitions = new LogPartition[log.partitions()];
        Arrays.setAll(partitions, p -> new LogPartition());
        groups = new GroupReading[log.groups().size()];
        Arrays.setAll(groups, g -> new GroupReading(log, g));
        seen = log.begin();
    }

    private LogProcessor(LogProcessor other, Log log) {
        this.log = log;
        partitions = new LogPartition[other.partitions.length];
        Arrays.setAll(partitions, p -> other.partitions[p].copy());
        groups = new GroupReading[other.groups.length];
        Arrays.setAll(groups, g -> log == other.log ? other.groups[g].copy() : other.groups[g].under(log, other.seen));
        turn = other.turn;
        cleans = other.cleans;
        due = other.due;
        complete = other.complete;
        seen = other.seen;
    }

    @Override
    public Processor copy() {
        return new LogProcessor(this, log);
    }

    /** What lies there stays, and readers stay where they are; how many there are is decided once. */
    @Override
    public Optional<Processor> under(Operator next) {
        boolean same = next instanceof Log l && l.partitions() == log.partitions()
                && readers(l).equals(readers(log));
        return same ? Optional.of(new LogProcessor(this, (Log) next)) : Optional.empty();
    }

    private static List<Integer> readers(Log log) {
        return log.groups().stream().map(LogGroup::readers).toList();
    }

    @Override
    public void changed(Context context) {
        due = Long.MIN_VALUE;
        log.compaction().ifPresent(c -> cleans = Math.min(cleans, c.next(log.begin(), context.now() + 1)));
        if (log.compaction().isEmpty()) cleans = NEVER;
        follow(context);
        read(context);
    }

    @Override
    public void onEvent(Context context, Event event, int port) {
        follow(context);
        append(context, event);
        read(context);
    }

    @Override
    public void onTimer(Context context, long now) {
        follow(context);
        for (GroupReading group : groups)
            group.rest(context);
        read(context);
    }

    @Override
    public void onEnd(Context context) {
        complete = true;
        follow(context);
        read(context);
    }

    @Override
    public void onRoom(Context context, int output) {
        follow(context);
        read(context);
    }

    /** What the clock brings: the old go, the cleaner runs, groups join or go back. */
    private void follow(Context context) {
        long now = context.now();
        seen = now;
        if (due > now) return;
        for (int p = 0; p < partitions.length; p++)
            while (log.retention().age() > 0 && partitions[p].expires(log.retention().age()) <= now)
                retire(context, p, true);
        if (cleans <= now) clean(context);
        for (GroupReading group : groups)
            group.follow(context, partitions);
        for (GroupReading group : groups)
            group.read(context, partitions);
    }

    private void retire(Context context, int p, boolean age) {
        partitions[p].expire((event, offset) -> {
            if (context.watched()) context.note(new BrokerNote.Retired(event, p, offset, age));
        });
    }

    private void clean(Context context) {
        Log.Compaction rule = log.compaction().orElseThrow();
        boolean again = false;
        for (int p = 0; p < partitions.length; p++) {
            int partition = p;
            ObjLongConsumer<Event> gone = (event, offset) -> {
                if (context.watched())
                    context.note(new BrokerNote.Cleaned(event, partition, offset,
                            LogPartition.tombstone(log.type(), event)));
            };
            again |= partitions[p].clean(rule, log.type(), context.now(), gone);
        }
        cleans = again ? rule.next(log.begin(), context.now() + 1) : NEVER;
    }

    private void append(Context context, Event event) {
        boolean lost = log.compaction().isPresent() && event.value(log.type().key()) == null;
        int p = lost ? -1 : partition(event);
        if (p < 0) {
            context.failed(event, lost ? Sentences.of("operator.log.no-key")
                    : Sentences.of("operator.log.no-partition", partitions.length - 1));
            return;
        }
        long offset = partitions[p].append(event, context.now());
        if (context.watched()) context.note(new BrokerNote.Appended(event, p, offset));
        while (log.retention().records() > 0 && partitions[p].size() > log.retention().records())
            retire(context, p, false);
        log.compaction().ifPresent(c -> cleans = Math.min(cleans, c.next(log.begin(), context.now() + 1)));
    }

    private int partition(Event event) {
        return switch (log.assign()) {
            case Log.Assign.Hashed h -> {
                long hash = h.field() < 0 || event.value(h.field()) == null ? turn++
                        : Numbers.stable(event.value(h.field()));
                yield (int) Long.remainderUnsigned(hash, partitions.length);
            }
            case Log.Assign.Numbered n -> numbered(event, n.field());
        };
    }

    /** The partition that the field names; -1 if there is none like that. */
    private int numbered(Event event, int field) {
        Object value = event.value(field);
        if (event.schema.type(field) == FieldType.LONG)
            return value instanceof Long n && n >= 0 && n < partitions.length ? n.intValue() : -1;
        return value instanceof String s ? named(s) : -1;
    }

    private int named(String name) {
        for (int p = 0; p < partitions.length; p++)
            if (name.equals(String.valueOf(p)) || name.equals("P" + p)) return p;
        return -1;
    }

    private void read(Context context) {
        for (GroupReading group : groups) {
            group.read(context, partitions);
            if (complete && !log.holds()) group.end(context, partitions);
        }
        wake(context);
    }

    private void wake(Context context) {
        long now = context.now();
        due = cleans;
        for (GroupReading group : groups)
            due = Math.min(due, group.due(now));
        for (LogPartition partition : partitions)
            if (log.retention().age() > 0) due = Math.min(due, partition.expires(log.retention().age()));
        if (due < NEVER) context.wakeAt(due);
    }

    @Override
    public Position position(int output) {
        return groups[output].place();
    }

    @Override
    public void stop(int output) {
        groups[output].stop();
    }

    @Override
    public void rewind(Context context, int output, Position position) {
        follow(context);
        groups[output].rewind(context, (GroupReading.Place) position);
        read(context);
    }

    @Override
    public void resume(Context context, int output, boolean fromLastRead) {
        follow(context);
        groups[output].resume(context, partitions, fromLastRead);
        read(context);
    }

    @Override
    public View view() {
        List<View.Log.Partition> shown = Arrays.stream(partitions)
                .map(p -> new View.Log.Partition(p.newest(log.type()), p.start(), p.end()))
                .toList();
        return new View.Log(shown, Arrays.stream(groups).map(g -> g.view(partitions, seen)).toList());
    }

    @Override
    public long hash() {
        long hash = Numbers.mix(Numbers.mix(turn, cleans), complete ? 1 : 0);
        for (LogPartition partition : partitions)
            hash = Numbers.mix(hash, partition.hash());
        for (GroupReading group : groups)
            hash = Numbers.mix(hash, group.hash());
        return Numbers.mix(Numbers.mix(hash, due), seen);
    }
}

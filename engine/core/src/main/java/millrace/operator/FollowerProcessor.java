package millrace.operator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import millrace.event.ChangeKind;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Follower} at work. What becomes visible at one instant is shown as a whole: who looks at the copy never sees it
 * half rebuilt.
 */
final class FollowerProcessor extends Processor {
    private final Follower spec;
    private final RowCopy rows;
    private final Pairing pairing;
    /** What is to be seen, by key; a null key is one, too. */
    private final SequencedMap<@Nullable Object, Row> table;
    /** What has arrived and is not to be seen yet. */
    private final ArrayDeque<Edit> waiting;
    /** Rows in the order in which they were written, if they expire. */
    private final ArrayDeque<Row> ages;
    private int wiped;

    /** @param at when it was written */
    private record Row(@Nullable Object key, Event event, long at) {}

    private record Edit(long due, Event cause, boolean removes) {}

    /** What happens to one row at one instant: the row before, and the edits in their order. */
    private record Touched(@Nullable Row before, List<Event> causes) {}

    FollowerProcessor(Follower spec) {
        this(spec, new Pairing(spec.in().key()), new LinkedHashMap<>(), new ArrayDeque<>(), new ArrayDeque<>(), 0);
    }

    private FollowerProcessor(Follower spec, Pairing pairing, SequencedMap<@Nullable Object, Row> table,
            ArrayDeque<Edit> waiting, ArrayDeque<Row> ages, int wiped) {
        this.spec = spec;
        this.pairing = pairing;
        this.table = table;
        this.waiting = waiting;
        this.ages = ages;
        this.wiped = wiped;
        rows = new RowCopy(spec.in().schema(), spec.out().schema());
    }

    @Override
    public Processor copy() {
        return new FollowerProcessor(spec, pairing.copy(), new LinkedHashMap<>(table), new ArrayDeque<>(waiting),
                new ArrayDeque<>(ages), wiped);
    }

    /** What is on its way is seen when it was to be seen. */
    @Override
    public Optional<Processor> under(Operator next) {
        if (!(next instanceof Follower f)) return Optional.empty();
        int gone = (int) f.wipes().stream().filter(w -> wiped > 0 && w <= spec.wipes().get(wiped - 1)).count();
        return Optional.of(new FollowerProcessor(f, pairing.copy(), new LinkedHashMap<>(table),
                new ArrayDeque<>(waiting), new ArrayDeque<>(ages), gone));
    }

    @Override
    public void changed(Context c) {
        onTimer(c, c.now());
    }

    @Override
    public void onEvent(Context c, Event event, int port) {
        wipe(c);
        pairing.take(c, event, this::queue);
        wake(c);
    }

    @Override
    public void onWatermark(Context c, long watermark) {
        pairing.onWatermark(c, watermark, this::queue);
        wake(c);
    }

    private void queue(Context c, @Nullable Event before, @Nullable Event after) {
        Event cause = after != null ? after : Objects.requireNonNull(before);
        long due = Numbers.plus(c.now(), spec.lag());
        waiting.add(new Edit(due, cause, after == null));
        if (c.watched()) c.note(new TableNote.Lags(cause, due));
    }

    @Override
    public void onTimer(Context c, long now) {
        wipe(c);
        show(c, now);
        expire(c, now);
        wake(c);
    }

    private void wake(Context c) {
        if (wiped < spec.wipes().size()) c.wakeAt(spec.wipes().get(wiped));
        if (!waiting.isEmpty()) c.wakeAt(waiting.getFirst().due);
        if (!ages.isEmpty()) c.wakeAt(end(ages.getFirst()));
    }

    /** What a script does at an instant comes before what arrives then. */
    private void wipe(Context c) {
        while (wiped < spec.wipes().size() && spec.wipes().get(wiped) <= c.now()) {
            wiped++;
            if (c.watched()) tellWiped(c);
            waiting.clear();
            ages.clear();
            List<Row> gone = List.copyOf(table.values());
            table.clear();
            gone.forEach(row -> remove(c, row, c.now()));
        }
    }

    private void tellWiped(Context c) {
        table.values().forEach(row -> c.note(new TableNote.Wiped(row.event, true)));
        waiting.forEach(edit -> c.note(new TableNote.Wiped(edit.cause, false)));
    }

    private void show(Context c, long now) {
        SequencedMap<@Nullable Object, Touched> touched = new LinkedHashMap<>();
        while (!waiting.isEmpty() && waiting.getFirst().due <= now)
            apply(waiting.removeFirst(), now, touched);
        for (Map.Entry<@Nullable Object, Touched> entry : touched.entrySet())
            say(c, entry.getValue(), table.get(entry.getKey()));
    }

    private void apply(Edit edit, long now, Map<@Nullable Object, Touched> touched) {
        Object key = edit.cause.value(spec.in().key());
        touched.computeIfAbsent(key, k -> new Touched(table.get(k), new ArrayList<>())).causes.add(edit.cause);
        if (edit.removes) table.remove(key);
        else
            write(new Row(key, edit.cause, now));
    }

    private void write(Row row) {
        table.put(row.key, row);
        if (spec.expireAfter() > 0) ages.add(row);
    }

    private void say(Context c, Touched touched, @Nullable Row after) {
        Row before = touched.before;
        Event last = touched.causes.getLast();
        if (before != null && after != null && RowCopy.same(before.event, after.event)) {
            if (c.watched()) c.note(new TableNote.Unchanged(last));
            return;
        }
        ChangeKind takes = after == null ? ChangeKind.DELETE : ChangeKind.UPDATE_BEFORE;
        ChangeKind gives = before == null ? ChangeKind.INSERT : ChangeKind.UPDATE_AFTER;
        if (before != null) send(c, takes, before.event, last.time, touched.causes);
        if (after != null) send(c, gives, after.event, last.time, touched.causes);
    }

    private void send(Context c, ChangeKind kind, Event row, long time, List<Event> causes) {
        Event change = rows.change(c, kind, row, time);
        for (Event cause : causes)
            c.derived(change, cause);
        c.send(0, change);
    }

    private void expire(Context c, long now) {
        while (!ages.isEmpty() && end(ages.getFirst()) <= now) {
            Row old = ages.removeFirst();
            if (table.get(old.key) != old) continue;
            table.remove(old.key);
            if (c.watched()) c.note(new TableNote.Expired(old.event, old.at));
            remove(c, old, now);
        }
    }

    private long end(Row row) {
        return Numbers.plus(row.at, spec.expireAfter());
    }

    private void remove(Context c, Row row, long time) {
        send(c, ChangeKind.DELETE, row.event, time, List.of(row.event));
    }

    @Override
    public boolean holdsEnd() {
        return wiped < spec.wipes().size() || !waiting.isEmpty() || !ages.isEmpty();
    }

    @Override
    public View view() {
        View.Table seen = new View.Table(table.values().stream().limit(View.MOST).map(Row::event).toList(),
                table.size());
        return new View.Follower(seen, waiting.stream()
                .limit(View.MOST)
                .map(e -> new View.Follower.Waiting(e.cause, e.due, e.removes))
                .toList(), waiting.size());
    }

    @Override
    public long hash() {
        long h = Numbers.mix(pairing.hash(), wiped);
        for (Row row : table.values())
            h = Numbers.mix(h, Numbers.mix(row.event.id, row.at));
        for (Edit edit : waiting)
            h = Numbers.mix(h, Numbers.mix(edit.cause.id, edit.due + (edit.removes ? 1 : 0)));
        return Numbers.mix(h, ages.size());
    }
}

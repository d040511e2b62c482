package millrace.operator;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Event;
import millrace.event.Watermark;

/**
 * Writes in transactions: what came before a checkpoint's barrier is one, pre-committed at the barrier and visible when the
 * checkpoint is complete; a crash rolls back what is not. Without checkpoints nothing is ever visible. Others may read it like
 * a log: output 0 gives committed rows, output 1 all that are written, rolled back or not (isolation "read uncommitted"). What nobody reads it does not keep.
 */
public final class TransactionalSink extends BrokerProcessor implements TwoPhase {
    private static final int COMMITTED = 0;
    private static final int UNCOMMITTED = 1;
    private static final int OUTPUTS = 2;

    /** How many rows an output has given, and the watermark that it said. */
    private record Place(int given, long watermark) implements Position {}

    /** Rows written before the barrier of a checkpoint, and the watermark then. */
    private record Transaction(long checkpoint, List<Event> rows, long watermark) {}

    private Appended[] logs = {new Appended(), new Appended()};
    private final int[] given = new int[OUTPUTS];
    private final boolean[] stopped = new boolean[OUTPUTS];
    /** What each output may say once it has given all its rows, and what it has said. */
    private final long[] watermarks = {Watermark.NONE, Watermark.NONE};
    private final long[] said = {Watermark.NONE, Watermark.NONE};
    private List<Event> open = new ArrayList<>();
    private List<Transaction> pending = new ArrayList<>();
    private boolean ended;

    @Override
    public void onEvent(Context c, Event event, int port) {
        open.add(event);
        logs[UNCOMMITTED].add(event);
        give(c, UNCOMMITTED);
    }

    private void give(Context c, int output) {
        if (stopped[output]) return;
        while (given[output] < logs[output].size() && c.room(output))
            c.send(output, logs[output].get(given[output]++));
        if (!c.wired(output)) logs[output].keepLast(View.MOST);
        if (given[output] < logs[output].size()) return;
        if (watermarks[output] > said[output]) {
            said[output] = watermarks[output];
            c.advance(output, said[output]);
        }
    }

    @Override
    public void onWatermark(Context c, long watermark) {
        watermarks[UNCOMMITTED] = watermark;
        give(c, UNCOMMITTED);
    }

    @Override
    public void onEnd(Context c) {
        ended = true;
        c.end(UNCOMMITTED);
    }

    @Override
    public void precommit(Context c, long checkpoint) {
        pending.add(new Transaction(checkpoint, List.copyOf(open), c.watermark()));
        open.clear();
    }

    @Override
    public void commit(Context c, long checkpoint) {
        long rows = 0;
        while (!pending.isEmpty() && pending.getFirst().checkpoint <= checkpoint) {
            Transaction transaction = pending.removeFirst();
            transaction.rows.forEach(c::reached);
            transaction.rows.forEach(logs[COMMITTED]::add);
            watermarks[COMMITTED] = transaction.watermark;
            rows += transaction.rows.size();
        }
        if (c.watched()) c.note(new FaultNote.Committed(checkpoint, rows));
        give(c, COMMITTED);
        if (ended && open.isEmpty() && pending.isEmpty()) c.end(COMMITTED);
    }

    @Override
    public void rollBack(Context c) {
        long rows = open.size() + pending.stream().mapToLong(t -> t.rows.size()).sum();
        open.clear();
        pending.clear();
        if (c.watched()) c.note(new FaultNote.RolledBack(rows));
    }

    @Override
    public Position position(int output) {
        return new Place(given[output], said[output]);
    }

    @Override
    public void stop(int output) {
        stopped[output] = true;
    }

    @Override
    public void rewind(Context c, int output, Position position) {
        Place place = (Place) position;
        given[output] = place.given;
        said[output] = place.watermark;
        stopped[output] = false;
        give(c, output);
    }

    @Override
    public void resume(Context c, int output, boolean fromLastRead) {
        if (!fromLastRead) given[output] = logs[output].size();
        said[output] = Watermark.NONE;
        stopped[output] = false;
        give(c, output);
    }

    @Override
    public void onRoom(Context c, int output) {
        give(c, output);
    }

    @Override
    public View view() {
        List<Event> waiting = new ArrayList<>();
        pending.forEach(t -> waiting.addAll(t.rows));
        return new View.Transactions(first(open), open.size(), first(waiting), waiting.size(),
                logs[COMMITTED].last(View.MOST), logs[COMMITTED].size());
    }

    private static List<Event> first(List<Event> events) {
        return List.copyOf(events.subList(0, Math.min(View.MOST, events.size())));
    }

    @Override
    public Processor copy() {
        TransactionalSink copy = new TransactionalSink();
        copy.logs = new Appended[] {logs[0].copy(), logs[1].copy()};
        for (int o = 0; o < OUTPUTS; o++) {
            copy.given[o] = given[o];
            copy.stopped[o] = stopped[o];
            copy.watermarks[o] = watermarks[o];
            copy.said[o] = said[o];
        }
        copy.open = new ArrayList<>(open);
        copy.pending = new ArrayList<>(pending);
        copy.ended = ended;
        return copy;
    }

    @Override
    public long hash() {
        long h = ended ? 1 : 0;
        for (int o = 0; o < OUTPUTS; o++) {
            h = Numbers.mix(Numbers.mix(h, logs[o].hash()), given[o]);
            h = Numbers.mix(Numbers.mix(h, watermarks[o]), Numbers.mix(said[o], stopped[o] ? 1 : 0));
        }
        for (Event event : open)
            h = Numbers.mix(h, event.id);
        for (Transaction t : pending)
            h = Numbers.mix(Numbers.mix(h, t.checkpoint), t.rows.size());
        return h;
    }
}

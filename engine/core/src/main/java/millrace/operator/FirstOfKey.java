package millrace.operator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import millrace.event.Event;

/** A {@link Deduplicate} at work: the first event of each key and when it is forgotten, in the order of both. */
final class FirstOfKey extends Processor {
    private final Deduplicate spec;
    private final TableRows first;
    private final Map<Row, Long> until;

    FirstOfKey(Deduplicate spec) {
        this(spec, new TableRows(), new LinkedHashMap<>());
    }

    private FirstOfKey(Deduplicate spec, TableRows first, Map<Row, Long> until) {
        this.spec = spec;
        this.first = first;
        this.until = until;
    }

    @Override
    public void onEvent(Context c, Event event, int port) {
        forget(c.now());
        Row key = new Row(event, List.of(spec.key()));
        Event known = first.at(key);
        if (known != null) {
            if (c.watched()) c.note(new TableNote.Duplicate(event, known));
            return;
        }
        first.put(key, event);
        if (spec.timeToLive() < Long.MAX_VALUE) {
            until.put(key, Numbers.plus(c.now(), spec.timeToLive()));
            wake(c);
        }
        c.send(0, event);
    }

    /** What comes at the very instant is new again. */
    private void forget(long now) {
        while (!until.isEmpty()) {
            Map.Entry<Row, Long> eldest = until.entrySet().iterator().next();
            if (eldest.getValue() > now) return;
            first.remove(eldest.getKey());
            until.remove(eldest.getKey());
        }
    }

    private void wake(Context c) {
        if (!until.isEmpty()) c.wakeAt(until.values().iterator().next());
    }

    @Override
    public void onTimer(Context c, long now) {
        forget(now);
        wake(c);
    }

    @Override
    public Processor copy() {
        return new FirstOfKey(spec, first.copy(), new LinkedHashMap<>(until));
    }

    @Override
    public Optional<Processor> under(Operator next) {
        if (!(next instanceof Deduplicate d) || d.key() != spec.key()) return Optional.empty();
        Map<Row, Long> ends = new LinkedHashMap<>();
        if (d.timeToLive() < Long.MAX_VALUE)
            until.forEach((key, end) -> ends.put(key, Numbers.plus(end - spec.timeToLive(), d.timeToLive())));
        return Optional.of(new FirstOfKey(d, first.copy(), ends));
    }

    /** What was known for ever is forgotten as if it had come now. */
    @Override
    public void changed(Context c) {
        if (spec.timeToLive() == Long.MAX_VALUE) return;
        for (Row key : first.keys())
            until.putIfAbsent(key, Numbers.plus(c.now(), spec.timeToLive()));
        forget(c.now());
        wake(c);
    }

    @Override
    public View view() {
        return first.view();
    }

    @Override
    public long hash() {
        long h = first.hash();
        for (long end : until.values())
            h = Numbers.mix(h, end);
        return h;
    }
}

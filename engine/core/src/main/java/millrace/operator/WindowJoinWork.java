package millrace.operator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import millrace.event.Event;
import org.jspecify.annotations.Nullable;

/** A {@link WindowJoin} at work: what both sides have, window by window, in order of arrival. */
final class WindowJoinWork extends JoinProcessor {
    private final WindowJoin spec;
    private final Assigner assigner;
    private final boolean whileOpen;
    /** By end, then start. */
    private final List<Span> spans = new ArrayList<>();

    /** The events of one window. */
    private static final class Span {
        private final long start;
        private final long end;
        private final List<List<Event>> sides = List.of(new ArrayList<>(), new ArrayList<>());

        Span(long start, long end) {
            this.start = start;
            this.end = end;
        }

        Span copy() {
            Span copy = new Span(start, end);
            copy.sides.get(LEFT).addAll(sides.get(LEFT));
            copy.sides.get(RIGHT).addAll(sides.get(RIGHT));
            return copy;
        }

        long hash() {
            long h = Numbers.mix(start, end);
            for (List<Event> side : sides) {
                h = Numbers.mix(h, side.size());
                for (Event event : side)
                    h = Numbers.mix(h, event.id);
            }
            return h;
        }
    }

    WindowJoinWork(WindowJoin spec) {
        super(spec.shape(), spec.type(), spec.batch());
        this.spec = spec;
        assigner = new Assigner(spec.window(), spec.dialect());
        whileOpen = spec.dialect().has(Dialect.Rule.JOINS_WHILE_WINDOW_OPEN);
    }

    @Override
    public void onEvent(Context c, Event event, int side) {
        long watermark = c.watermark();
        boolean covered = assigner.begin(event.time);
        if (event.time < watermark && !(whileOpen && covered && lastEnd() > watermark))
            late(c, event, side, watermark);
        else if (covered && assigner.begin(event.time)) put(c, event, side, watermark);
        else
            c.leftOut(event);
    }

    /** With the bounds of the last of its windows. */
    @Override
    Event alone(Context c, Event event, int side) {
        assigner.begin(event.time);
        lastEnd();
        return row.lateInWindow(c, side == LEFT ? event : null, side == RIGHT ? event : null, assigner.start,
                assigner.end, event.time);
    }

    /** The end of the last window that covers the instant the assigner was begun with. */
    private long lastEnd() {
        long end = assigner.end;
        while (assigner.next())
            end = assigner.end;
        return end;
    }

    private void put(Context c, Event event, int side, long watermark) {
        long last = assigner.end;
        do {
            last = assigner.end;
            if (last > watermark) span(assigner.start, last).sides.get(side).add(event);
        } while (assigner.next());
        if (c.watched()) c.note(new JoinNote.Kept(event, side, last - 1));
    }

    /** The window of these bounds, begun if there is none. Few are open, and the newest is the likeliest. */
    private Span span(long start, long end) {
        int at = spans.size();
        while (at > 0 && spans.get(at - 1).end > end)
            at--;
        if (at > 0 && spans.get(at - 1).end == end) return spans.get(at - 1);
        Span span = new Span(start, end);
        spans.add(at, span);
        return span;
    }

    @Override
    public void onWatermark(Context c, long watermark) {
        while (!spans.isEmpty() && spans.getFirst().end <= watermark) {
            Span span = spans.removeFirst();
            fire(c, span, watermark);
            if (c.watched()) letGo(c, span, watermark);
        }
        flush(c, watermark);
    }

    private void fire(Context c, Span span, long watermark) {
        Map<Object, List<Integer>> byKey = new HashMap<>();
        List<Event> rights = span.sides.get(RIGHT);
        for (int i = 0; i < rights.size(); i++) {
            Object key = shape.key(RIGHT, rights.get(i));
            if (key != null) byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
        boolean[] paired = new boolean[rights.size()];
        for (Event left : span.sides.get(LEFT)) {
            Object key = shape.key(LEFT, left);
            List<Integer> partners = key == null ? List.of() : byKey.getOrDefault(key, List.of());
            for (int at : partners) {
                paired[at] = true;
                pair(c, span, left, rights.get(at));
            }
            if (partners.isEmpty()) single(c, span, left, LEFT, watermark);
        }
        for (int i = 0; i < paired.length; i++)
            if (!paired[i]) single(c, span, rights.get(i), RIGHT, watermark);
    }

    private void pair(Context c, Span span, Event left, Event right) {
        Event made = row.inWindow(c, left, right, span.start, span.end);
        if (c.watched()) c.note(new JoinNote.Paired(made, left, right));
        say(c, made);
    }

    private void single(Context c, Span span, Event event, int side, long watermark) {
        boolean leaves = type.keeps(side);
        if (c.watched()) c.note(new JoinNote.Unmatched(event, side, watermark, leaves));
        if (!leaves) return;
        @Nullable
        Event left = side == LEFT ? event : null;
        say(c, row.inWindow(c, left, side == RIGHT ? event : null, span.start, span.end));
    }

    /** Tells which events no open window holds any more. */
    private void letGo(Context c, Span span, long watermark) {
        for (int side = LEFT; side <= RIGHT; side++) {
            for (Event event : span.sides.get(side)) {
                if (assigner.begin(event.time) && lastEnd() == span.end)
                    c.note(new JoinNote.LetGo(event, side, watermark, true, false));
            }
        }
    }

    @Override
    public Processor copy() {
        WindowJoinWork copy = new WindowJoinWork(spec);
        copyTo(copy);
        for (Span span : spans)
            copy.spans.add(span.copy());
        return copy;
    }

    /** Every event once, though several windows hold it. */
    @Override
    public View view() {
        List<List<Event>> kept = List.of(distinct(LEFT), distinct(RIGHT));
        return new View.Join(few(kept.get(LEFT)), few(kept.get(RIGHT)), kept.get(LEFT).size(), kept.get(RIGHT).size());
    }

    private List<Event> distinct(int side) {
        return spans.stream().flatMap(s -> s.sides.get(side).stream()).distinct().toList();
    }

    private static List<Event> few(List<Event> events) {
        return List.copyOf(events.subList(0, Math.min(View.MOST, events.size())));
    }

    @Override
    public long hash() {
        long h = Numbers.mix(spans.size(), hashHeld());
        for (Span span : spans)
            h = Numbers.mix(h, span.hash());
        return h;
    }
}

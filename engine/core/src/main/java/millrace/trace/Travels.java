package millrace.trace;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Element;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.event.Timing;

/** Elements that are on wires with a transit time. */
final class Travels {
    private static final int MOST_PER_WIRE = 400;

    private final Trace trace;

    Travels(Trace trace) {
        this.trace = trace;
    }

    /** @param wholeInstant whether everything sent at {@code time} has been sent, or only what the rows show */
    List<Moment.Travelling> at(int rows, long time, boolean wholeInstant) {
        List<Moment.Travelling> all = new ArrayList<>();
        for (int wire = 0; wire < trace.travels.length; wire++) {
            IntList list = trace.travels[wire];
            int from = list.below(rows);
            int to = Math.min(list.below(trace.size()), from + MOST_PER_WIRE);
            for (int i = from; i < to && sentAt(list.get(i)) <= time; i++)
                if (wholeInstant || sent(list.get(i), rows, time)) all.add(view(wire, list.get(i)));
        }
        return List.copyOf(all);
    }

    /** How many events are on each part of a wire, from its beginning to its end; all that are, however many. */
    int[] density(int wire, int rows, long time, int parts) {
        int[] counts = new int[parts];
        IntList list = trace.travels[wire];
        int size = list.below(trace.size());
        for (int i = list.below(rows); i < size && sentAt(list.get(i)) <= time; i++) {
            int row = list.get(i);
            double way = Math.max(1, trace.at(row) - sentAt(row));
            if (trace.columns.flag(row) == Facts.EVENT)
                counts[(int) Math.clamp((time - sentAt(row)) / way * parts, 0, parts - 1)]++;
        }
        return counts;
    }

    private long sentAt(int row) {
        return trace.at(row) - Facts.travel(trace, row);
    }

    private boolean sent(int row, int rows, long time) {
        boolean event = trace.columns.flag(row) == Facts.EVENT;
        return event ? trace.events.born(trace.columns.subject(row)) < rows : sentAt(row) < time;
    }

    private Moment.Travelling view(int wire, int row) {
        Element element = Facts.element(trace, row);
        boolean late = element instanceof Event event && late(wire, event, row);
        return new Moment.Travelling(trace.plan().wires().get(wire).id(), element, sentAt(row), trace.at(row), late);
    }

    /** A pane's timing decides; of other events, whether the sender's watermark had passed them when they were sent. */
    private boolean late(int wire, Event event, int row) {
        if (event.schema.panes()) return Pane.of(event).timing() == Timing.LATE;
        int sent = trace.rowsUntil(sentAt(row) - 1);
        return event.time < Watermarks.ofNode(trace, trace.plan().wires().get(wire).from(), sent);
    }
}

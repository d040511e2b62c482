package millrace.app.chart;

import java.util.List;
import java.util.Optional;
import millrace.app.look.Keys;
import millrace.design.Clock;
import millrace.event.Timing;
import millrace.trace.ChartData;
import millrace.trace.WatermarkLine;

/**
 * All that a time chart shows of one node over a whole run. Times are ms; nothing depends on the playhead.
 *
 * @param node id of the node
 * @param byProcessingTime its windows follow processing time: they lie down
 * @param start processing time of the run's start
 * @param end processing time of the run's last step
 * @param columns in order of first arrival
 * @param levers what can be set by dragging
 * @param beside what a join, a crash and silence add
 */
public record ChartModel(String node, Clock clock, boolean byProcessingTime, long start, long end, Keys keys,
        Arrivals arrivals, List<Column> columns, WatermarkLine watermark, Levers levers, Beside beside) {
    /** A time that never comes. */
    public static final long NEVER = Long.MAX_VALUE;

    /** What became of an event at this node. */
    public enum Fate {
        IN_TIME,
        LATE,
        DROPPED
    }

    /**
     * An event that came to the node.
     *
     * @param figure its value as it stands in the disc, "" for none
     * @param input the port that it came by
     * @param lostAt when it was lost again in a crash, or {@link #NEVER}
     */
    public record Arrival(long event, long eventTime, long at, String key, String figure, Fate fate, int input,
            long lostAt) {
        /** An event of the first input that is not lost. */
        public Arrival(long event, long eventTime, long at, String key, String figure, Fate fate) {
            this(event, eventTime, at, key, figure, fate, 0, NEVER);
        }
    }

    /** What a join, a crash and silence leave on the chart. */
    public record Beside(ChartData.Join join, List<ChartData.Idle> idle, List<ChartData.Outage> outages) {
        public static final Beside NOTHING = new Beside(new ChartData.Join(List.of(), List.of(), List.of()), List.of(),
                List.of());
    }

    /** A result that was taken back. */
    public record TakenBack(long at, String value, Timing timing) {}

    /** The session that swallowed another: its bounds then. */
    public record Swallow(long start, long end) {}

    /**
     * A window of one key.
     *
     * @param first processing time of its first event
     * @param gone processing time at which its state was thrown away or merged into another window, or {@link #NEVER}
     * @param merged it did not expire but became part of another window
     * @param stages the bounds that a session had before it grew to these, in order; none for windows that never grow
     * @param panes in the order in which they left, retractions left out
     * @param takenBack the retractions
     * @param into the session that it became part of
     */
    public record Column(String key, long start, long end, long first, long gone, boolean merged, List<Stage> stages,
            List<PaneMark> panes, List<TakenBack> takenBack, Optional<Swallow> into) {
        public Column {
            stages = List.copyOf(stages);
            panes = List.copyOf(panes);
            takenBack = List.copyOf(takenBack);
        }

        /** A window that took nothing back. */
        public Column(String key, long start, long end, long first, long gone, boolean merged, List<Stage> stages,
                List<PaneMark> panes) {
            this(key, start, end, first, gone, merged, stages, panes, List.of(), Optional.empty());
        }

        /** The bounds at an instant. */
        public Stage stage(long time) {
            Stage found = stages.isEmpty() ? new Stage(first, start, end) : stages.getFirst();
            for (Stage s : stages)
                if (s.from() <= time) found = s;
            return found;
        }

        /** Processing time of the on-time pane, or of the first late one, or {@link #NEVER}. */
        public long closed() {
            return panes.stream().filter(p -> p.timing() != Timing.EARLY).findFirst().map(PaneMark::at).orElse(NEVER);
        }

        /** Processing time up to which something is to be told: its last pane, or the merge. */
        public long last() {
            long lastPane = panes.isEmpty() ? first : panes.getLast().at();
            return merged ? gone : lastPane;
        }

        /** How many panes have left at an instant. */
        public int left(long time) {
            return (int) panes.stream().filter(p -> p.at() <= time).count();
        }
    }

    /** From {@code from} (processing time) on the window is [start, end). */
    public record Stage(long from, long start, long end) {}

    /**
     * A result that left a window.
     *
     * @param value its first aggregate as text
     * @param detail all its aggregates with their names, or the value again if there is only one
     * @param index number within window and key, from 0
     * @param event id of the event that carries it
     */
    public record PaneMark(long at, Timing timing, String value, String detail, int index, long event) {}

    public ChartModel {
        columns = List.copyOf(columns);
    }

    /** A chart of which nothing can be dragged. */
    public ChartModel(String node, Clock clock, boolean byProcessingTime, long start, long end, Keys keys,
            Arrivals arrivals, List<Column> columns, WatermarkLine watermark) {
        this(node, clock, byProcessingTime, start, end, keys, arrivals, columns, watermark, Levers.NONE, Beside.NOTHING);
    }

    /** Only what belongs to one key. The watermark is of all. */
    public ChartModel ofKey(String key) {
        return new ChartModel(node, clock, byProcessingTime, start, end, keys, arrivals.ofKey(keys.place(key)),
                columns.stream().filter(c -> c.key().equals(key)).toList(), watermark, levers, beside);
    }
}

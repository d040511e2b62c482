package millrace.app.chart;

import millrace.app.chart.ChartModel.Column;

/** A place of the chart that can be taken to drag a setting. */
sealed interface Grip {
    Lever lever();

    /** The watermark's line. */
    record Line() implements Grip {
        @Override
        public Lever lever() {
            return Lever.BOUND;
        }
    }

    /** The line below which windows are gone: as far behind the watermark as the lateness says. */
    record Horizon() implements Grip {
        @Override
        public Lever lever() {
            return Lever.LATENESS;
        }
    }

    /** The left or right edge of a window, at its end in time; of one that lies, as those of processing time do, lower or upper. */
    record Edge(Lever lever, Column column) implements Grip {}

    /** The upper edge of a window: when it is thrown away. */
    record Top(Column column) implements Grip {
        @Override
        public Lever lever() {
            return Lever.LATENESS;
        }
    }
}

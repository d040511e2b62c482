package millrace.app.chart;

import millrace.app.chart.ChartModel.Arrival;
import millrace.app.chart.ChartModel.Column;
import millrace.app.chart.ChartModel.PaneMark;

/** What the pointer is on, or what is held and asked about. */
public sealed interface Target {
    /** An event's disc. */
    record OfEvent(Arrival arrival) implements Target {}

    /** A result that left. */
    record OfPane(Column column, PaneMark pane) implements Target {}

    /** A window, at the processing time {@code at} that was pointed to. */
    record OfWindow(Column column, long at) implements Target {}

    /** An empty place of the plot: nothing is there at this event time and this processing time. */
    record OfGap(long eventTime, long at) implements Target {}
}

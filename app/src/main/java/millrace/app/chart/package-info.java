/** The time chart: event time across, processing time up, and what a window node made of both. */
@NullMarked
package millrace.app.chart;

import org.jspecify.annotations.NullMarked;

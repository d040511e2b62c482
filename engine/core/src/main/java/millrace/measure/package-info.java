/** Figures over a whole run, for views and comparisons: courses of checkpoints, series over time, what is true of windows. */
@NullMarked
package millrace.measure;

import org.jspecify.annotations.NullMarked;

/** The view of metrics: what an operator would watch on a wall, over the whole run. */
@NullMarked
package millrace.app.metrics;

import org.jspecify.annotations.NullMarked;

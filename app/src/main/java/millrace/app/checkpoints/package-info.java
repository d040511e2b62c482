/** The view of checkpoints: the course of each through the graph. */
@NullMarked
package millrace.app.checkpoints;

import org.jspecify.annotations.NullMarked;

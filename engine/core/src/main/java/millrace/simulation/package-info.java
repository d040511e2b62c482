/** The one loop that runs a plan, for the screen and without it. */
@NullMarked
package millrace.simulation;

import org.jspecify.annotations.NullMarked;

/** Showing a run to a room: what is on the wall, and the steps that a presenter takes through it. */
@NullMarked
package millrace.app.present;

import org.jspecify.annotations.NullMarked;

/** Two or more runs on one clock: a pinned one beside the present, or the present design run in several ways. */
@NullMarked
package millrace.app.compare;

import org.jspecify.annotations.NullMarked;

/** What happened in a run, and any moment of it. */
@NullMarked
package millrace.trace;

import org.jspecify.annotations.NullMarked;

/** The design: an immutable value that holds everything a run depends on, and the problems it may have. */
@NullMarked
package millrace.design;

import org.jspecify.annotations.NullMarked;

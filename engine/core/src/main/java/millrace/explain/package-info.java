/** Answers to "why?" as sentences with the figures that decided. */
@NullMarked
package millrace.explain;

import org.jspecify.annotations.NullMarked;

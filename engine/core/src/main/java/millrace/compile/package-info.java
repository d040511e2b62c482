/** Design to plan, or problems. */
@NullMarked
package millrace.compile;

import org.jspecify.annotations.NullMarked;

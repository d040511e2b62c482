/** What a design says a run gives, held against a run. */
@NullMarked
package millrace.expect;

import org.jspecify.annotations.NullMarked;

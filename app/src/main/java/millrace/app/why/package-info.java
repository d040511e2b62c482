/** The card that answers "why?", beside the thing it is about. */
@NullMarked
package millrace.app.why;

import org.jspecify.annotations.NullMarked;

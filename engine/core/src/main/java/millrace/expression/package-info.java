/** Typed expressions over an event's fields: safe and total, never a script. */
@NullMarked
package millrace.expression;

import org.jspecify.annotations.NullMarked;

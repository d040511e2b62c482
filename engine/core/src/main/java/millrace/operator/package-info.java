/** Semantics: what each operator does with events, watermarks and timers. Configuration only; state belongs to the runtime. */
@NullMarked
package millrace.operator;

import org.jspecify.annotations.NullMarked;

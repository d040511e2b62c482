/** The view of the truth: what is right, what was said when, what was missed, and what waiting longer would give. */
@NullMarked
package millrace.app.truth;

import org.jspecify.annotations.NullMarked;

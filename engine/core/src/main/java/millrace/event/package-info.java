/** What flows: elements, their schemas and the marks a pane carries. The lowest package; it uses no other. */
@NullMarked
package millrace.event;

import org.jspecify.annotations.NullMarked;

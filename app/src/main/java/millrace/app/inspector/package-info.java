/** The right side of the window: the settings of the selected node, and its state at the playhead. */
@NullMarked
package millrace.app.inspector;

import org.jspecify.annotations.NullMarked;

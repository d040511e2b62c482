/** The design being edited: its state, the steps that change it, undo. The only writer of the design; free of JavaFX. */
@NullMarked
package millrace.app.editor;

import org.jspecify.annotations.NullMarked;

/** The canvas: nodes and wires, what each node does at the moment, and what travels between them. */
@NullMarked
package millrace.app.canvas;

import org.jspecify.annotations.NullMarked;

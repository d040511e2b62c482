/** Finding things by what one types: actions, node types, nodes; and what of a design fits a search. No JavaFX. */
@NullMarked
package millrace.app.find;

import org.jspecify.annotations.NullMarked;

/** Colours, typefaces and marks: how things look, everywhere in the program. */
@NullMarked
package millrace.app.look;

import org.jspecify.annotations.NullMarked;

/** The program: the designer's window and the command line. */
@NullMarked
package millrace.app;

import org.jspecify.annotations.NullMarked;

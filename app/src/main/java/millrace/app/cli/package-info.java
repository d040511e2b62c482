/** The command line: a class for each command; none of them touches a class of JavaFX. */
@NullMarked
package millrace.app.cli;

import org.jspecify.annotations.NullMarked;

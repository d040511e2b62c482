/** The window: bars, panels, files and actions; joins all parts by their constructors. */
@NullMarked
package millrace.app.shell;

import org.jspecify.annotations.NullMarked;

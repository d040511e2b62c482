/** The page that greets: the shipped designs by chapter, recent files. */
@NullMarked
package millrace.app.welcome;

import org.jspecify.annotations.NullMarked;

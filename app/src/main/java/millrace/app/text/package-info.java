/** The words on the screen, in resource bundles. */
@NullMarked
package millrace.app.text;

import org.jspecify.annotations.NullMarked;

/** What a person chose once for all designs, and how the windows stood. */
@NullMarked
package millrace.app.prefs;

import org.jspecify.annotations.NullMarked;

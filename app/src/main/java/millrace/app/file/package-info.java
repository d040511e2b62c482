/** What a person's files need beside being read and written: side files, recovery, watching, remembering; no JavaFX. */
@NullMarked
package millrace.app.file;

import org.jspecify.annotations.NullMarked;

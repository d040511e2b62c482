/** Tables: their rows at the playhead beside the changes that made them. */
@NullMarked
package millrace.app.tables;

import org.jspecify.annotations.NullMarked;

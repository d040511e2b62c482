/** The design file: reader, writer, problems with line and column. */
@NullMarked
package millrace.format;

import org.jspecify.annotations.NullMarked;

/** The run of the present design, kept up to date in the background, and the playhead that moves over it. */
@NullMarked
package millrace.app.run;

import org.jspecify.annotations.NullMarked;

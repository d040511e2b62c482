/** The timeline: the whole run along one line, with its marks and the playhead. */
@NullMarked
package millrace.app.timeline;

import org.jspecify.annotations.NullMarked;

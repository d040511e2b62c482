/** Pictures and clips as files: PNG, SVG, GIF, MP4, and a page of the web that replays a part of a run. */
@NullMarked
package millrace.app.export;

import org.jspecify.annotations.NullMarked;

/** What each node puts out as marbles on one axis of processing time. */
@NullMarked
package millrace.app.lanes;

import org.jspecify.annotations.NullMarked;

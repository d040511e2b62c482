/** What a view below the timeline is: one more picture of the same run at the same moment. */
@NullMarked
package millrace.app.pane;

import org.jspecify.annotations.NullMarked;

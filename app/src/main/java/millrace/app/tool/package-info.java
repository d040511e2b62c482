/**
 * What the hand is doing on the canvas: one small state for each, that turns pointer and keys into effects. What is not
 * yet done lives in the state alone, so that cancelling is forgetting it. Free of JavaFX.
 */
@NullMarked
package millrace.app.tool;

import org.jspecify.annotations.NullMarked;

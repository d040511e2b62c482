/** Puts the nodes of a design in order: layers from the sources to the sinks. Knows no window. */
@org.jspecify.annotations.NullMarked
package millrace.app.arrange;

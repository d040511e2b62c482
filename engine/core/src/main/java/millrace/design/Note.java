package millrace.design;

/** A text on the canvas. */
public record Note(String id, String text, Point at, Value.Group extra) {}

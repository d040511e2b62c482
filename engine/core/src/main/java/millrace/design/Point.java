package millrace.design;

/** A place on the canvas in logical pixels at 100 % zoom: the upper left corner of a node or note. */
public record Point(double x, double y) {}

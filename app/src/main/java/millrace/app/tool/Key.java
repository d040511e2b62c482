package millrace.app.tool;

/** The keys that mean something on the canvas. */
public enum Key {
    LEFT,
    RIGHT,
    UP,
    DOWN,
    DELETE,
    ESCAPE,
    ENTER,
    TAB,
    /** With Ctrl: everything. */
    A,
    /** With Ctrl: duplicate. */
    D
}

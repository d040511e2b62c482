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
    D,
    /** Begins a wire from the selected node. */
    CONNECT,
    /** Ctrl with Delete: removes nodes and joins what they stood between. */
    TAKE_OUT,
    /** Offers node types without the pointer. */
    OFFER
}

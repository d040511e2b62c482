package millrace.app.tool;

/** A state of the hand. Each method says what an event in this state leads to; the usual answer is "nothing". */
public sealed interface Tool permits Idle, PointingNode, DraggingNodes, DrawingWire, Connecting, Brushing, Panning,
        DroppingNew {
    default Turn press(Pointer p, Hand hand) {
        return Turn.to(this);
    }

    default Turn drag(Pointer p, Hand hand) {
        return Turn.to(this);
    }

    default Turn release(Pointer p, Hand hand) {
        return Turn.to(this);
    }

    /** The pointer moves with no button down. */
    default Turn move(Pointer p, Hand hand) {
        return Turn.to(this);
    }

    /** Escape forgets what the hand was doing. */
    default Turn key(Key key, Mods mods, Hand hand) {
        return key == Key.ESCAPE ? Turn.to(Idle.START) : Turn.to(this);
    }
}

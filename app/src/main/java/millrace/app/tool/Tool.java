package millrace.app.tool;

import java.util.Optional;
import millrace.app.editor.Edits;
import millrace.app.editor.Transaction;

/** A state of the hand. Each method says what an event in this state leads to; the usual answer is "nothing". */
public sealed interface Tool permits Idle, PointingNode, DraggingNodes, DrawingWire, Connecting, Brushing, Panning,
        DroppingNew, Resizing, Framing {
    /** The edit that this would be if the hand let go now: the picture shows it as done. */
    default Optional<Transaction> pending(Edits edits) {
        return Optional.empty();
    }

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

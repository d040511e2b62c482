package millrace.app.tool;

import java.util.Optional;
import millrace.app.editor.Transaction;
import millrace.catalog.NodeType;
import millrace.design.Point;

/**
 * A new node comes from the palette.
 *
 * @param at the pointer
 * @param wire where it would go in between
 */
public record DroppingNew(NodeType type, Point at, Optional<String> wire) implements Tool {
    /** Where the pointer holds a new node, from its corner. */
    public static final Point GRIP = new Point(60, 22);

    @Override
    public Turn drag(Pointer p, Hand hand) {
        Optional<String> over = hand.ground().wire(p.at(), w -> hand.insertion().fits(hand.design(), type, w));
        return Turn.to(new DroppingNew(type, p.at(), over));
    }

    @Override
    public Turn move(Pointer p, Hand hand) {
        return drag(p, hand);
    }

    @Override
    public Turn release(Pointer p, Hand hand) {
        Transaction edit = wire.map(w -> hand.edits().insert(type, corner(), w))
                .orElseGet(() -> hand.edits().add(type, corner()));
        return Turn.to(Idle.START, new Effect.Do(edit));
    }

    /** The corner of the node that would be made. */
    public Point corner() {
        return new Point(Hand.snap(at.x() - GRIP.x()), Hand.snap(at.y() - GRIP.y()));
    }
}

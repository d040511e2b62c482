package millrace.app.tool;

import java.util.Optional;
import millrace.app.editor.Selection;
import millrace.app.editor.Transaction;
import millrace.design.Point;

/**
 * Nodes and notes follow the pointer, in steps of the grid (freely with Alt).
 *
 * @param origin where the grabbed one stood
 * @param wire where the dragged nodes would go in between
 */
public record DraggingNodes(Selection what, Point origin, Pointer start, double dx, double dy, Optional<String> wire)
        implements Tool {
    @Override
    public Turn drag(Pointer p, Hand hand) {
        double x = p.at().x() - start.at().x();
        double y = p.at().y() - start.at().y();
        boolean free = p.mods().alt();
        double nextX = free ? x : Hand.snap(origin.x() + x) - origin.x();
        double nextY = free ? y : Hand.snap(origin.y() + y) - origin.y();
        return Turn.to(new DraggingNodes(what, origin, start, nextX, nextY, target(p, hand)));
    }

    private Optional<String> target(Pointer p, Hand hand) {
        if (what.nodes().isEmpty()) return Optional.empty();
        return hand.ground().wire(p.at(), w -> hand.insertion().fits(hand.design(), what.nodes(), w));
    }

    @Override
    public Turn release(Pointer p, Hand hand) {
        if (dx == 0 && dy == 0 && wire.isEmpty()) return Turn.to(Idle.START);
        Transaction edit = wire.map(w -> hand.edits().insert(what, dx, dy, w))
                .orElseGet(() -> hand.edits().move(what, dx, dy));
        return Turn.to(Idle.START, new Effect.Do(edit));
    }
}

package millrace.app.tool;

import java.util.List;
import java.util.Optional;
import millrace.app.editor.Edits;
import millrace.app.editor.Selection;
import millrace.app.editor.Transaction;

/**
 * Nodes, notes and frames follow the pointer: into line with their neighbours, else in steps of the grid (freely with Alt).
 *
 * @param what moves, with what lies in frames
 * @param lines what the grabbed one is in line with
 * @param wire where the dragged nodes would go in between
 */
public record DraggingNodes(Selection what, Guides guides, Pointer start, double dx, double dy,
        List<Guides.Line> lines, Optional<String> wire) implements Tool {
    /** Takes hold of these things at one of them. */
    static DraggingNodes grab(Selection what, Selection grabbed, Pointer start, Hand hand) {
        Guides guides = Guides.of(what, grabbed, start, hand.ground());
        return new DraggingNodes(what, guides, start, 0, 0, List.of(), Optional.empty());
    }

    @Override
    public Turn drag(Pointer p, Hand hand) {
        Guides.Snap snap = guides.snap(p.at().x() - start.at().x(), p.at().y() - start.at().y(), p.mods().alt());
        return Turn
                .to(new DraggingNodes(what, guides, start, snap.dx(), snap.dy(), snap.lines(), target(p, hand)));
    }

    private Optional<String> target(Pointer p, Hand hand) {
        if (what.nodes().isEmpty() || !what.frames().isEmpty()) return Optional.empty();
        return hand.ground().wire(p.at(), w -> hand.insertion().fits(hand.design(), what.nodes(), w));
    }

    @Override
    public Optional<Transaction> pending(Edits edits) {
        return Optional.of(edits.move(what, dx, dy));
    }

    @Override
    public Turn release(Pointer p, Hand hand) {
        if (dx == 0 && dy == 0 && wire.isEmpty()) return Turn.to(Idle.START);
        Transaction edit = wire.map(w -> hand.edits().insert(what, dx, dy, w))
                .orElseGet(() -> hand.edits().move(what, dx, dy));
        return Turn.to(Idle.START, new Effect.Do(edit));
    }
}

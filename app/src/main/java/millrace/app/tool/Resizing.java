package millrace.app.tool;

import java.util.Optional;
import millrace.app.editor.Edits;
import millrace.app.editor.Transaction;
import millrace.design.Frame;
import millrace.design.Note;
import millrace.design.Point;

/**
 * An edge of a frame, or the right one of a note, follows the pointer, in steps of the grid (freely with Alt).
 *
 * @param before the room it took
 * @param now the room it is to take
 */
public record Resizing(Hit.OnEdge edge, Pointer start, Box before, Box now) implements Tool {
    /** Takes hold of an edge; nothing if there is no such thing. */
    static Optional<Resizing> grab(Hit.OnEdge edge, Pointer start, Ground ground) {
        return ground.standing()
                .stream()
                .filter(s -> s.what().equals(edge.selection()))
                .findFirst()
                .map(s -> new Resizing(edge, start, s.box(), s.box()));
    }

    @Override
    public Turn drag(Pointer p, Hand hand) {
        if (now.equals(before) && !p.strayedFrom(start)) return Turn.to(this);
        double dx = p.at().x() - start.at().x();
        double dy = p.at().y() - start.at().y();
        boolean free = p.mods().alt();
        double least = edge.note() ? Note.NARROWEST : Frame.SMALLEST;
        double left = edge.across() < 0 ? Math.min(placed(before.x() + dx, free), before.right() - least) : before.x();
        double right = edge.across() > 0 ? Math.max(placed(before.right() + dx, free), before.x() + least)
                : before.right();
        double top = edge.down() < 0 ? Math.min(placed(before.y() + dy, free), before.bottom() - least) : before.y();
        double bottom = edge.down() > 0 ? Math.max(placed(before.bottom() + dy, free), before.y() + least)
                : before.bottom();
        return Turn.to(new Resizing(edge, start, before,
                Box.between(new Point(left, top), new Point(right, bottom))));
    }

    private static double placed(double at, boolean free) {
        return free ? at : Hand.snap(at);
    }

    @Override
    public Optional<Transaction> pending(Edits edits) {
        if (now.equals(before)) return Optional.empty();
        return Optional.of(edge.note() ? edits.sizeNote(edge.id(), now.width())
                : edits.sizeFrame(edge.id(), new Point(now.x(), now.y()), now.width(), now.height()));
    }

    @Override
    public Turn release(Pointer p, Hand hand) {
        return pending(hand.edits()).map(edit -> Turn.to(Idle.START, new Effect.Do(edit)))
                .orElseGet(() -> Turn.to(Idle.START));
    }
}

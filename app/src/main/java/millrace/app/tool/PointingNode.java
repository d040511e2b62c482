package millrace.app.tool;

import millrace.app.editor.Selection;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Point;

/**
 * A button is down on a node or note, and may become a click or a drag.
 *
 * @param selected whether it was selected before the press
 */
public record PointingNode(Hit hit, Pointer start, boolean selected) implements Tool {
    @Override
    public Turn drag(Pointer p, Hand hand) {
        if (!p.strayedFrom(start)) return Turn.to(this);
        Selection all = hand.state().selection().contains(hit.selection()) ? hand.state().selection() : hit.selection();
        return new DraggingNodes(all, origin(hand), start, 0, 0, java.util.Optional.empty()).drag(p, hand);
    }

    /** Where the grabbed thing stands. */
    private Point origin(Hand hand) {
        return switch (hit) {
            case Hit.OnNode n -> hand.design().node(n.id()).map(Node::at).orElse(start.at());
            case Hit.OnNote n -> hand.design()
                    .notes()
                    .stream()
                    .filter(note -> note.id().equals(n.id()))
                    .map(Note::at)
                    .findFirst()
                    .orElse(start.at());
            case Hit.Nothing n -> start.at();
            case Hit.OnWire n -> start.at();
            case Hit.OnPort n -> start.at();
            case Hit.OnEvent n -> start.at();
        };
    }

    /** A click on one of several selected things selects it alone; with Shift it leaves them. */
    @Override
    public Turn release(Pointer p, Hand hand) {
        if (!selected) return Turn.to(new Idle(hit));
        Selection next = start.mods().shift() ? hand.state().selection().toggled(hit.selection()) : hit.selection();
        return Turn.to(new Idle(hit), new Effect.Select(next));
    }
}

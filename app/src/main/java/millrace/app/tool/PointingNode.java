package millrace.app.tool;

import java.util.List;
import java.util.Optional;
import millrace.app.editor.Selection;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Point;

/**
 * A button is down on a node, a note or an event in a node, and may become a click or a drag.
 *
 * @param selected whether it was selected before the press
 */
public record PointingNode(Hit hit, Pointer start, boolean selected) implements Tool {
    @Override
    public Turn drag(Pointer p, Hand hand) {
        if (!p.strayedFrom(start)) return Turn.to(this);
        Selection all = hand.state().selection().contains(hit.selection()) ? hand.state().selection() : hit.selection();
        Turn turn = new DraggingNodes(all, origin(hand), start, 0, 0, Optional.empty()).drag(p, hand);
        return new Turn(turn.next(), List.of(new Effect.Select(all)));
    }

    /** Where the grabbed thing stands. */
    private Point origin(Hand hand) {
        return switch (hit) {
            case Hit.OnNode n -> place(n.id(), hand);
            case Hit.OnEvent e -> place(e.node(), hand);
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
        };
    }

    private Point place(String node, Hand hand) {
        return hand.design().node(node).map(Node::at).orElse(start.at());
    }

    /** A click on one of several selected things selects it alone; with Shift it leaves them. An event is held. */
    @Override
    public Turn release(Pointer p, Hand hand) {
        if (hit instanceof Hit.OnEvent e) return Turn.to(new Idle(hit), new Effect.Hold(e.event(), e.node()));
        if (!selected) return Turn.to(new Idle(hit));
        Selection next = start.mods().shift() ? hand.state().selection().toggled(hit.selection()) : hit.selection();
        return Turn.to(new Idle(hit), new Effect.Select(next));
    }
}

package millrace.app.tool;

import java.util.List;
import java.util.Optional;
import millrace.app.editor.Selection;

/**
 * A button is down on a node, a note, a frame or an event in a node, and may become a click or a drag.
 *
 * @param selected whether it was selected before the press
 */
public record PointingNode(Hit hit, Pointer start, boolean selected) implements Tool {
    @Override
    public Turn drag(Pointer p, Hand hand) {
        if (!p.strayedFrom(start)) return Turn.to(this);
        Selection all = hand.state().selection().contains(hit.selection()) ? hand.state().selection() : hit.selection();
        Turn turn = DraggingNodes.grab(hand.carried(all), hit.selection(), start, hand).drag(p, hand);
        return new Turn(turn.next(), List.of(new Effect.Select(all)));
    }

    /** A click on one of several selected things selects it alone; with Shift it leaves them. An event is held. */
    @Override
    public Turn release(Pointer p, Hand hand) {
        if (hit instanceof Hit.OnEvent e) return Turn.to(new Idle(hit), new Effect.Hold(e.event(), e.node()));
        if (hit instanceof Hit.OnPart && !start.mods().shift()) return Turn.to(new Idle(hit), new Effect.Ask(hit));
        Optional<String> link = hit instanceof Hit.OnNote ? hand.ground().link(p.at()) : Optional.empty();
        if (link.isPresent() && !start.mods().shift())
            return Turn.to(new Idle(hit), new Effect.Select(hit.selection()), new Effect.Follow(link.get()));
        if (!selected) return Turn.to(new Idle(hit));
        Selection next = start.mods().shift() ? hand.state().selection().toggled(hit.selection()) : hit.selection();
        return Turn.to(new Idle(hit), new Effect.Select(next));
    }
}

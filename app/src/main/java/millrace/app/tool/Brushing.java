package millrace.app.tool;

import millrace.app.editor.Selection;
import millrace.design.Point;

/** A box is drawn around things to select them; {@code base} is what was selected before (with Shift). */
public record Brushing(Pointer start, Point at, Selection base) implements Tool {
    public Box box() {
        return Box.between(start.at(), at);
    }

    @Override
    public Turn drag(Pointer p, Hand hand) {
        if (!p.strayedFrom(start)) return Turn.to(this);
        Brushing next = new Brushing(start, p.at(), base);
        return Turn.to(next, new Effect.Select(base.with(hand.ground().within(next.box()))));
    }

    @Override
    public Turn release(Pointer p, Hand hand) {
        return Turn.to(Idle.START);
    }

    @Override
    public Turn key(Key key, Mods mods, Hand hand) {
        return key == Key.ESCAPE ? Turn.to(Idle.START, new Effect.Select(base)) : Turn.to(this);
    }
}

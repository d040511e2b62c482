package millrace.app.tool;

import millrace.design.Frame;
import millrace.design.Point;

/** A frame is drawn by hand. */
public record Framing(Pointer start, Point at) implements Tool {
    public Box box() {
        Point from = new Point(Hand.snap(start.at().x()), Hand.snap(start.at().y()));
        return Box.between(from, new Point(Hand.snap(at.x()), Hand.snap(at.y())));
    }

    @Override
    public Turn drag(Pointer p, Hand hand) {
        return Turn.to(new Framing(start, p.at()));
    }

    /** One that is too small to hold anything was not meant. */
    @Override
    public Turn release(Pointer p, Hand hand) {
        Box box = box();
        if (box.width() < Frame.SMALLEST || box.height() < Frame.SMALLEST) return Turn.to(Idle.START);
        return Turn.to(Idle.START,
                new Effect.Do(hand.edits().addFrame("", new Point(box.x(), box.y()), box.width(), box.height())),
                new Effect.Name());
    }
}

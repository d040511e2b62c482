package millrace.app.tool;

import java.util.Optional;
import millrace.app.editor.Partners;
import millrace.app.editor.Refusal;
import millrace.app.editor.Selection;
import millrace.app.editor.Transaction;
import millrace.design.Design;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Wire;

/**
 * A wire hangs between a port and the pointer.
 *
 * @param anchor the end that stays
 * @param lifted the wire whose other end was taken off its port, if it was there before
 * @param partners where it may end, as found when it was begun
 * @param over the other port under the pointer, whether it fits or not
 */
public record DrawingWire(Hit.OnPort anchor, Optional<String> lifted, Partners partners, Point at,
        Optional<Hit.OnPort> over, Pointer start, boolean strayed) implements Tool {

    /** Begins at a port; the end of the selected wire, and of the one wire at an input, is lifted off. */
    static DrawingWire from(Hit.OnPort port, Pointer p, Hand hand) {
        Optional<Wire> lifted = selectedEnd(port, hand).or(() -> onlyWire(port, hand));
        Hit.OnPort anchor = lifted.map(w -> other(w, port.output())).orElse(port);
        Design without = lifted.map(w -> hand.design().removeWire(w.id())).orElse(hand.design());
        return new DrawingWire(anchor, lifted.map(Wire::id),
                hand.wiring().partners(without, anchor.port(), anchor.output()), p.at(), Optional.empty(), p, false);
    }

    private static Optional<Wire> selectedEnd(Hit.OnPort port, Hand hand) {
        return hand.design()
                .wires()
                .stream()
                .filter(w -> hand.state().selection().equals(Selection.wire(w.id())))
                .filter(w -> (port.output() ? w.from() : w.to()).equals(port.port()))
                .findFirst();
    }

    private static Optional<Wire> onlyWire(Hit.OnPort port, Hand hand) {
        if (port.output()) return Optional.empty();
        var wires = hand.design().wires().stream().filter(w -> w.to().equals(port.port())).toList();
        return wires.size() == 1 ? Optional.of(wires.getFirst()) : Optional.empty();
    }

    private static Hit.OnPort other(Wire wire, boolean output) {
        return output ? new Hit.OnPort(wire.to(), false) : new Hit.OnPort(wire.from(), true);
    }

    /** Why the wire can't end at this port; nothing if it can. */
    public Optional<Refusal> refusal(Hit.OnPort port) {
        return partners.refusal(port.port(), port.output());
    }

    /** Why it can't end where the pointer is. */
    public Optional<Refusal> refusal() {
        return over.flatMap(this::refusal);
    }

    /** The port under the pointer, if it fits. */
    public Optional<PortRef> target() {
        return over.filter(p -> refusal(p).isEmpty()).map(Hit.OnPort::port);
    }

    @Override
    public Turn drag(Pointer p, Hand hand) {
        Optional<Hit.OnPort> next = hand.ground().port(p.at()).filter(port -> !port.equals(anchor));
        DrawingWire now = new DrawingWire(anchor, lifted, partners, p.at(), next, start,
                strayed || p.strayedFrom(start));
        return now.refusal().isEmpty() || next.equals(over) ? Turn.to(now)
                : Turn.to(now, new Effect.Say(now.refusal().get().sentence()));
    }

    /** A wire begun by a click follows the pointer without a button, too. */
    @Override
    public Turn move(Pointer p, Hand hand) {
        return drag(p, hand);
    }

    @Override
    public Turn release(Pointer p, Hand hand) {
        Optional<PortRef> target = target();
        if (!strayed)
            return lifted.isPresent() && hand.state().selection().equals(Selection.wire(lifted.get()))
                    ? Turn.to(Idle.START)
                    : Turn.to(Idle.START, new Effect.Select(start(hand).selection()));
        if (target.isPresent()) return Turn.to(Idle.START, new Effect.Do(connect(target.get(), hand)));
        return open(hand.ground().hit(p.at())) ? dropped(p, hand) : Turn.to(Idle.START);
    }

    /** What the button was pressed on: the port of a lifted end, or the anchor. */
    private Hit start(Hand hand) {
        return hand.ground().hit(start.at());
    }

    /** Whether nothing stands here that a wire could have been meant for. */
    private static boolean open(Hit hit) {
        return hit instanceof Hit.Nothing || hit instanceof Hit.OnNote || hit instanceof Hit.OnWire;
    }

    private Turn dropped(Pointer p, Hand hand) {
        if (lifted.isPresent()) return Turn.to(Idle.START, new Effect.Do(hand.edits().disconnect(lifted.get())));
        return Turn.to(Idle.START, new Effect.Offer(p.at(), Optional.of(anchor),
                hand.wiring().offers(hand.palette(), hand.design(), anchor.port(), anchor.output())));
    }

    private Transaction connect(PortRef to, Hand hand) {
        return lifted.map(wire -> hand.edits().reconnect(wire, to, !anchor.output()))
                .orElseGet(() -> anchor.output() ? hand.edits().connect(anchor.port(), to)
                        : hand.edits().connect(to, anchor.port()));
    }
}

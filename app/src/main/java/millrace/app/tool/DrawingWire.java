package millrace.app.tool;

import java.util.List;
import java.util.Optional;
import millrace.app.editor.Transaction;
import millrace.app.editor.Wiring;
import millrace.catalog.NodeType;
import millrace.design.Design;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Wire;

/**
 * A wire hangs between a port and the pointer.
 *
 * @param anchor the end that stays
 * @param lifted the wire that was taken off its input, if it was there before
 * @param over the port that fits and is under the pointer
 */
public record DrawingWire(Hit.OnPort anchor, Optional<String> lifted, Point at, Optional<PortRef> over, Pointer start,
        boolean strayed) implements Tool {

    /** Begins at a port; at an input with one wire, that wire is lifted off. */
    static DrawingWire from(Hit.OnPort port, Pointer p, Hand hand) {
        List<Wire> wires = hand.design().wires().stream().filter(w -> w.to().equals(port.port())).toList();
        if (port.output() || wires.size() != 1) {
            return new DrawingWire(port, Optional.empty(), p.at(), Optional.empty(), p, false);
        }
        Wire wire = wires.getFirst();
        return new DrawingWire(new Hit.OnPort(wire.from(), true), Optional.of(wire.id()), p.at(), Optional.empty(), p,
                false);
    }

    /** Whether a wire to this port is allowed. */
    public boolean fits(Hit.OnPort port, Design design, Wiring wiring) {
        if (port.output() == anchor.output()) return false;
        Design without = lifted.map(design::removeWire).orElse(design);
        return anchor.output() ? wiring.fits(without, anchor.port(), port.port())
                : wiring.fits(without, port.port(), anchor.port());
    }

    @Override
    public Turn drag(Pointer p, Hand hand) {
        Optional<PortRef> next = hand.ground()
                .port(p.at())
                .filter(port -> fits(port, hand.design(), hand.wiring()))
                .map(Hit.OnPort::port);
        return Turn.to(new DrawingWire(anchor, lifted, p.at(), next, start, strayed || p.strayedFrom(start)));
    }

    /** A wire begun by a click follows the pointer without a button, too. */
    @Override
    public Turn move(Pointer p, Hand hand) {
        return drag(p, hand);
    }

    @Override
    public Turn release(Pointer p, Hand hand) {
        if (!strayed) return Turn.to(Idle.START, new Effect.Select(anchor.selection()));
        if (over.isPresent()) return Turn.to(Idle.START, new Effect.Do(connect(over.get(), hand)));
        boolean empty = hand.ground().hit(p.at()) instanceof Hit.Nothing;
        if (lifted.isPresent())
            return empty ? Turn.to(Idle.START, new Effect.Do(hand.edits().disconnect(lifted.get())))
                    : Turn.to(Idle.START);
        return empty ? Turn.to(Idle.START, new Effect.Offer(p.at(), Optional.of(anchor), fitting(hand)))
                : Turn.to(Idle.START);
    }

    private Transaction connect(PortRef to, Hand hand) {
        if (lifted.isPresent()) return hand.edits().reconnect(lifted.get(), to);
        return anchor.output() ? hand.edits().connect(anchor.port(), to) : hand.edits().connect(to, anchor.port());
    }

    private List<NodeType> fitting(Hand hand) {
        return hand.palette().stream().filter(t -> hand.wiring().offers(t, anchor.output())).toList();
    }
}

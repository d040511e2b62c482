package millrace.app.tool;

import java.util.List;
import java.util.Optional;
import millrace.app.editor.Selection;
import millrace.app.editor.Walk;
import millrace.app.text.Texts;
import millrace.design.Node;
import millrace.design.PortRef;

/**
 * The hand rests.
 *
 * @param hover what it points at
 * @param leaving whether Escape was the last key: then Tab goes on to what comes after the canvas
 */
public record Idle(Hit hover, boolean leaving) implements Tool {
    public static final Idle START = new Idle(Hit.NOTHING);
    private static final Idle LEAVING = new Idle(Hit.NOTHING, true);
    /** An arrow key with Shift moves by one pixel. */
    private static final double FINE = 1;

    public Idle(Hit hover) {
        this(hover, false);
    }

    @Override
    public Turn move(Pointer p, Hand hand) {
        return Turn.to(new Idle(hand.ground().hit(p.at()), leaving));
    }

    @Override
    public Turn press(Pointer p, Hand hand) {
        if (p.pans()) return Turn.to(new Panning(p));
        Hit hit = hand.ground().hit(p.at());
        if (p.button() == Pointer.Button.RIGHT) return menu(hit, p, hand);
        return p.clicks() == 2 ? twice(hit, p, hand) : once(hit, p, hand);
    }

    private Turn menu(Hit hit, Pointer p, Hand hand) {
        Effect menu = new Effect.Menu(hit, p.at());
        if (hand.state().selection().contains(hit.selection())) return Turn.to(this, menu);
        return Turn.to(this, new Effect.Select(hit.selection()), menu);
    }

    private Turn twice(Hit hit, Pointer p, Hand hand) {
        return switch (hit) {
            case Hit.OnNode n ->
                    Turn.to(this, hand.ground().title(p.at()) ? new Effect.Name() : new Effect.Open(n.id()));
            case Hit.OnFrame f -> Turn.to(this, new Effect.Name());
            case Hit.OnEdge e -> Turn.to(this, e.note() ? new Effect.Write(e.id()) : new Effect.Name());
            case Hit.OnNote n -> Turn.to(this, new Effect.Write(n.id()));
            case Hit.Nothing n -> Turn.to(this, new Effect.Offer(p.at(), Optional.empty(), hand.palette()));
            case Hit.OnWire w -> Turn.to(this);
            case Hit.OnPort o -> Turn.to(this);
            case Hit.OnEvent e -> Turn.to(this);
            case Hit.OnPart o -> Turn.to(this);
        };
    }

    private Turn once(Hit hit, Pointer p, Hand hand) {
        return switch (hit) {
            case Hit.OnPort port -> Turn.to(DrawingWire.from(port, p, hand));
            case Hit.OnEvent e -> e.inside() ? Turn.to(new PointingNode(hit, p, false))
                    : Turn.to(this, new Effect.Hold(e.event(), e.node()));
            case Hit.OnPart o -> point(hit, p, hand);
            case Hit.OnWire w -> Turn.to(this, new Effect.Select(chosen(hit, p, hand)), new Effect.Ask(hit));
            case Hit.Nothing n when p.mods().command() -> Turn.to(new Framing(p, p.at()));
            case Hit.Nothing n -> new Turn(new Brushing(p, p.at(), p.mods().shift() ? hand.state().selection()
                    : Selection.NONE), p.mods().shift() ? List.of()
                            : List.of(new Effect.LetGo(), new Effect.Select(Selection.NONE)));
            case Hit.OnNode n -> point(hit, p, hand);
            case Hit.OnFrame f -> point(hit, p, hand);
            case Hit.OnEdge e -> edge(e, p, hand);
            case Hit.OnNote n -> point(hit, p, hand);
        };
    }

    private Turn edge(Hit.OnEdge edge, Pointer p, Hand hand) {
        Effect select = new Effect.Select(chosen(edge, p, hand));
        return Resizing.grab(edge, p, hand.ground())
                .map(sizing -> Turn.to(sizing, select))
                .orElseGet(() -> Turn.to(this, select));
    }

    private static Turn point(Hit hit, Pointer p, Hand hand) {
        boolean there = hand.state().selection().contains(hit.selection());
        PointingNode next = new PointingNode(hit, p, there);
        return there ? Turn.to(next) : Turn.to(next, new Effect.Select(chosen(hit, p, hand)));
    }

    private static Selection chosen(Hit hit, Pointer p, Hand hand) {
        return p.mods().shift() ? hand.state().selection().toggled(hit.selection()) : hit.selection();
    }

    @Override
    public Turn key(Key key, Mods mods, Hand hand) {
        if (key == Key.TAB && leaving) return Turn.to(this, new Effect.Leave(mods.shift()));
        return leaving ? new Idle(hover).key(key, mods, hand) : act(key, mods, hand);
    }

    private Turn act(Key key, Mods mods, Hand hand) {
        Selection selection = hand.state().selection();
        double step = mods.shift() ? FINE : Hand.SNAP;
        return switch (key) {
            case LEFT -> nudge(hand, -step, 0);
            case RIGHT -> nudge(hand, step, 0);
            case UP -> nudge(hand, 0, -step);
            case DOWN -> nudge(hand, 0, step);
            case DELETE -> selection.isEmpty() ? Turn.to(this)
                    : Turn.to(START, new Effect.Do(hand.edits().remove(selection)));
            case TAKE_OUT -> selection.isEmpty() ? Turn.to(this)
                    : Turn.to(START, new Effect.Do(hand.edits().takeOut(selection)));
            case ESCAPE -> Turn.to(LEAVING, new Effect.LetGo(), new Effect.Select(Selection.NONE),
                    new Effect.Say(Texts.of("tool.leaving")));
            case ENTER -> selection.nodes().isEmpty() ? Turn.to(this)
                    : Turn.to(this, new Effect.Open(selection.nodes().getLast()));
            case TAB ->
                    selection.nodes().isEmpty() ? Turn.to(this, new Effect.OfferHere(Optional.empty(), hand.palette()))
                            : walk(mods.shift(), hand);
            case OFFER -> Turn.to(this, offerHere(hand));
            case CONNECT -> Connecting.begin(hand);
            case A -> Turn.to(this, new Effect.Select(Selection.all(hand.design())));
            case D -> selection.stands() ? Turn.to(this, new Effect.Do(hand.edits().duplicate(hand.carried(selection))))
                    : Turn.to(this);
        };
    }

    /** Goes on (or back) along the wires. */
    private Turn walk(boolean back, Hand hand) {
        String next = Walk.next(hand.design(), hand.state().selection().nodes().getLast(), back);
        String name = hand.design().node(next).map(Node::name).orElse(next);
        return Turn.to(this, new Effect.Select(Selection.node(next)), new Effect.Say(name), new Effect.Reveal(next));
    }

    /** With one node selected that has an output: what its wire can lead to. */
    private static Effect offerHere(Hand hand) {
        Selection selection = hand.state().selection();
        Optional<Hit.OnPort> from = selection.nodes().size() != 1 ? Optional.empty()
                : hand.design()
                        .node(selection.nodes().getFirst())
                        .flatMap(n -> hand.wiring()
                                .outputs(n)
                                .stream()
                                .findFirst()
                                .map(p -> new Hit.OnPort(new PortRef(n.id(), p.name()), true)));
        return new Effect.OfferHere(from,
                from.map(p -> hand.wiring().offers(hand.palette(), hand.design(), p.port(), true))
                        .orElse(hand.palette()));
    }

    private Turn nudge(Hand hand, double dx, double dy) {
        Selection selection = hand.state().selection();
        if (!selection.stands()) return Turn.to(this);
        String mark = "nudge " + selection;
        return Turn.to(this, new Effect.Do(hand.edits().move(hand.carried(selection), dx, dy).merging(mark)));
    }
}

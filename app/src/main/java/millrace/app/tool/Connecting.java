package millrace.app.tool;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.app.editor.Partners;
import millrace.app.editor.Transaction;
import millrace.app.text.Texts;
import millrace.design.Node;
import millrace.design.PortRef;

/**
 * A wire is drawn by keys: it hangs between a port of the selected node and one of the ports that fit.
 *
 * @param anchors the ports of the node from which something can be reached, and which of them it is
 * @param fitting the ports that fit, the nearest first, and which of them it is
 */
public record Connecting(List<Hit.OnPort> anchors, int own, Partners partners, List<Hit.OnPort> fitting, int at)
        implements Tool {

    /** Begins with the one selected node; says so if no wire can begin there. */
    static Turn begin(Hand hand) {
        if (hand.state().selection().nodes().size() != 1) return Turn.to(Idle.START);
        Optional<Node> node = hand.design().node(hand.state().selection().nodes().getFirst());
        List<Hit.OnPort> anchors = node.map(n -> ports(n, hand))
                .orElse(Stream.empty())
                .filter(p -> !fitting(p, partners(p, hand), hand).isEmpty())
                .toList();
        return anchors.isEmpty() ? Turn.to(Idle.START, new Effect.Say(Texts.of("tool.nothing-fits")))
                : from(anchors, 0, hand);
    }

    private static Turn from(List<Hit.OnPort> anchors, int own, Hand hand) {
        Partners partners = partners(anchors.get(own), hand);
        return new Connecting(anchors, own, partners, fitting(anchors.get(own), partners, hand), 0).shown(hand);
    }

    private static Partners partners(Hit.OnPort port, Hand hand) {
        return hand.wiring().partners(hand.design(), port.port(), port.output());
    }

    private static List<Hit.OnPort> fitting(Hit.OnPort anchor, Partners partners, Hand hand) {
        Comparator<Node> near = Comparator.comparingDouble(n -> distance(anchor, n, hand));
        return hand.design()
                .nodes()
                .stream()
                .sorted(near)
                .flatMap(n -> ports(n, hand))
                .filter(p -> partners.refusal(p.port(), p.output()).isEmpty())
                .toList();
    }

    private static double distance(Hit.OnPort anchor, Node node, Hand hand) {
        return hand.design()
                .node(anchor.port().node())
                .map(own -> Math.hypot(own.at().x() - node.at().x(), own.at().y() - node.at().y()))
                .orElse(0.0);
    }

    /** Outputs first: a wire is mostly drawn onwards. */
    private static Stream<Hit.OnPort> ports(Node node, Hand hand) {
        return Stream.concat(
                hand.wiring()
                        .outputs(node)
                        .stream()
                        .map(p -> new Hit.OnPort(new PortRef(node.id(), p.name()), true)),
                hand.wiring()
                        .inputs(node)
                        .stream()
                        .map(p -> new Hit.OnPort(new PortRef(node.id(), p.name()), false)));
    }

    public Hit.OnPort anchor() {
        return anchors.get(own);
    }

    public Hit.OnPort target() {
        return fitting.get(at);
    }

    @Override
    public Turn key(Key key, Mods mods, Hand hand) {
        return switch (key) {
            case DOWN, RIGHT -> step(1, hand);
            case UP, LEFT -> step(-1, hand);
            case TAB -> step(mods.shift() ? -1 : 1, hand);
            case CONNECT -> from(anchors, (own + 1) % anchors.size(), hand);
            case ENTER -> Turn.to(Idle.START, new Effect.Do(connect(hand)),
                    new Effect.Say(Texts.of("tool.connected", words(anchor(), hand), words(target(), hand))));
            case ESCAPE -> Turn.to(Idle.START, new Effect.Say(Texts.of("tool.not-connected")));
            case DELETE, TAKE_OUT, OFFER, A, D -> Turn.to(this);
        };
    }

    private Turn step(int by, Hand hand) {
        return new Connecting(anchors, own, partners, fitting, Math.floorMod(at + by, fitting.size())).shown(hand);
    }

    private Turn shown(Hand hand) {
        String words = Texts.of("tool.connecting", words(anchor(), hand), words(target(), hand),
                String.valueOf(at + 1), String.valueOf(fitting.size()));
        return Turn.to(this, new Effect.Say(words), new Effect.Reveal(target().port().node()));
    }

    private static String words(Hit.OnPort port, Hand hand) {
        String node = hand.design().node(port.port().node()).map(Node::name).orElse(port.port().node());
        return Texts.of("tool.port", node, port.port().port());
    }

    private Transaction connect(Hand hand) {
        return anchor().output() ? hand.edits().connect(anchor().port(), target().port())
                : hand.edits().connect(target().port(), anchor().port());
    }

    /** The pointer takes over. */
    @Override
    public Turn press(Pointer p, Hand hand) {
        return Idle.START.press(p, hand);
    }
}

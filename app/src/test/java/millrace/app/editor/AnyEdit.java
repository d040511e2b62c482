package millrace.app.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import millrace.catalog.NodeType;
import millrace.design.Design;
import millrace.design.Frame;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;

/** Every edit that hands can do, at random, and only where a hand could do it. */
final class AnyEdit {
    private final Edits edits = new Edits(TestTypes::find);
    private final Wiring wiring = new Wiring(TestTypes::find);
    private final Insertion insertion = new Insertion(TestTypes::find);
    private final SplittableRandom random;
    static final int KINDS = 28;
    private int kind;
    private Optional<Fragment> clipboard = Optional.empty();

    AnyEdit(SplittableRandom random) {
        this.random = random;
    }

    /** The next edit; empty if what was drawn can't be done to this design. */
    Optional<Transaction> next(EditorState state) {
        Design design = state.design();
        Selection some = some(design);
        // Wires need nodes: there are never few of them for long.
        if (design.nodes().size() < 5 && random.nextInt(3) > 0) {
            kind = 0;
            return Optional.of(edits.add(type(), point()));
        }
        // Places for a wire are rare: it is drawn more often.
        int drawn = random.nextInt(KINDS + 4);
        kind = drawn < KINDS ? drawn : 7;
        return switch (kind) {
            case 0, 1, 2 -> Optional.of(edits.add(type(), point()));
            case 3, 4, 5 -> fitting(design).map(w -> edits.connect(w.from(), w.to()));
            case 6 -> any(design.wires()).map(w -> edits.disconnect(w.id()));
            case 7 -> reconnection(design);
            case 8 -> any(design.wires()).flatMap(w -> ofType(t -> insertion.fits(design, t, w.id()))
                    .map(t -> edits.insert(t, point(), w.id())));
            case 9 -> insertion(design);
            case 10 -> addition(design);
            case 11 -> Optional.of(edits.remove(some));
            case 12 -> Optional.of(edits.takeOut(some));
            case 13 -> Optional.of(edits.move(some, random.nextInt(-4, 5), 12));
            case 14 -> Optional.of(edits.move(state.selection(), 12, 0).merging("nudge" + state.selection()));
            case 15 -> node(design, n -> edits.set(n.id(), "size", Value.of(random.nextInt(5) + " min")));
            case 16 -> node(design, n -> edits.unset(n.id(), "size"));
            case 17 -> node(design, n -> edits.rename(n.id(), "name " + random.nextInt(5)));
            case 18 -> Optional.of(edits.duplicate(some));
            case 19 -> Optional.of(edits.addNote("**text**", point()));
            case 20 -> any(design.notes()).map(this::ofNote);
            case 21 -> Optional.of(edits.addFrame("Totals", point(), 200, 100));
            case 22 -> any(design.frames()).map(this::ofFrame);
            case 23 -> node(design, n -> edits.crash(n.id(), "12:0" + random.nextInt(10)));
            case 24 -> node(design, n -> edits.place("arrange", Map.of(n.id(), point())));
            case 25 -> Optional.of(ofRun());
            case 26 -> any(design.wires()).map(this::ofWire);
            default -> cutOrPaste(state.with(some));
        };
    }

    /** The number of the kind that was drawn last. */
    int kind() {
        return kind;
    }

    private Transaction ofNote(Note note) {
        return random.nextBoolean() ? edits.writeNote(note.id(), "text " + random.nextInt(5))
                : edits.sizeNote(note.id(), random.nextInt(400));
    }

    private Transaction ofFrame(Frame frame) {
        return switch (random.nextInt(3)) {
            case 0 -> edits.renameFrame(frame.id(), "title " + random.nextInt(5));
            case 1 -> edits.colourFrame(frame.id(), random.nextBoolean() ? "green" : "violet");
            default -> edits.sizeFrame(frame.id(), point(), random.nextInt(400), 100);
        };
    }

    private Transaction ofRun() {
        return switch (random.nextInt(3)) {
            case 0 -> edits.setRun("seed", Value.of(random.nextInt(5)));
            case 1 -> edits.unsetRun("seed");
            default -> edits.renameDesign("design " + random.nextInt(5));
        };
    }

    private Transaction ofWire(Wire wire) {
        return random.nextBoolean() ? edits.setWire(wire.id(), "transit", Value.of(random.nextInt(5) + " s"))
                : edits.unsetWire(wire.id(), "transit");
    }

    /** The clipboard is text, as between windows. */
    private Optional<Transaction> cutOrPaste(EditorState state) {
        Clip clip = new Clip(TestTypes::find);
        if (clipboard.isPresent() && random.nextBoolean()) return clipboard.map(f -> edits.paste(f, 36, 12));
        clipboard = clip.read(clip.write(state)).value();
        return clipboard.map(f -> edits.remove(state.selection()));
    }

    private Optional<Transaction> reconnection(Design design) {
        return any(design.wires()).flatMap(w -> random.nextBoolean() ? end(design.removeWire(w.id()), w)
                : beginning(design.removeWire(w.id()), w));
    }

    private Optional<Transaction> end(Design without, Wire wire) {
        return some(() -> port(without, false), to -> !to.equals(wire.to()) && wiring.fits(without, wire.from(), to))
                .map(to -> edits.reconnect(wire.id(), to, false));
    }

    private Optional<Transaction> beginning(Design without, Wire wire) {
        return some(() -> port(without, true),
                from -> !from.equals(wire.from()) && wiring.fits(without, from, wire.to()))
                .map(from -> edits.reconnect(wire.id(), from, true));
    }

    private static <T> Optional<T> some(Supplier<Optional<T>> draw, Predicate<T> good) {
        return Stream.generate(draw).limit(8).flatMap(Optional::stream).filter(good).findFirst();
    }

    private Optional<Transaction> insertion(Design design) {
        return any(design.wires()).flatMap(wire -> any(design.nodes()
                .stream()
                .filter(n -> insertion.fits(design, List.of(n.id()), wire.id()))
                .toList()).map(n -> edits.insert(Selection.node(n.id()), 12, 12, wire.id())));
    }

    private Optional<Transaction> addition(Design design) {
        boolean fromOutput = random.nextBoolean();
        return port(design, fromOutput)
                .filter(p -> fromOutput || design.wires().stream().noneMatch(w -> w.to().equals(p)))
                .flatMap(p -> ofType(t -> wiring.portOfNew(t, design, p, fromOutput).isPresent())
                        .map(t -> edits.addWired(t, point(), p, fromOutput)));
    }

    private Optional<Wire> fitting(Design design) {
        return some(() -> port(design, true).flatMap(from -> port(design, false).map(to -> new Wire(from, to))),
                w -> wiring.fits(design, w.from(), w.to()));
    }

    private Optional<PortRef> port(Design design, boolean output) {
        return any(design.nodes()).flatMap(n -> any(output ? wiring.outputs(n) : wiring.inputs(n))
                .map(p -> new PortRef(n.id(), p.name())));
    }

    private Selection some(Design design) {
        return Stream.of(any(design.nodes()).map(n -> Selection.node(n.id())),
                any(design.nodes()).map(n -> Selection.node(n.id())),
                any(design.wires()).filter(w -> random.nextInt(4) == 0).map(w -> Selection.wire(w.id())),
                any(design.notes()).filter(n -> random.nextInt(4) == 0).map(n -> Selection.note(n.id())),
                any(design.frames()).filter(f -> random.nextInt(4) == 0).map(f -> Selection.frame(f.id())))
                .flatMap(Optional::stream)
                .reduce(Selection.NONE, Selection::with);
    }

    private Optional<Transaction> node(Design design, Function<Node, Transaction> edit) {
        return any(design.nodes()).map(edit);
    }

    private NodeType type() {
        return TestTypes.ALL.get(random.nextInt(TestTypes.ALL.size()));
    }

    private Optional<NodeType> ofType(Predicate<NodeType> good) {
        return any(TestTypes.ALL.stream().filter(good).toList());
    }

    private Point point() {
        return new Point(random.nextInt(50) * 12, random.nextInt(50) * 12);
    }

    private <T> Optional<T> any(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }
}

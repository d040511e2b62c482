package millrace.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import millrace.design.Design;
import millrace.design.Frame;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;

/** Designs of every shape, most of them nonsense: for the format only the shape counts. */
final class RandomDesigns {
    private static final String LETTERS = "abcxyz019 -_.:/\\\"'{}[],#\t\n\r\u0001\u007f\u00e4\u20ac\u2028\ud83d\ude80";
    private final SplittableRandom random;

    RandomDesigns(long seed) {
        random = new SplittableRandom(seed);
    }

    Design next() {
        int nodes = random.nextInt(6);
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; nodes > 0 && i < random.nextInt(5); i++) {
            Wire wire = new Wire(port(nodes, PortRef.OUT, "late"), port(nodes, PortRef.IN, "left"), group(1));
            if (wires.stream().noneMatch(w -> w.id().equals(wire.id()))) wires.add(wire);
        }
        List<Node> list = new ArrayList<>();
        for (int i = 0; i < nodes; i++)
            list.add(new Node("node-" + i, pick("timetable", "tumbling", "of the future"), text(), point(), group(3),
                    extra()));
        return new Design(text(), text(), group(2), list, wires, many(this::note), many(this::frame),
                many(i -> group(4)), extra());
    }

    private Note note(int i) {
        double width = random.nextBoolean() ? 0 : random.nextInt(240, 4_000) / 4.0;
        return new Note("n" + i, text(), point(), width, extra());
    }

    private Frame frame(int i) {
        return new Frame("f" + i, text(), pick("grey", "green", "of the future"), point(),
                random.nextInt(200, 4_000) / 4.0, random.nextInt(48, 900), extra());
    }

    private PortRef port(int nodes, String usual, String other) {
        return new PortRef("node-" + random.nextInt(nodes), random.nextBoolean() ? usual : other);
    }

    private <T> List<T> many(java.util.function.IntFunction<T> make) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--)
            list.add(make.apply(i));
        return list;
    }

    private Value.Group extra() {
        return random.nextInt(3) > 0 ? Value.Group.EMPTY : group(3);
    }

    private Value.Group group(int depth) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--)
            fields.put(pick("rows", "settings", "x") + random.nextInt(9) + text(), value(depth));
        return Value.group(fields);
    }

    private Value value(int depth) {
        List<Supplier<Value>> kinds = List.of(() -> Value.of(text()), () -> new Value.Number(number()),
                () -> Value.of(random.nextBoolean()), Value.Nothing::new, () -> Value.of(many(i -> value(depth - 1))),
                () -> group(depth - 1));
        return kinds.get(random.nextInt(depth > 0 ? 6 : 4)).get();
    }

    private BigDecimal number() {
        BigDecimal plain = BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), random.nextInt(-3, 6));
        return random.nextBoolean() ? plain : BigDecimal.valueOf(random.nextLong());
    }

    private Point point() {
        return new Point(random.nextInt(-5000, 5000) / 4.0, random.nextInt(1000));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--)
            text.appendCodePoint(LETTERS.codePointAt(Math.min(random.nextInt(LETTERS.length()), LETTERS.length() - 2)));
        return text.toString();
    }

    @SafeVarargs
    private <T> T pick(T... of) {
        return of[random.nextInt(of.length)];
    }
}

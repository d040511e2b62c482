package millrace.app.canvas;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import millrace.app.look.Hatch;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.simulation.Activity;
import millrace.trace.Hand;
import millrace.trace.Status;

/** The instances of a node, in its lowest part: a box for each with how it is, which keys or partitions are its own, and its barriers. */
final class InstancesBody {
    private static final int MOST = 4;
    private static final double BOX = 44;
    private static final double PITCH = 48;
    private static final double MORE = 16;
    private static final double BELOW = 6;
    private static final double CHIP = 15;
    /** How long keys that came from another instance are marked, ms of real time. */
    private static final double MARKED = 3_000;
    private static final Font NAME = Type.words(12, 600);
    private static final Font WORDS = Type.words(11.5, 400);

    /** How one instance is. */
    enum State {
        RUNNING,
        BUSY,
        ALIGNING,
        HELD_UP,
        STOPPED,
        CRASHED;

        String word() {
            return Texts.of("canvas.instance." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private final Pen pen;
    private final Labels labels;
    private final Shape shape;
    private final Status status;

    InstancesBody(Pen pen, Labels labels, Shape shape, Status status) {
        this.pen = pen;
        this.labels = labels;
        this.shape = shape;
        this.status = status;
    }

    /** How much higher a node is for so many. */
    static double height(int n) {
        if (n < 2) return 0;
        return Math.min(n, MOST) * PITCH + (n > MOST ? MORE : 0) + BELOW;
    }

    /** Whether keys that came from other instances are marked: for a while after a rescaling. */
    static boolean moving(String node, Labels labels, Motion motion) {
        OptionalLong at = labels.lore().deals().rescaling(node);
        double age = at.isEmpty() ? -1 : motion.age(at.getAsLong());
        return age >= 0 && age < MARKED;
    }

    /** Of an instance that crashed alone the others are told to stop. */
    static State state(Status status, int instance, Labels labels) {
        if (!status.isUp()) {
            boolean crashed = status.health() == Status.Health.CRASHED
                    && labels.lore().crashes(status.node(), instance, status.since());
            return crashed ? State.CRASHED : State.STOPPED;
        }
        if (instance >= status.activities().size()) return State.RUNNING;
        Activity a = status.activities().get(instance);
        if (a.heldUp()) return State.HELD_UP;
        if (a.blocked().contains(true)) return State.ALIGNING;
        return a.working().isPresent() ? State.BUSY : State.RUNNING;
    }

    /** How many of its barriers an instance that aligns has, of how many: "1 of 2 barriers". */
    static String barriers(Status status, int instance) {
        List<Boolean> blocked = status.activities().get(instance).blocked();
        long in = blocked.stream().filter(b -> b).count();
        return Texts.of("canvas.instance.barriers", String.valueOf(in), String.valueOf(blocked.size()));
    }

    void paint(int rows, Motion motion) {
        int n = shape.instances();
        if (n < 2 || shape.compact()) return;
        double y = shape.bottom();
        List<Hand> hands = labels.lore().deals().hands(shape.id(), rows);
        boolean marked = moving(shape.id(), labels, motion);
        for (int i = 0; i < Math.min(n, MOST); i++) {
            Hand hand = i < hands.size() ? hands.get(i) : Hand.IDLE;
            if (hand.there()) box(y + i * PITCH, i, state(status, i, labels), hand, marked);
            else
                absent(y + i * PITCH, i, hands);
        }
        if (n > MOST)
            pen.left(shape.x() + Shape.SIDE, y + MOST * PITCH + MORE / 2,
                    Texts.counted("canvas.instance.more", n - MOST), WORDS, pen.theme().text2());
    }

    /** The place of an instance that a rescaling is to bring, or took away. */
    private void absent(double y, int number, List<Hand> hands) {
        double x = shape.x() + 8;
        double width = shape.width() - 16;
        pen.g().setLineDashes(5, 3);
        pen.rim(x, y, width, BOX, 6, pen.theme().line2(), 1.25);
        pen.solid();
        pen.left(x + 9, y + BOX / 2, Texts.of("canvas.instance.name", String.valueOf(number + 1)), WORDS,
                pen.theme().text2());
        OptionalLong at = labels.lore().deals().rescaling(shape.id());
        boolean gone = hands.stream().anyMatch(h -> !h.from().isEmpty());
        if (at.isPresent())
            pen.right(x + width - 9, y + BOX / 2, Texts.of(gone ? "canvas.instance.until" : "canvas.instance.begins",
                    labels.moment(at.getAsLong())), WORDS, pen.theme().text2());
    }

    private void box(double y, int number, State state, Hand hand, boolean marked) {
        double x = shape.x() + 8;
        double width = shape.width() - 16;
        pen.solid();
        pen.box(x, y, width, BOX, 6, state == State.CRASHED ? pen.theme().failSoft() : pen.theme().panel());
        if (state == State.CRASHED) pen.box(x, y, width, BOX, 6, Hatch.crash(pen.theme()));
        if (state == State.STOPPED) pen.g().setLineDashes(5, 3);
        pen.rim(x, y, width, BOX, 6, rim(state), calm(state) ? 1.25 : 1.8);
        pen.solid();
        head(x, y + 13, width, number, state);
        share(x + 9, y + 31, width - 18, number, state, hand, marked);
    }

    private void head(double x, double y, double width, int number, State state) {
        if (state == State.CRASHED) pen.marks().cross(x + 12, y, 3.6, 2, pen.theme().fail());
        else
            pen.marks().oval(x + 12, y, 3.2, colour(state));
        String word = state.word();
        pen.right(x + width - 9, y, word, calm(state) ? WORDS : NAME, words(state));
        String name = Texts.of("canvas.instance.name", String.valueOf(number + 1));
        double room = width - 40 - Type.width(word, NAME);
        boolean whole = Type.width(name, NAME) <= room;
        pen.left(x + 22, y, whole ? name : String.valueOf(number + 1), NAME, pen.theme().text());
    }

    /** What is its own; while it aligns also how many barriers are in, and for a while where its keys came from. */
    private void share(double x, double y, double width, int number, State state, Hand hand, boolean marked) {
        double room = width;
        if (state == State.ALIGNING) {
            String barriers = barriers(status, number);
            pen.right(x + width, y, barriers, WORDS, pen.theme().checkpoint());
            room -= Type.width(barriers, WORDS) + 10;
        } else if (marked && !hand.from().isEmpty()) {
            String from = from(hand);
            pen.right(x + width, y, from, NAME, pen.theme().checkpoint());
            room -= Type.width(from, NAME) + 10;
        }
        List<Integer> partitions = hand.partitions();
        if (!partitions.isEmpty())
            pen.left(x, y, Type.fit(partitions.stream().map(p -> "P" + p).collect(Collectors.joining("  ")),
                    Type.figures(11, 700), room), Type.figures(11, 700), pen.theme().text());
        else
            keys(x, y, room, hand.keys(), marked ? hand.from().keySet() : Set.of(), state == State.CRASHED);
    }

    /** The instances that its keys came from: "from 1, 2". */
    static String from(Hand hand) {
        return Texts.of("canvas.instance.from", hand.from()
                .values()
                .stream()
                .distinct()
                .sorted()
                .map(i -> String.valueOf(i + 1))
                .collect(Collectors.joining(", ")));
    }

    private void keys(double x, double y, double room, List<String> keys, Set<String> moved, boolean lost) {
        if (keys.isEmpty()) {
            pen.left(x, y, Type.fit(Texts.of("canvas.instance.nothing"), WORDS, room), WORDS, pen.theme().text2());
            return;
        }
        int most = Math.max(1, (int) ((room - 24) / (CHIP + 4)));
        int shown = keys.size() <= most + 1 ? keys.size() : most;
        double whole = pen.g().getGlobalAlpha();
        if (lost) pen.g().setGlobalAlpha(whole * 0.45);
        for (int i = 0; i < shown; i++) {
            SinkBody.chip(pen, x + i * (CHIP + 4), y - CHIP / 2, keys.get(i), labels);
            if (moved.contains(keys.get(i)))
                pen.rim(x + i * (CHIP + 4) - 2, y - CHIP / 2 - 2, CHIP + 4, CHIP + 4, 6, pen.theme().checkpoint(), 2);
        }
        pen.g().setGlobalAlpha(whole);
        if (lost) pen.line(x - 3, y, x + shown * (CHIP + 4), y, pen.theme().fail(), 1.6);
        if (shown < keys.size())
            pen.left(x + shown * (CHIP + 4) + 2, y, "+" + (keys.size() - shown), Type.figures(11, 500),
                    pen.theme().text2());
    }

    private static boolean calm(State state) {
        return state == State.RUNNING || state == State.BUSY;
    }

    private Color rim(State state) {
        return switch (state) {
            case RUNNING, BUSY -> pen.theme().line2();
            case ALIGNING -> pen.theme().checkpoint();
            case HELD_UP, STOPPED, CRASHED -> pen.theme().fail();
        };
    }

    private Color colour(State state) {
        return switch (state) {
            case RUNNING -> pen.theme().text3();
            case BUSY -> pen.theme().proc();
            case ALIGNING -> pen.theme().checkpoint();
            case HELD_UP, STOPPED, CRASHED -> pen.theme().fail();
        };
    }

    private Color words(State state) {
        return calm(state) ? pen.theme().text2() : colour(state);
    }
}

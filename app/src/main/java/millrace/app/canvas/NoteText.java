package millrace.app.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.text.Font;
import millrace.app.look.Type;
import millrace.app.tool.Box;
import millrace.design.Point;

/**
 * The Markdown of a note, set in lines. It begins at (0, 0) and knows nothing of where the note stands. What was set lately
 * is remembered, so that drawing costs no setting.
 */
final class NoteText {
    static final double PAD = 10;
    /** The longest line of a note that was given no width. */
    private static final double USUAL = 220;
    private static final int REMEMBERED = 200;
    private static final Map<Key, NoteText> SET = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, NoteText> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Key(String text, double width) {}

    /** How a run of letters looks; {@code address} is where a link leads. */
    record Style(Font font, boolean slanted, boolean code, boolean faint, Optional<String> address) {}

    /** Letters of one look on one line; {@code middle} is the height of the line's middle. */
    record Run(double x, double middle, double width, String text, Style style) {}

    private final List<Run> runs;
    private final List<Box> grounds;
    private final List<Box> rules;
    private final double width;
    private final double height;

    private NoteText(NoteSetter set, double given) {
        runs = List.copyOf(set.runs());
        grounds = List.copyOf(set.grounds());
        rules = List.copyOf(set.rules());
        double needed = runs.stream().mapToDouble(NoteText::end).max().orElse(0);
        width = given > 0 ? given : Math.ceil(Math.max(needed, 24)) + PAD;
        height = Math.ceil(set.height()) + PAD;
    }

    /** @param width of the whole note, 0 for as wide as it needs */
    static NoteText of(String text, double width) {
        return SET.computeIfAbsent(new Key(text, width),
                k -> new NoteText(NoteSetter.set(text, PAD, (width > 0 ? width : USUAL + 2 * PAD) - PAD), width));
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** The words as they are to be read, without the signs of Markdown. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        runs.forEach(r -> words.add(r.text().strip()));
        return words;
    }

    List<Run> runs() {
        return runs;
    }

    /** Where the link at this place of the note leads. */
    Optional<String> link(Point at) {
        return runs.stream()
                .filter(r -> r.style().address().isPresent())
                .filter(r -> at.x() >= r.x() && at.x() <= r.x() + r.width() && Math.abs(at.y() - r.middle()) <= 9)
                .findFirst()
                .flatMap(r -> r.style().address());
    }

    void paint(Pen pen, double x, double y) {
        for (Box b : grounds)
            pen.box(x + b.x(), y + b.y(), width - b.x() - PAD, b.height(), 4, pen.theme().raised());
        for (Box b : rules)
            pen.line(x + b.x(), y + b.y(), x + b.x() + b.width(), y + b.bottom(), pen.theme().line2(), 1.25);
        runs.forEach(run -> paint(pen, run, x, y));
    }

    private static void paint(Pen pen, Run run, double x, double y) {
        Style style = run.style();
        double middle = y + run.middle();
        javafx.scene.paint.Color colour = style.address().isPresent() ? pen.theme().event()
                : style.faint() ? pen.theme().text3() : pen.theme().text2();
        pen.g().save();
        // There is no slanted cut of the typeface: the letters lean over instead.
        if (style.slanted()) pen.g().transform(1, 0, -0.2, 1, 0.2 * middle, 0);
        pen.left(x + run.x(), middle, run.text(), style.font(), colour);
        pen.g().restore();
        if (style.address().isPresent())
            pen.line(x + run.x(), middle + 6.5, x + run.x() + run.width(), middle + 6.5, colour, 1);
    }

    /** Where a run ends for the eye: a space at the end of a line is not seen. */
    private static double end(Run run) {
        return run.x() + width(run.text().stripTrailing(), run.style().font());
    }

    /** The width of letters, px. */
    static double width(String text, Font font) {
        return Type.width(text, font);
    }
}

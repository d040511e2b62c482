package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.text.Font;
import millrace.app.canvas.NoteText.Run;
import millrace.app.canvas.NoteText.Style;
import millrace.app.look.Type;
import millrace.app.tool.Box;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Sets Markdown in lines, from above to below. HTML is shown as it is written; pictures by their words. A line end is a line
 * end. What a stranger's note may hold at most is set: the rest is cut.
 */
final class NoteSetter {
    private static final Parser PARSER = Parser.builder().build();
    private static final int LONGEST = 8_000;
    private static final int DEEPEST = 12;
    private static final double LINE = 17;
    private static final double GAP = 6;
    private static final double INDENT = 16;
    private static final Style PLAIN = new Style(Type.setting(), false, false, false, Optional.empty());

    private final List<Run> runs = new ArrayList<>();
    private final List<Box> grounds = new ArrayList<>();
    private final List<Box> rules = new ArrayList<>();
    private final double right;
    private double left;
    private double x;
    private double top;
    private double line = LINE;
    private int depth;

    private NoteSetter(double from, double right) {
        left = from;
        x = from;
        top = from;
        this.right = right;
    }

    /** Sets the text between two edges; above it is as much room as left of it. */
    static NoteSetter set(String text, double from, double right) {
        NoteSetter setter = new NoteSetter(from, right);
        setter.blocks(PARSER.parse(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…"));
        return setter;
    }

    List<Run> runs() {
        return runs;
    }

    /** The grounds of code; they reach to the right edge. */
    List<Box> grounds() {
        return grounds;
    }

    /** Lines that are drawn: between parts, beside what is quoted. */
    List<Box> rules() {
        return rules;
    }

    double height() {
        return Math.max(top, LINE + NoteText.PAD);
    }

    private void blocks(Node parent) {
        if (++depth <= DEEPEST) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                if (node.getPrevious() != null && !(node instanceof ListItem)) top += GAP;
                block(node);
            }
        }
        depth--;
    }

    private void block(Node node) {
        switch (node) {
            case Heading h -> heading(h);
            case Paragraph p -> lines(p, PLAIN);
            case BulletList l -> list(l, 0);
            case OrderedList l -> list(l, Optional.ofNullable(l.getMarkerStartNumber()).orElse(1));
            case FencedCodeBlock c -> code(c.getLiteral());
            case IndentedCodeBlock c -> code(c.getLiteral());
            case BlockQuote q -> quote(q);
            case ThematicBreak b -> rule();
            case HtmlBlock h -> verbatim(h.getLiteral(), PLAIN);
            default -> blocks(node);
        }
    }

    private void heading(Heading heading) {
        Font font = switch (heading.getLevel()) {
            case 1 -> Type.words(17, 700);
            case 2 -> Type.words(14.5, 700);
            default -> Type.words(12.5, 700);
        };
        line = Math.round(font.getSize() * 1.42);
        lines(heading, new Style(font, false, false, false, Optional.empty()));
        line = LINE;
    }

    private void lines(Node block, Style style) {
        x = left;
        inlines(block, style);
        feed();
    }

    /** @param first the number of the first item, 0 for discs */
    private void list(Node list, int first) {
        double before = left;
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String mark = first == 0 ? "•" : number++ + ".";
            runs.add(new Run(before, top + LINE / 2, INDENT, mark, PLAIN));
            left = before + Math.max(INDENT, NoteText.width(mark, PLAIN.font()) + 5);
            double begun = top;
            blocks(item);
            if (top == begun) feed();
        }
        left = before;
    }

    private void code(String text) {
        double from = top;
        left += 8;
        top += 4;
        verbatim(text.stripTrailing(), new Style(Type.figures(11.5, 500), false, true, false, Optional.empty()));
        left -= 8;
        top += 4;
        grounds.add(new Box(left, from, right - left, top - from));
    }

    private void verbatim(String text, Style style) {
        text.lines().forEach(line -> {
            x = left;
            put(line, style);
            feed();
        });
    }

    private void quote(BlockQuote quote) {
        double from = top;
        left += 10;
        blocks(quote);
        left -= 10;
        rules.add(new Box(left + 2, from + 2, 0, top - from - 4));
    }

    private void rule() {
        rules.add(new Box(left, top + GAP / 2, right - left, 0));
        top += GAP;
    }

    private void inlines(Node parent, Style style) {
        if (++depth <= 2 * DEEPEST) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNext())
                inline(node, style);
        }
        depth--;
    }

    private void inline(Node node, Style s) {
        switch (node) {
            case Text t -> put(t.getLiteral(), s);
            case Code c -> put(c.getLiteral(),
                    new Style(Type.figures(s.font().getSize() - 0.5, 500), false, true, s.faint(), s.address()));
            case Emphasis e -> inlines(e, new Style(s.font(), true, s.code(), s.faint(), s.address()));
            case StrongEmphasis b -> inlines(b,
                    new Style(Type.words(s.font().getSize(), 700), s.slanted(), s.code(), s.faint(), s.address()));
            case Link l -> inlines(l,
                    new Style(s.font(), s.slanted(), s.code(), s.faint(), Optional.of(l.getDestination())));
            case SoftLineBreak b -> feed();
            case HardLineBreak b -> feed();
            case HtmlInline h -> put(h.getLiteral(), s);
            default -> inlines(node, s);
        }
    }

    /** Puts letters where the line has come to, and goes on in the next line where they don't fit. */
    private void put(String text, Style style) {
        StringBuilder run = new StringBuilder();
        for (String word : text.split("(?<= )")) {
            double wide = NoteText.width(run + word.stripTrailing(), style.font());
            if (x + wide > right && (x > left || !run.isEmpty())) {
                end(run, style);
                feed();
            }
            run.append(word.length() * 4 > right ? broken(word, style) : word);
        }
        end(run, style);
    }

    /** A word longer than a line is broken where the line ends. */
    private String broken(String word, Style style) {
        String rest = word;
        while (rest.length() > 1 && NoteText.width(rest, style.font()) > right - left) {
            String fits = rest;
            while (fits.length() > 1 && NoteText.width(fits, style.font()) > right - left)
                fits = fits.substring(0, fits.length() * 9 / 10);
            end(new StringBuilder(fits), style);
            feed();
            rest = rest.substring(fits.length());
        }
        return rest;
    }

    private void end(StringBuilder run, Style style) {
        if (run.isEmpty()) return;
        double width = NoteText.width(run.toString(), style.font());
        runs.add(new Run(x, top + line / 2, width, run.toString(), style));
        x += width;
        run.setLength(0);
    }

    private void feed() {
        top += line;
        x = left;
    }
}

package millrace.app.canvas;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import millrace.app.editor.Selection;
import millrace.app.look.Theme;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.tool.Box;
import millrace.design.Frame;

/** Frames, under everything else: a ground of their colour, a rim, the title within its upper edge. */
final class FramePainter {
    /** The height of the part that holds the title. */
    static final double TITLE = 28;
    static final double SIDE = 12;
    private final Pen pen;

    FramePainter(Pen pen) {
        this.pen = pen;
    }

    static Font font() {
        return Type.words(12.5, 600);
    }

    void frames(Layout layout, Selection selection) {
        for (Frame frame : layout.design().frames())
            layout.frame(frame.id()).ifPresent(box -> frame(frame, box, selection.frames().contains(frame.id())));
    }

    private void frame(Frame frame, Box b, boolean selected) {
        Color colour = colour(frame.colour(), pen.theme());
        pen.box(b.x(), b.y(), b.width(), b.height(), Tokens.NODE_CORNER,
                Theme.alpha(colour, pen.theme().dark() ? 0.13 : 0.1));
        pen.rim(b.x(), b.y(), b.width(), b.height(), Tokens.NODE_CORNER, Theme.alpha(colour, 0.75),
                selected ? Tokens.SELECTION_LINE : Tokens.NODE_LINE);
        if (selected) {
            double apart = Tokens.SELECTION_APART;
            pen.rim(b.x() - apart, b.y() - apart, b.width() + 2 * apart, b.height() + 2 * apart,
                    Tokens.SELECTION_CORNER, pen.theme().ink(), Tokens.SELECTION_LINE);
        }
        String title = Type.fit(frame.title(), font(), b.width() - 2 * SIDE);
        pen.left(b.x() + SIDE, b.y() + TITLE / 2, title, font(), pen.theme().text2());
        double after = title.isEmpty() ? 0 : Type.width(title, font()) + SIDE;
        String note = Type.fit(frame.note().replace('\n', ' '), Type.setting(), b.width() - 2 * SIDE - after);
        pen.left(b.x() + SIDE + after, b.y() + TITLE / 2, note, Type.setting(), pen.theme().text3());
    }

    /** Frames borrow the fills of keys, by words; they mean nothing but "these belong together". */
    private static Color colour(String word, Theme theme) {
        return switch (word) {
            case "blue" -> theme.key(0).fill();
            case "orange" -> theme.key(1).fill();
            case "violet" -> theme.key(2).fill();
            case "green" -> theme.key(3).fill();
            case "ochre" -> theme.key(4).fill();
            default -> theme.line2();
        };
    }
}

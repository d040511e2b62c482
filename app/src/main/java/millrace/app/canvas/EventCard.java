package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import millrace.app.look.Figures;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.event.Schema;

/** What an event is made of, beside the pointer: its fields, and when it happened. */
final class EventCard {
    private static final Font TITLE = Type.words(12.5, 600);
    private static final Font NAME = Type.words(11.5, 400);
    private static final Font VALUE = Type.figures(11.5, 500);
    private static final double LINE = 19;
    private static final double PAD = 11;
    private static final int MOST_FIELDS = 8;

    private EventCard() {}

    private record Row(String name, String value, boolean time) {}

    /** Draws the card near a point of the view, within it. */
    static void paint(Pen pen, Event event, String node, Labels labels, double x, double y, double viewWidth,
            double viewHeight) {
        List<Row> rows = rows(event, node, labels);
        String title = title(event);
        double width = Math.clamp(rows.stream()
                .mapToDouble(r -> Type.width(r.name(), NAME) + Type.width(r.value(), VALUE) + 20)
                .max()
                .orElse(0), Type.width(title, TITLE), 280) + 2 * PAD;
        double height = 2 * PAD + LINE * (rows.size() + 1) - 2;
        double left = x + 18 + width > viewWidth ? x - 14 - width : x + 18;
        double top = Math.clamp(y + 14, 4, Math.max(4, viewHeight - height - 8));
        frame(pen, left, top, width, height);
        pen.left(left + PAD, top + PAD + 7, title, TITLE, pen.theme().text());
        for (int i = 0; i < rows.size(); i++)
            row(pen, left, top + PAD + 7 + (i + 1) * LINE, width, rows.get(i));
    }

    private static void frame(Pen pen, double x, double y, double width, double height) {
        pen.solid();
        pen.marks().shadow(x, y, width, height, 10);
        pen.box(x, y, width, height, 10, pen.theme().raised());
        pen.rim(x + 0.5, y + 0.5, width - 1, height - 1, 10, pen.theme().line2(), 1);
    }

    private static void row(Pen pen, double left, double y, double width, Row row) {
        Color colour = row.time() ? pen.theme().event() : pen.theme().text();
        pen.left(left + PAD, y, row.name(), NAME, pen.theme().text3());
        String value = Type.fit(row.value(), VALUE, width - 2 * PAD - Type.width(row.name(), NAME) - 10);
        pen.right(left + width - PAD, y, value, VALUE, colour);
    }

    private static String title(Event event) {
        if (event.schema.changelog()) return change(ChangeKind.of(event));
        if (!event.schema.panes()) return Texts.of("canvas.event", event.id);
        Pane pane = Pane.of(event);
        if (pane.retraction()) return Texts.of("canvas.takes-back");
        return Texts.of("canvas.result." + pane.timing());
    }

    private static String change(ChangeKind kind) {
        return kind.sign() + "  " + Texts.of("canvas.row." + kind);
    }

    private static List<Row> rows(Event event, String node, Labels labels) {
        List<Row> rows = new ArrayList<>();
        if (event.schema.panes()) {
            Pane pane = Pane.of(event);
            rows.add(new Row(Texts.of("canvas.window"), labels.window(node, pane.start(), pane.end()), true));
        } else {
            rows.add(new Row(Texts.of("canvas.happened"), labels.clock().format(event.time), true));
        }
        Schema schema = event.schema;
        for (int i = schema.panes() ? 2 : 0; i < schema.fields().size() && rows.size() < MOST_FIELDS; i++)
            rows.add(new Row(schema.fields().get(i).name(), Figures.text(event, i, labels.clock()), false));
        return rows;
    }
}

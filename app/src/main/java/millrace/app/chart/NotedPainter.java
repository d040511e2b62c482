package millrace.app.chart;

import java.util.List;
import millrace.app.look.Ink;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.event.Event;
import millrace.event.Pane;

/** Marks what another run does not say: a sign of inequality beside it. */
final class NotedPainter {
    private static final double WIDTH = 22;
    private static final double HEIGHT = 17;
    private static final double FINITE = 8e15;

    private NotedPainter() {}

    static void paint(Ink g, TimeChart.View v, List<TimeChart.Noted> noted, long playhead, Theme theme) {
        Marks marks = new Marks(g, theme);
        for (TimeChart.Noted n : noted) {
            double x = x(n.event(), v);
            double y = v.plot().y(n.at());
            if (!v.plot().holds(x, y) || n.at() > playhead) continue;
            g.setFill(theme.ink());
            g.fillRoundRect(x - WIDTH / 2, y - HEIGHT / 2, WIDTH, HEIGHT, 8, 8);
            marks.text(x, y, "≠", Type.words(13, 700), theme.onInk());
        }
    }

    /** Beside a disc; near the right edge of a window, or at the plot's left where windows lie. */
    private static double x(Event event, TimeChart.View v) {
        if (!event.schema.panes()) return v.plot().x(event.time) + 26;
        if (v.model().byProcessingTime()) return v.plot().area().getMinX() + WIDTH;
        long end = Pane.of(event).end();
        double right = v.plot().clampedX(Math.abs((double) end) < FINITE ? end : event.time);
        return Math.min(right, v.plot().area().getMaxX()) - WIDTH / 2 - 3;
    }
}

package millrace.app.chart;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import millrace.app.look.Ink;
import javafx.scene.paint.Color;
import millrace.app.chart.ChartModel.Arrival;
import millrace.app.look.Theme;
import millrace.trace.ChartData;

/** What a join did: pairs linked, events without a partner, and up to which watermark each event waits. */
final class JoinPainter {
    /** More than so many events are not told apart: their bars and links would be a thicket. */
    private static final int MOST = 400;
    private final Sheet sheet;
    private final Ink g;
    private final Theme theme;

    JoinPainter(Sheet sheet) {
        this.sheet = sheet;
        g = sheet.g();
        theme = sheet.theme();
    }

    void paint() {
        ChartData.Join join = sheet.model().beside().join();
        if (sheet.model().arrivals().size() > MOST || join.kept().size() + join.pairs().size() == 0) return;
        Map<Long, Arrival> arrivals = arrivals();
        if (sheet.shows(Layer.WAITING)) join.kept().forEach(k -> with(arrivals, k.event().id, a -> waiting(k, a)));
        if (sheet.shows(Layer.PAIRS)) join.pairs().forEach(p -> pair(p, arrivals));
        if (sheet.shows(Layer.UNMATCHED)) join.lone().forEach(l -> with(arrivals, l.event().id, a -> lone(l, a)));
    }

    private Map<Long, Arrival> arrivals() {
        Map<Long, Arrival> found = new HashMap<>();
        Arrivals all = sheet.model().arrivals();
        for (int i = 0; i < all.size(); i++)
            found.put(all.get(i).event(), all.get(i));
        return found;
    }

    private static void with(Map<Long, Arrival> arrivals, long event, Consumer<Arrival> draw) {
        Arrival found = arrivals.get(event);
        if (found != null) draw.accept(found);
    }

    private double x(Arrival a) {
        return sheet.plot().clampedX(a.eventTime());
    }

    private double y(Arrival a) {
        return sheet.plot().clampedY(a.at());
    }

    /** Across to the watermark that lets it go; an upright line to where that was. */
    private void waiting(ChartData.Kept k, Arrival a) {
        if (k.at() > sheet.playhead()) return;
        boolean gone = k.gone() <= sheet.playhead();
        Color colour = Theme.alpha(theme.key(sheet.model().keys(), a.key()).fill(), gone ? 0.3 : 0.75);
        double to = sheet.plot().clampedX(k.until());
        bar(x(a), to, y(a), colour);
        g.setStroke(colour);
        g.setLineWidth(1);
        g.setLineDashes(2, 4);
        g.strokeLine(to, y(a), to, sheet.plot().clampedY(Math.min(k.gone(), sheet.playhead())));
        g.setLineDashes();
    }

    void bar(double from, double to, double y, Color colour) {
        g.setStroke(colour);
        g.setLineWidth(2);
        g.setLineDashes();
        g.strokeLine(from, y, to, y);
        g.strokeLine(to, y - 4, to, y + 4);
    }

    private void pair(ChartData.Pair p, Map<Long, Arrival> arrivals) {
        Arrival left = arrivals.get(p.left().id);
        Arrival right = arrivals.get(p.right().id);
        if (left == null || right == null || p.at() > sheet.playhead()) return;
        link(x(left), y(left), x(right), y(right));
    }

    private void link(double fromX, double fromY, double toX, double toY) {
        g.setLineDashes();
        g.setStroke(theme.panel());
        g.setLineWidth(5);
        g.strokeLine(fromX, fromY, toX, toY);
        g.setStroke(theme.ink());
        g.setLineWidth(1.8);
        g.strokeLine(fromX, fromY, toX, toY);
    }

    void iconOfPair(double x, double y) {
        link(x - 9, y + 3, x + 9, y - 3);
        sheet.marks().oval(x - 9, y + 3, 3.5, theme.ink());
        sheet.marks().oval(x + 9, y - 3, 3.5, theme.ink());
    }

    private void lone(ChartData.Lone l, Arrival a) {
        if (l.at() > sheet.playhead()) return;
        double top = sheet.plot().clampedY(l.at());
        g.setStroke(theme.text2());
        g.setLineWidth(1.2);
        g.setLineDashes(3, 3);
        g.strokeLine(x(a), y(a), x(a), top);
        g.setLineDashes();
        alone(x(a), top, 6);
    }

    /** An empty place where the partner would be. */
    void alone(double x, double y, double r) {
        g.setFill(theme.panel());
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
        g.setStroke(theme.text());
        g.setLineWidth(1.6);
        g.setLineDashes(3, 2.4);
        g.strokeOval(x - r, y - r, 2 * r, 2 * r);
        g.setLineDashes();
    }
}

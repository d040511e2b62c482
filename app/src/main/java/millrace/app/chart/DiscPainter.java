package millrace.app.chart;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import millrace.app.chart.ChartModel.Arrival;
import millrace.app.chart.ChartModel.Fate;
import millrace.app.look.Ink;
import millrace.app.look.KeyColour;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.Tokens;
import millrace.app.look.Type;

/** The events, each at its event time and arrival: discs, diamonds if late, hollow with a cross if dropped. */
final class DiscPainter {
    /** Smaller discs have no figure, px. */
    private static final double SMALL = 7;
    private final Sheet sheet;
    private final Ink g;
    private final Theme theme;

    DiscPainter(Sheet sheet) {
        this.sheet = sheet;
        g = sheet.g();
        theme = sheet.theme();
    }

    void paint() {
        if (sheet.discs().cloud()) cloud();
        else
            sheet.discs().shown.forEach(this::disc);
        sheet.pointing().hover().ifPresent(this::atFullStrength);
        sheet.pointing().held().ifPresent(this::atFullStrength);
    }

    private void atFullStrength(Target target) {
        if (target instanceof Target.OfEvent e && visible(e.arrival()))
            draw(e.arrival(), sheet.plot().x(e.arrival().eventTime()), sheet.plot().y(e.arrival().at()),
                    Math.max(8, sheet.discs().radius));
    }

    private boolean visible(Arrival a) {
        return sheet.plot().across().shows(a.eventTime()) && sheet.plot().up().shows(a.at())
                && !dragged(a.event());
    }

    private boolean dragged(long event) {
        return sheet.pointing().drag().filter(d -> d.arrival().event() == event).isPresent();
    }

    private void disc(Discs.Disc d) {
        Arrivals all = sheet.model().arrivals();
        boolean come = all.at(d.place()) <= sheet.playhead();
        if (!shown(all.fate(d.place()), come)) return;
        if (sheet.model().beside().equals(ChartModel.Beside.NOTHING)) fill(d, all, come);
        else
            several(d, all, come);
    }

    /** Where there are several inputs, or a crash, it depends on the event whether it is shown. */
    private void several(Discs.Disc d, Arrivals all, boolean come) {
        Arrival a = all.get(d.place());
        boolean lost = a.lostAt() <= sheet.playhead();
        if (a.input() > 0 && !sheet.shows(Layer.OTHER_INPUT) || lost && !sheet.shows(Layer.LOST)) return;
        fill(d, all, come);
    }

    private void fill(Discs.Disc d, Arrivals all, boolean come) {
        boolean faint = !come || sheet.pointing().drag().filter(x -> x.place() == d.place()).isPresent();
        Arrival arrival = all.get(d.place());
        if (faint) faint(arrival, d.x(), d.y());
        else
            draw(arrival, d.x(), d.y(), sheet.discs().radius);
    }

    /** Still to come: the shape faint, its figure readable. */
    private void faint(Arrival a, double x, double y) {
        double r = sheet.discs().radius;
        g.setGlobalAlpha(Tokens.FUTURE);
        draw(new Arrival(a.event(), a.eventTime(), a.at(), a.key(), "", a.fate(), a.input(), a.lostAt()), x, y, r);
        g.setGlobalAlpha(0.85);
        Color figure = a.fate() == Fate.DROPPED ? theme.text2() : theme.key(sheet.model().keys(), a.key()).figure();
        if (r >= SMALL && !a.figure().isEmpty())
            sheet.marks().text(x, y, a.figure(), r >= 9 ? Type.token(a.figure()) : Type.figures(9, 700), figure);
        g.setGlobalAlpha(1);
    }

    private boolean shown(Fate fate, boolean come) {
        if (!come && !sheet.shows(Layer.FUTURE)) return false;
        return sheet.shows(switch (fate) {
            case IN_TIME -> Layer.EVENTS;
            case LATE -> Layer.LATE_EVENTS;
            case DROPPED -> Layer.DROPPED;
        });
    }

    private void draw(Arrival a, double x, double y, double r) {
        KeyColour key = theme.key(sheet.model().keys(), a.key());
        if (r < SMALL && a.fate() != Fate.IN_TIME) {
            small(a.fate(), x, y, Math.max(3.5, r * Marks.DIAMOND), key);
            return;
        }
        String figure = r < SMALL ? "" : a.figure();
        Color rim = r < 4 ? Color.TRANSPARENT : theme.panel();
        if (a.lostAt() <= sheet.playhead()) {
            sheet.marks().lost(x, y, Math.max(4, r), theme.panel(), figure);
            return;
        }
        switch (a.fate()) {
            case IN_TIME -> {
                if (a.input() > 0) second(sheet.marks(), x, y, r, key, theme.panel(), figure);
                else
                    sheet.marks().event(x, y, r, key, rim, figure);
            }
            case LATE -> sheet.marks().late(x, y, r, key, rim, figure);
            case DROPPED -> sheet.marks().dropped(x, y, Math.max(4, r), theme.panel(), figure);
        }
    }

    /** An event of the second input: a ring in its key's colour. */
    static void second(Marks marks, double x, double y, double r, KeyColour key, Color ground, String figure) {
        double width = r < 4 ? 1.5 : Tokens.RIM;
        marks.disc(x, y, r - width / 2, ground, key.fill(), width);
        if (!figure.isEmpty()) marks.text(x, y, figure, Type.token(figure), Theme.wordsOn(ground));
    }

    /** A late or dropped event among hundreds: the diamond alone, full or hollow. */
    private void small(Fate fate, double x, double y, double half, KeyColour key) {
        sheet.marks().diamond(x, y, half, theme.late());
        sheet.marks().diamond(x, y, half - 1.6, fate == Fate.LATE ? key.fill() : theme.panel());
    }

    /** Rings round the event under the pointer and the one that is held, and where it lies on the event axis. */
    void rings() {
        if (!sheet.pointing().lit().isEmpty()) sheet.discs().shown.forEach(this::kin);
        sheet.pointing().hover().ifPresent(t -> {
            if (t instanceof Target.OfEvent e && visible(e.arrival())) ring(e.arrival(), 4, 2, theme.ink());
        });
        sheet.pointing().held().ifPresent(t -> {
            if (t instanceof Target.OfEvent e && visible(e.arrival())) {
                ring(e.arrival(), Tokens.HELD_RING, Tokens.THIN_LINE, theme.text());
                ring(e.arrival(), Tokens.HELD_OUTER_RING, 1, Theme.alpha(theme.text(), Tokens.OUTER_RING));
                triangle(e.arrival());
            }
        });
    }

    private void kin(Discs.Disc d) {
        Arrival a = sheet.model().arrivals().get(d.place());
        if (sheet.pointing().lit().contains(a.event()) && visible(a)) ring(a, 5, 1.6, theme.text());
    }

    private void ring(Arrival a, double more, double width, Color colour) {
        double r = Math.max(8, sheet.discs().radius) * (a.fate() == Fate.IN_TIME ? 1 : Marks.DIAMOND / 1.2) + more;
        g.setLineDashes();
        sheet.marks().ring(sheet.plot().x(a.eventTime()), sheet.plot().y(a.at()), r, width, colour);
    }

    private void triangle(Arrival a) {
        double x = sheet.plot().x(a.eventTime());
        double top = sheet.area().getMaxY() + 2;
        g.setFill(a.fate() == Fate.IN_TIME ? theme.event() : theme.late());
        g.fillPolygon(new double[] {x - 6, x, x + 6}, new double[] {top + 7, top, top + 7}, 3);
    }

    /** An event on its way to other times: where the pointer has it, and a dashed line from where it was. */
    void drag() {
        sheet.pointing().drag().ifPresent(d -> {
            Arrival moved = d.moved();
            double x = sheet.plot().clampedX(moved.eventTime());
            double y = sheet.plot().clampedY(moved.at());
            g.setStroke(theme.ink());
            g.setLineWidth(1.6);
            g.setLineDashes(4, 4);
            g.strokeLine(sheet.plot().clampedX(d.arrival().eventTime()), sheet.plot().clampedY(d.arrival().at()), x, y);
            if (d.sideways()) g.strokeLine(x, sheet.area().getMaxY(), x, y);
            else
                g.strokeLine(sheet.area().getMinX(), y, x, y);
            g.setLineDashes();
            draw(moved, x, y, Math.max(8, sheet.discs().radius));
            sheet.marks().ring(x, y, Math.max(8, sheet.discs().radius) * 1.2 + 5, 2, theme.ink());
        });
    }

    /** Thousands of events: dots put into one image. */
    private void cloud() {
        Rectangle2D area = sheet.area();
        int width = (int) Math.ceil(area.getWidth());
        int height = (int) Math.ceil(area.getHeight());
        int[] pixels = new int[width * height];
        Arrivals all = sheet.model().arrivals();
        int[] colours = colours();
        for (Discs.Disc d : sheet.discs().shown) {
            boolean come = all.at(d.place()) <= sheet.playhead();
            Fate fate = all.fate(d.place());
            if (!shown(fate, come)) continue;
            int key = all.key(d.place()) < 0 ? Theme.KEYS : all.key(d.place()) % Theme.KEYS;
            int colour = fate == Fate.IN_TIME ? colours[key] : colours[Theme.KEYS + 1];
            dot(pixels, width, height, (int) (d.x() - area.getMinX()), (int) (d.y() - area.getMinY()),
                    come ? colour : faint(colour), fate == Fate.IN_TIME);
        }
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        g.drawImage(image, Math.floor(area.getMinX()), Math.floor(area.getMinY()));
    }

    private int[] colours() {
        int[] colours = new int[Theme.KEYS + 2];
        for (int i = 0; i < Theme.KEYS; i++)
            colours[i] = argb(theme.key(i).fill());
        colours[Theme.KEYS] = argb(theme.token());
        colours[Theme.KEYS + 1] = argb(theme.late());
        return colours;
    }

    private static int argb(Color c) {
        return 0xFF000000 | (int) Math.round(c.getRed() * 255) << 16 | (int) Math.round(c.getGreen() * 255) << 8
                | (int) Math.round(c.getBlue() * 255);
    }

    private static int faint(int colour) {
        return colour & 0xFFFFFF | (int) (255 * Tokens.FUTURE) << 24;
    }

    /** A dot of 3x3, or a diamond of 5x5 that is seen among dots. */
    private static void dot(int[] pixels, int width, int height, int x, int y, int colour, boolean small) {
        int reach = small ? 1 : 2;
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                boolean inside = small || Math.abs(dx) + Math.abs(dy) <= reach;
                int px = x + dx;
                int py = y + dy;
                if (inside && px >= 0 && py >= 0 && px < width && py < height) pixels[py * width + px] = colour;
            }
        }
    }
}

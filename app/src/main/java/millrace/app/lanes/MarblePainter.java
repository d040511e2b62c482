package millrace.app.lanes;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import millrace.app.lanes.LaneLayout.Spot;
import millrace.app.look.Ink;
import millrace.app.look.KeyColour;
import millrace.app.look.Keys;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.Type;

/** Draws one marble: a disc, a result, a change, a pair, with the mark of what became of it. */
final class MarblePainter {
    private static final double BOX = 20;
    private static final double SMALL = 7.5;
    private static final Font LETTER = Type.figures(11.5, 700);
    private static final Font SMALL_LETTER = Type.figures(10, 700);
    private final Ink g;
    private final Marks marks;
    private final Theme theme;
    private final Keys keys;

    MarblePainter(Ink g, Theme theme, Keys keys) {
        this.g = g;
        this.theme = theme;
        this.keys = keys;
        marks = new Marks(g, theme);
    }

    /** @param ground what it lies on; {@code time} the playhead: what became of it later is not shown yet */
    void paint(Spot spot, double y, Color ground, long time) {
        Marble marble = spot.marble();
        KeyColour key = theme.key(keys, marble.key());
        switch (marble.kind()) {
            case Marble.Kind.Plain p -> plain(spot.x(), y, marble, key, ground, marble.fate(time));
            case Marble.Kind.Pair p -> pair(spot.x(), y, p.keys(), marble, ground);
            case Marble.Kind.Change c -> change(spot, y, key, ground, spot.update() ? "±U" : c.change().sign(),
                    !c.change().adds());
            case Marble.Kind.Result r -> {
                if (r.retraction()) marks.retraction(spot.x(), y, r.timing(), marble.figure());
                else
                    marks.result(spot.x(), y, r.timing(), marble.figure());
            }
        }
    }

    private void plain(double x, double y, Marble marble, KeyColour key, Color ground, Marble.Fate fate) {
        String figure = figure(marble);
        switch (fate) {
            case NONE -> marks.event(x, y, LaneLayout.RADIUS, key, ground, figure);
            case LATE -> marks.late(x, y, LaneLayout.RADIUS - 2, key, ground, figure);
            case DROPPED -> marks.dropped(x, y, LaneLayout.RADIUS - 2, ground, figure);
            case FAILED -> marks.lost(x, y, LaneLayout.RADIUS, ground, figure);
            case UNPAIRED -> unpaired(x, y, key, ground, figure);
        }
    }

    /** With a key the letter of it: the value stands beside. Without one the value. */
    private String figure(Marble marble) {
        return marble.key().isEmpty() ? marble.figure() : keys.letter(marble.key());
    }

    private void unpaired(double x, double y, KeyColour key, Color ground, String figure) {
        marks.oval(x, y, LaneLayout.RADIUS, ground);
        g.setLineDashes(3.5, 3);
        marks.ring(x, y, LaneLayout.RADIUS - 1, 2, key.fill());
        g.setLineDashes();
        marks.text(x, y, figure, LETTER, theme.text());
    }

    private void pair(double x, double y, List<String> both, Marble marble, Color ground) {
        Color rim = theme.key(keys, marble.key().isEmpty() ? both.getFirst() : marble.key()).fill();
        marks.frame(x - LaneLayout.PAIR / 2, y - 10.5, LaneLayout.PAIR, 21, 10.5, ground, rim, 2);
        half(x - 8.5, y, both.getFirst(), ground);
        half(x + 8.5, y, both.getLast(), ground);
    }

    private void half(double x, double y, String name, Color ground) {
        KeyColour key = theme.key(keys, name);
        marks.event(x, y, SMALL, key, ground, "");
        marks.text(x, y, keys.letter(name), SMALL_LETTER, key.figure());
    }

    private void change(Spot spot, double y, KeyColour key, Color ground, String sign, boolean hollow) {
        double x = spot.x() - spot.width() / 2;
        marks.frame(x, y - BOX / 2, spot.width(), BOX, 4, hollow ? ground : key.fill(), hollow ? key.fill() : ground,
                hollow ? 2 : 1.5);
        String letter = spot.marble().key().isEmpty() ? "" : keys.letter(spot.marble().key()) + " ";
        marks.text(spot.x(), y, letter + sign, LETTER, hollow ? theme.text() : key.figure());
    }

    /** Round what is held. */
    void ring(Spot spot, double y) {
        double grow = 5;
        g.setLineDashes();
        g.setStroke(theme.text());
        g.setLineWidth(2);
        double width = spot.width() + 2 * grow;
        double height = BOX + 2 * grow + 2;
        g.strokeRoundRect(spot.x() - width / 2, y - height / 2, width, height, height, height);
    }
}

package millrace.app.lanes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import millrace.app.lanes.LaneLayout.Spot;
import millrace.app.lanes.LanesModel.Link;
import millrace.app.lanes.LanesModel.Place;
import millrace.app.look.Ink;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.TimeAxis;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.design.Clock;

/** Draws the lanes: a function of model, place, playhead and what is held. */
final class LanesPainter {
    private static final double TICKS = 110;
    private static final double MOST_LINKS = 120;
    private static final Font NAME = Type.words(12.5, 500);
    private static final Font WORDS = Type.setting();
    private final Ink g;
    private final Theme theme;
    private final Marks marks;
    private final LaneLayout layout;
    private final double width;
    private final Scene scene;
    private final MarblePainter marbles;
    private final Map<Place, Spot> spots = new LinkedHashMap<>();

    /**
     * What is to be seen beside the lanes themselves.
     *
     * @param kin of what is held
     * @param selected ids of the nodes that are selected
     */
    record Scene(long playhead, Optional<Long> held, List<Link> kin, Set<String> selected) {}

    LanesPainter(Ink g, Theme theme, LaneLayout layout, double width, Scene scene) {
        this.g = g;
        this.theme = theme;
        this.layout = layout;
        this.width = width;
        this.scene = scene;
        marks = new Marks(g, theme);
        marbles = new MarblePainter(g, theme, layout.model().keys());
    }

    void paint() {
        g.setFill(theme.panel());
        g.fillRect(0, 0, width, layout.height());
        List<Integer> inSight = new ArrayList<>();
        for (int i = 0; i < layout.model().lanes().size(); i++)
            if (layout.shows(i)) inSight.add(i);
        g.save();
        g.beginPath();
        g.rect(0, 0, width, layout.bottom());
        g.clip();
        inSight.forEach(this::ground);
        grid();
        inSight.forEach(this::line);
        inSight.forEach(this::find);
        links(pairs(), theme.line2(), 1.2);
        playhead();
        inSight.forEach(this::things);
        links(scene.kin(), theme.text(), 1.6);
        rings();
        inSight.forEach(this::name);
        g.restore();
        axis();
        tag(Math.round(now()));
    }

    private Color ground(int number, boolean odd) {
        return odd ? theme.lane() : theme.panel();
    }

    private void ground(int number) {
        g.setFill(ground(number, number % 2 == 0));
        g.fillRect(0, layout.y(number) - layout.lane() / 2, width, layout.lane());
    }

    private void name(int number) {
        Lane lane = layout.model().lanes().get(number);
        double y = layout.y(number);
        g.setFill(ground(number, number % 2 == 0));
        g.fillRect(0, y - layout.lane() / 2, LaneLayout.NAMES - 24, layout.lane());
        boolean selected = scene.selected().contains(lane.node());
        if (selected) {
            g.setFill(theme.ink());
            g.fillRect(0, y - layout.lane() / 2 + 3, 3, layout.lane() - 6);
        }
        Font font = selected ? Type.words(12.5, 600) : NAME;
        left(14, y, Type.fit(lane.name(), font, LaneLayout.NAMES - 34), font, theme.text());
    }

    private void grid() {
        g.setStroke(theme.line());
        g.setLineWidth(1);
        g.setLineDashes(2, 4);
        for (TimeAxis.Tick tick : layout.axis().ticks(layout.model().clock(), TICKS)) {
            double x = Math.floor(tick.px()) + 0.5;
            g.strokeLine(x, 0, x, layout.bottom());
        }
        g.setLineDashes();
    }

    private double now() {
        return Math.clamp(layout.axis().px(scene.playhead()), layout.axis().start(), layout.axis().end());
    }

    /** Full up to the playhead, dashed after it; double where rows of a table change. */
    private void line(int number) {
        double y = Math.round(layout.y(number));
        boolean table = layout.model().lanes().get(number).table();
        double begin = layout.axis().start() - 6;
        g.setStroke(theme.wire());
        g.setLineWidth(table ? 1.2 : 2);
        for (double by : table ? new double[] {-2, 2} : new double[] {0})
            g.strokeLine(begin, y + by, now(), y + by);
        g.setStroke(theme.line2());
        g.setLineWidth(1.2);
        g.setLineDashes(2, 4);
        g.strokeLine(now(), y, layout.axis().end(), y);
        g.setLineDashes();
        double tip = layout.axis().end() + 8;
        g.setFill(theme.line2());
        g.fillPolygon(new double[] {tip - 7, tip, tip - 7}, new double[] {y - 4, y, y + 4}, 3);
    }

    private void find(int number) {
        layout.spots(number).forEach(s -> spots.put(s.place(), s));
    }

    private void things(int number) {
        Lane lane = layout.model().lanes().get(number);
        double y = layout.y(number);
        Color ground = ground(number, number % 2 == 0);
        if (lane.size() == 0) words(layout.axis().start() + 8, y, Texts.of("lanes.nothing"), ground, theme.text3());
        if (layout.dense(number)) new Density(layout, number).paint(g, theme, scene.playhead());
        List<Spot> here = layout.spots(number);
        for (int i = 0; i < here.size(); i++) {
            Spot spot = here.get(i);
            double next = i + 1 < here.size() ? here.get(i + 1).x() - here.get(i + 1).width() / 2
                    : layout.axis().end() + LaneLayout.RIGHT - 8;
            boolean future = spot.marble().at() > scene.playhead();
            beside(spot, y, next, ground, future);
            if (future) clear(spot, y, ground);
            g.setGlobalAlpha(future ? Tokens.FUTURE : 1);
            marbles.paint(spot, y, ground, scene.playhead());
            g.setGlobalAlpha(1);
        }
    }

    /** What shines through does not show what it lies on. */
    private void clear(Spot spot, double y, Color ground) {
        g.setFill(ground);
        double half = LaneLayout.RADIUS + 1;
        g.fillRoundRect(spot.x() - spot.width() / 2, y - half, spot.width(), 2 * half, 2 * half, 2 * half);
    }

    /** The values beside a marble, if they fit before the next. */
    private void beside(Spot spot, double y, double next, Color ground, boolean future) {
        double room = next - spot.right() - 12;
        String text = spot.more() > 0 ? Texts.of("lanes.more", String.valueOf(spot.more())) : label(spot);
        if (text.isEmpty()) return;
        String fitting = Type.fit(text, WORDS, Math.min(room, 210));
        boolean telling = fitting.length() > 2 || fitting.equals(text);
        Color colour = future ? Theme.alpha(theme.text2(), Tokens.FUTURE_LINE) : theme.text2();
        if (telling && !fitting.isEmpty()) words(spot.right() + 4, y, fitting, ground, colour);
    }

    private String label(Spot spot) {
        Marble marble = spot.marble();
        String fate = switch (marble.fate(scene.playhead())) {
            case UNPAIRED -> Texts.of("lanes.unpaired");
            case FAILED -> Texts.of("lanes.failed");
            case NONE, LATE, DROPPED -> "";
        };
        String words = marble.kind() instanceof Marble.Kind.Result || marble.key().isEmpty()
                && marble.words().equals(marble.figure()) ? "" : marble.words();
        if (spot.update()) {
            Marble before = layout.model().marble(new Place(spot.place().lane(), spot.place().index() - 1));
            words = before.words() + " \u2192 " + marble.words();
        }
        return words.isEmpty() || fate.isEmpty() ? words + fate : words + ": " + fate;
    }

    private void words(double x, double y, String text, Color ground, Color colour) {
        g.setFill(ground);
        g.fillRect(x, y - 8, Type.width(text, WORDS) + 6, 16);
        left(x + 3, y, text, WORDS, colour);
    }

    private void left(double x, double y, String text, Font font, Color colour) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(colour);
        Type.write(g, font, text, x, y);
    }

    /** Of what is in sight. */
    private List<Link> pairs() {
        return spots.keySet().stream().flatMap(p -> layout.model().pairs(p).stream()).toList();
    }

    private void links(List<Link> links, Color colour, double stroke) {
        g.setLineDashes();
        int drawn = 0;
        for (Link link : links) {
            Spot from = spots.get(link.from());
            Spot to = spots.get(link.to());
            if (from == null || to == null || ++drawn > MOST_LINKS) continue;
            g.setGlobalAlpha(to.marble().at() > scene.playhead() ? Tokens.FUTURE : 1);
            link(from, to, colour, stroke);
            g.setGlobalAlpha(1);
        }
    }

    /** From the edge of one marble to the edge of the other, a dot at the end. */
    private void link(Spot from, Spot to, Color colour, double stroke) {
        double y1 = layout.y(from.place().lane());
        double y2 = layout.y(to.place().lane());
        double down = Math.signum(y2 - y1);
        double begin = y1 + down * (LaneLayout.RADIUS + 1);
        double end = y2 - down * (LaneLayout.RADIUS + 3);
        double aside = Math.signum(Math.round(from.x() - to.x())) * Math.min(to.width() / 2 - 6,
                Math.abs(from.x() - to.x()));
        g.setStroke(colour);
        g.setLineWidth(stroke);
        g.strokeLine(from.x(), begin, to.x() + aside, end);
        marks.oval(to.x() + aside, end, 2.6, colour);
    }

    private void rings() {
        scene.held()
                .map(layout.model()::places)
                .ifPresent(all -> all.forEach(p -> Optional.ofNullable(spots.get(p))
                        .ifPresent(s -> marbles.ring(s, layout.y(p.lane())))));
    }

    private void axis() {
        g.setFill(theme.panel());
        g.fillRect(0, layout.bottom(), width, LaneLayout.AXIS);
        Clock clock = layout.model().clock();
        double free = Type.width(tag(), Type.axis()) / 2 + 46;
        for (TimeAxis.Tick tick : layout.axis().ticks(clock, TICKS)) {
            if (Math.abs(tick.px() - now()) > free)
                marks.text(tick.px(), layout.bottom() + 14, tick.label(), Type.axis(), theme.proc());
        }
    }

    private String tag() {
        return layout.axis().tag(scene.playhead(), layout.model().clock());
    }

    private void playhead() {
        if (!layout.axis().shows(scene.playhead())) return;
        double x = Math.round(now());
        g.setLineDashes();
        g.setStroke(theme.proc());
        g.setLineWidth(Tokens.PLAYHEAD_LINE);
        g.strokeLine(x, 0, x, layout.bottom());
    }

    private void tag(double x) {
        if (!layout.axis().shows(scene.playhead())) return;
        double half = Type.width(tag(), Type.figures(12, 700)) / 2 + 7;
        double middle = Math.clamp(x, half + 2, width - half - 2);
        g.setFill(theme.proc());
        g.fillRect(x - 1, layout.bottom(), 2, 6);
        g.fillRoundRect(middle - half, layout.bottom() + 4, 2 * half, 20, 8, 8);
        marks.text(middle, layout.bottom() + 14, tag(), Type.figures(12, 700), theme.onAccent());
    }
}

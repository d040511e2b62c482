package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.text.Font;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.app.tool.Box;
import millrace.compile.Plan;
import millrace.design.Counts;
import millrace.design.Durations;
import millrace.event.Watermark;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;

/**
 * Beside each wire, where there is room: how many events came over it, how many of those were late or dropped; and the watermark that
 * came over it, with how far that is behind the clock.
 */
final class WireBadges {
    /** Nearer than this nothing of it can be read. */
    static final double LEAST_ZOOM = 0.75;
    private static final double LEAST_LENGTH = 44;
    /** What is written around the middle of a wire reaches no further. */
    static final double ASIDE = 120;
    private static final Font COUNT = Type.figures(11, 700);
    private static final Font TIME = Type.figures(11, 500);
    private static final Font WORDS = Type.words(11, 400);
    private final Pen pen;
    private final Layout layout;
    private final Labels labels;
    private final Focus focus;

    /** What is said of one wire; the watermark is one of {@link Watermark}'s. */
    record Badge(Plan.PlanWire wire, long in, long late, long dropped, long watermark, long behind) {
        boolean empty() {
            return in == 0 && !timed();
        }

        boolean timed() {
            return watermark != Watermark.NONE && watermark != Watermark.FINAL;
        }
    }

    WireBadges(Pen pen, Layout layout, Labels labels, Focus focus) {
        this.pen = pen;
        this.layout = layout;
        this.labels = labels;
        this.focus = focus;
    }

    static Badge badge(Plan.PlanWire wire, Moment moment, Labels labels) {
        Lore lore = labels.lore();
        String to = labels.nodeAt(wire.to());
        int rows = moment.facts();
        boolean alone = lore.alone(wire.id());
        long late = alone && moment.node(to).orElse(null) instanceof NodeMoment.Window w ? w.lateAdded() : 0;
        long dropped = alone ? lore.dropped(to, rows) : 0;
        long watermark = lore.watermark(wire, rows);
        return new Badge(wire, lore.delivered(wire.id(), rows), late, dropped, watermark, moment.time() - watermark);
    }

    /**
     * @param sight what is in sight: nothing is said of other wires
     * @param taken where something else is written
     */
    void paint(Moment moment, Box sight, List<Box> taken) {
        List<Box> written = new ArrayList<>(taken);
        for (Plan.PlanWire wire : labels.wires()) {
            if (focus.faint(labels.nodeAt(wire.from())) || focus.faint(labels.nodeAt(wire.to()))) continue;
            layout.wireCurve(wire.id())
                    .filter(WireBadges::longEnough)
                    .filter(c -> sight.grown(ASIDE).contains(c.at(0.5)))
                    .ifPresent(c -> paint(badge(wire, moment, labels), new Beside(layout, c, written)));
        }
    }

    private static boolean longEnough(Curve curve) {
        return Math.abs(curve.to().x() - curve.from().x()) >= LEAST_LENGTH;
    }

    private void paint(Badge badge, Beside beside) {
        if (badge.empty()) return;
        Optional<Box> plate = counts(badge, beside);
        if (badge.timed()) times(badge, beside, plate);
    }

    private Optional<Box> counts(Badge b, Beside beside) {
        String in = Counts.grouped(b.in());
        String late = b.late() == 0 ? "" : Counts.grouped(b.late());
        String dropped = b.dropped() == 0 ? "" : Counts.grouped(b.dropped());
        Optional<Box> plate = beside.above(Type.width(in, COUNT) + 12 + part(late) + part(dropped));
        plate.ifPresent(box -> {
            counts(box, in, late, dropped);
            beside.taken().add(box);
        });
        return plate;
    }

    private void counts(Box plate, String in, String late, String dropped) {
        double left = plate.x();
        double y = plate.centre().y();
        double width = plate.width();
        pen.solid();
        pen.box(left, y - 8, width, 16, 8, pen.theme().bg());
        pen.rim(left, y - 8, width, 16, 8, pen.theme().nodeLine(), 1);
        pen.left(left + 6, y, in, COUNT, pen.theme().text2());
        double next = left + 6 + Type.width(in, COUNT);
        if (!late.isEmpty()) {
            pen.marks().diamond(next + 9, y, 4.4, pen.theme().late());
            pen.left(next + 16, y, late, COUNT, pen.theme().late());
            next += part(late);
        }
        if (dropped.isEmpty()) return;
        pen.marks().cross(next + 9, y, 2.8, 1.6, pen.theme().late());
        pen.left(next + 16, y, dropped, COUNT, pen.theme().late());
    }

    private static double part(String text) {
        return text.isEmpty() ? 0 : 16 + Type.width(text, COUNT);
    }

    /** How far it is behind is left out where there is no room. */
    private void times(Badge b, Beside beside, Optional<Box> plate) {
        String time = labels.tag(b.watermark());
        String behind = b.behind() < 1_000 ? ""
                : Texts.of("canvas.behind", Durations.format(b.behind() / 1_000 * 1_000));
        double least = 9 + Type.width(time, TIME);
        Optional<Box> whole = beside.below(least + (behind.isEmpty() ? 0 : 6 + Type.width(behind, WORDS)));
        whole.ifPresentOrElse(box -> times(box, time, behind, beside),
                () -> beside.below(least)
                        .or(() -> plate.flatMap(p -> beside.beside(p, least)))
                        .ifPresent(box -> times(box, time, "", beside)));
    }

    private void times(Box line, String time, String behind, Beside beside) {
        beside.taken().add(line);
        double left = line.x();
        double y = line.centre().y();
        pen.g().setFill(pen.theme().event());
        pen.g().fillPolygon(new double[] {left, left + 6, left}, new double[] {y - 4, y, y + 4}, 3);
        pen.left(left + 9, y, time, TIME, pen.theme().event());
        pen.left(left + 15 + Type.width(time, TIME), y, behind, WORDS, pen.theme().text3());
    }
}

package millrace.app.canvas;

import javafx.scene.paint.Color;
import millrace.app.look.Hatch;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.app.tool.Box;
import millrace.simulation.Activity;
import millrace.trace.Status;

/** How a node is: crashed, standing still, held up by a full wire, waiting for a barrier, at work. */
final class StatusPainter {
    private static final double CORNER = Tokens.NODE_CORNER;
    private static final double BAR = 3;
    /** How long a restore is seen, ms of real time. */
    private static final double RESTORING = Tokens.RESTORED;
    private final Pen pen;
    private final Labels labels;

    StatusPainter(Pen pen, Labels labels) {
        this.pen = pen;
        this.labels = labels;
    }

    /** Whether it has words for the second line of the node. */
    static boolean speaks(Status status, Motion motion) {
        return restoring(status, motion) || !status.isUp() || status.heldUp() || status.aligning();
    }

    /** Whether it has just got its state back: at that very instant and, while playing, for a moment after it. */
    static boolean restoring(Status status, Motion motion) {
        if (!status.isUp() || status.checkpoint() < 0) return false;
        double age = motion.playing() ? motion.age(status.since()) : motion.now() - status.since();
        return age >= 0 && age < (motion.playing() ? RESTORING : 1);
    }

    /** Whether it moves while the run is played although nothing changes. */
    static boolean moving(Status status, Motion motion) {
        return motion.playing() && (!status.inHand().isEmpty() || restoring(status, motion));
    }

    /** Before the body: the ground of a node that lost its state, and what its second line says. */
    void below(Shape shape, Status status, Motion motion) {
        if (!speaks(status, motion)) return;
        Box b = shape.box();
        Color ground = status.health() == Status.Health.CRASHED ? pen.theme().failSoft() : pen.theme().raised();
        pen.solid();
        if (status.health() == Status.Health.CRASHED) {
            pen.box(b.x(), b.y(), b.width(), b.height(), CORNER, ground);
            new NodePainter(pen).title(shape, 30);
        }
        double x = shape.x() + Sizes.textStart(shape.clockBadge());
        double room = b.right() - x - 9;
        pen.box(x - 1, shape.y() + 24, room + 2, 15, 3, ground);
        pen.onBaseline(x, shape.y() + 35, Type.fit(words(status, motion), Type.words(11.5, 600), room),
                Type.words(11.5, 600),
                colour(status, motion));
    }

    private String words(Status status, Motion motion) {
        if (restoring(status, motion))
            return status.checkpoint() == 0 ? Texts.of("canvas.from-first-state")
                    : Texts.of("canvas.from-checkpoint", status.checkpoint());
        String back = status.until() == Long.MAX_VALUE ? "" : ".back";
        String when = back.isEmpty() ? "" : labels.moment(status.until());
        return switch (status.health()) {
            case CRASHED -> Texts.of("canvas.is-crashed" + back, when);
            case STOPPED -> Texts.of("canvas.is-stopped" + back, when);
            case UP -> Texts.of(status.heldUp() ? "canvas.held-up" : "canvas.aligning");
        };
    }

    private Color colour(Status status, Motion motion) {
        return status.isUp() && (!status.heldUp() || restoring(status, motion)) ? pen.theme().checkpoint()
                : pen.theme().fail();
    }

    /** After the body: outline, hatch, sign, and how far the work has come. */
    void above(Shape shape, Status status, Motion motion) {
        Box b = shape.box();
        pen.solid();
        if (!status.isUp()) down(b, status);
        else if (restoring(status, motion)) restoring(b);
        else if (status.heldUp())
            pen.rim(b.x(), b.y(), b.width(), b.height(), CORNER, pen.theme().fail(), Tokens.STATE_LINE);
        else if (status.aligning())
            pen.rim(b.x(), b.y(), b.width(), b.height(), CORNER, pen.theme().checkpoint(), Tokens.STATE_LINE);
        if (speaks(status, motion)) new NodePainter(pen).ports(shape);
        if (status.isUp() && !shape.compact()) progress(shape, status, motion);
    }

    private void restoring(Box b) {
        pen.marks().restore(b.right() - 16, b.y() + 16, 5.5, pen.theme().checkpoint());
        pen.g().setLineDashes(6, 4);
        pen.rim(b.x(), b.y(), b.width(), b.height(), CORNER, pen.theme().checkpoint(), Tokens.STATE_LINE);
        pen.solid();
    }

    private void down(Box b, Status status) {
        boolean crashed = status.health() == Status.Health.CRASHED;
        if (crashed) {
            double top = Math.min(b.height(), Shape.HEADER) + 1;
            if (b.height() > top)
                pen.box(b.x() + 1, b.y() + top, b.width() - 2, b.height() - top - 1, CORNER - 1,
                        Hatch.crash(pen.theme()));
            pen.marks().cross(b.right() - 16, b.y() + 16, 5, 2.6, pen.theme().fail());
        } else {
            pen.g().setLineDashes(6, 4);
        }
        pen.rim(b.x(), b.y(), b.width(), b.height(), CORNER, pen.theme().fail(), Tokens.STATE_LINE);
        pen.solid();
    }

    /** A bar for each instance at work, below the header. */
    private void progress(Shape shape, Status status, Motion motion) {
        long takes = labels.workTime(shape.id());
        if (takes <= 0) return;
        int n = status.activities().size();
        double width = (shape.width() - 2 * Shape.SIDE - 4.0 * (n - 1)) / Math.max(1, n);
        for (int i = 0; i < n; i++) {
            double x = shape.x() + Shape.SIDE + i * (width + 4);
            double share = share(status.activities().get(i), takes, motion);
            pen.box(x, shape.y() + Shape.HEADER - 1, width, BAR, 1.5, pen.theme().sunken());
            if (share > 0)
                pen.box(x, shape.y() + Shape.HEADER - 1, Math.max(BAR, width * share), BAR, 1.5, pen.theme().proc());
        }
    }

    private static double share(Activity activity, long takes, Motion motion) {
        if (activity.working().isEmpty()) return 0;
        return Math.clamp(1 - (activity.done() - motion.now()) / takes, 0.02, 1);
    }
}

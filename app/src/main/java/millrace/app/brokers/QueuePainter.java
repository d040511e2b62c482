package millrace.app.brokers;

import java.util.List;
import javafx.scene.paint.Color;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.event.Event;
import millrace.operator.View;

/** A queue: what waits, the front first; each worker with what it holds; what is done and what was given up, the last first. */
final class QueuePainter {
    private static final double LEFT = 132;
    private static final double ROW = 40;
    private static final double PITCH = 27;
    private static final int MOST = 200;
    private final Brush brush;
    private final View.Queue queue;
    private final double width;
    private final double top;
    private final long time;

    QueuePainter(Brush brush, View.Queue queue, double width, double top, long time) {
        this.brush = brush;
        this.queue = queue;
        this.width = width;
        this.top = top;
        this.time = time;
    }

    static double height(View.Queue queue) {
        return 8 + (3 + queue.workers().size()) * ROW;
    }

    void paint() {
        double y = top + 8 + ROW / 2;
        row(y, Texts.of("brokers.waiting"), queue.waitingSize(), queue.waiting(), brush.theme().text());
        for (View.Queue.Worker worker : queue.workers()) {
            y += ROW;
            worker(y, worker);
        }
        row(y + ROW, Texts.of("brokers.done"), queue.done(), ended(false), brush.theme().text());
        Color dead = queue.dead() > 0 ? brush.theme().late() : brush.theme().text();
        row(y + 2 * ROW, Texts.of("brokers.dead"), queue.dead(), ended(true), dead);
    }

    /** As many of the last as may be in sight. */
    private List<Event> ended(boolean dead) {
        return brush.model()
                .ended(dead, time)
                .stream()
                .limit(MOST)
                .map(BrokerModel.Ended::event)
                .toList();
    }

    private void row(double y, String name, long count, List<Event> events, Color colour) {
        brush.left(14, y, name, Brush.STRONG, colour);
        brush.right(LEFT - 24, y, String.valueOf(count), Brush.FIGURE, colour);
        int shown = Math.min(events.size(), Math.max(0, (int) ((width - LEFT - 60) / PITCH)));
        for (int i = 0; i < shown; i++)
            brush.disc(LEFT + Brush.RADIUS + i * PITCH, y, events.get(i));
        if (count == 0) brush.left(LEFT, y, Texts.of("brokers.nothing"), Brush.LABEL, brush.theme().text3());
        if (shown < count)
            brush.left(LEFT + shown * PITCH + 6, y, Texts.of("brokers.more", String.valueOf(count - shown)),
                    Brush.FIGURE, brush.theme().text3());
    }

    private void worker(double y, View.Queue.Worker worker) {
        brush.g().setFill(brush.theme().sunken());
        brush.g().fillRoundRect(8, y - 17, Math.min(width - 16, 560), 34, 12, 12);
        brush.left(14, y, Texts.of("brokers.worker", Type.fit(worker.name(), Brush.LABEL, 58)), Brush.LABEL,
                brush.theme().text());
        worker.message().ifPresent(m -> brush.disc(LEFT + Brush.RADIUS, y, m));
        boolean again = worker.delivery() > 1 && worker.message().isPresent();
        brush.left(LEFT + 3 * Brush.RADIUS, y, state(worker), again ? Brush.STRONG : Brush.LABEL,
                again ? brush.theme().late() : brush.theme().text2());
    }

    private static String state(View.Queue.Worker worker) {
        if (worker.message().isEmpty()) return Texts.of("brokers.free");
        String delivery = Texts.of("brokers.delivery", String.valueOf(worker.delivery()));
        return worker.held() > 1 ? Texts.of("brokers.holds", delivery, String.valueOf(worker.held())) : delivery;
    }
}

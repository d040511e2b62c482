package millrace.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import millrace.app.look.Figures;
import millrace.design.Clock;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.operator.View;
import millrace.trace.Status;

/** How a node is and what it holds, line by line: a name and a figure. */
final class Held {
    private static final int MOST = 12;
    private final Clock clock;
    private final BiConsumer<String, String> line;

    Held(Clock clock, BiConsumer<String, String> line) {
        this.clock = clock;
        this.line = line;
    }

    void status(Status status) {
        String back = status.until() == Long.MAX_VALUE ? "" : ", back at " + clock.format(status.until());
        switch (status.health()) {
            case CRASHED -> line.accept("crashed", "at " + clock.format(status.since()) + back);
            case STOPPED -> line.accept("stopped", "at " + clock.format(status.since()) + back);
            case UP -> {
                if (status.checkpoint() >= 0)
                    line.accept("restored",
                            "at " + clock.format(status.since()) + ", checkpoint " + status.checkpoint());
            }
        }
        if (status.heldUp()) line.accept("held up", "a wire behind it is full");
        if (status.aligning()) line.accept("aligning", "an input waits for the barrier of another");
        status.inHand().forEach(e -> line.accept("in hand", text(e)));
        if (status.waiting() > 0) line.accept("waiting", String.valueOf(status.waiting()));
    }

    void view(View view) {
        switch (view) {
            case View.None n -> {
            }
            case View.Table t -> rows("rows", t.rows(), t.size());
            case View.Join j -> {
                rows("kept, first input", j.left(), j.leftSize());
                rows("kept, second input", j.right(), j.rightSize());
            }
            case View.Log l -> log(l);
            case View.Queue q -> queue(q);
            case View.Transactions t -> {
                rows("open", t.open(), t.openSize());
                rows("pending", t.pending(), t.pendingSize());
                rows("committed", t.committed(), t.committedSize());
            }
        }
    }

    private void rows(String name, List<Event> rows, long size) {
        line.accept(name, String.valueOf(size));
        List<Event> last = rows.subList(Math.max(0, rows.size() - MOST), rows.size());
        last.forEach(r -> line.accept("", text(r)));
    }

    private void log(View.Log log) {
        for (int p = 0; p < log.partitions().size(); p++) {
            View.Log.Partition partition = log.partitions().get(p);
            line.accept("partition " + p, "offsets " + partition.start() + " to " + partition.end());
        }
        for (View.Log.Group group : log.groups()) {
            String places = group.positions().stream().map(String::valueOf).collect(Collectors.joining(", "));
            line.accept(group.name(), "at " + places + ", lag " + group.lag() + (group.paused() ? ", paused" : ""));
            for (int r = 0; r < group.busy().size(); r++)
                reader(r + 1, group.busy().get(r));
        }
    }

    private void reader(int number, Optional<Event> event) {
        event.ifPresent(e -> line.accept("reader " + number, "busy with " + text(e)));
    }

    private void queue(View.Queue queue) {
        rows("waiting", queue.waiting(), queue.waitingSize());
        for (View.Queue.Worker worker : queue.workers())
            line.accept(worker.name(), worker.message()
                    .map(m -> text(m) + ", delivery " + worker.delivery()
                            + (worker.held() > 1 ? ", holds " + worker.held() : ""))
                    .orElse("free"));
        line.accept("done", String.valueOf(queue.done()));
        line.accept("dead", String.valueOf(queue.dead()));
    }

    /** The fields of an event, with its sign if it is a change that takes back. */
    private String text(Event event) {
        String fields = IntStream.range(0, event.schema.fields().size())
                .mapToObj(i -> event.schema.fields().get(i).name() + " " + Figures.text(event, i, clock))
                .collect(Collectors.joining(", "));
        return ChangeKind.of(event).adds() ? fields : ChangeKind.of(event).sign() + " " + fields;
    }
}

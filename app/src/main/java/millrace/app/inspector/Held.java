package millrace.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import millrace.app.text.Texts;
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
        String since = clock.format(status.since());
        String at = status.until() == Long.MAX_VALUE ? Texts.of("inspector.now.since", since)
                : Texts.of("inspector.now.since-back", since, clock.format(status.until()));
        switch (status.health()) {
            case CRASHED -> line.accept(Texts.of("inspector.now.crashed"), at);
            case STOPPED -> line.accept(Texts.of("inspector.now.stopped"), at);
            case UP -> {
                if (status.checkpoint() >= 0)
                    line.accept(Texts.of("inspector.now.restored"), Texts.of("inspector.now.restored-from", since,
                            String.valueOf(status.checkpoint())));
            }
        }
        if (status.heldUp()) line.accept(Texts.of("inspector.now.held-up"), Texts.of("inspector.now.held-up.why"));
        if (status.aligning()) line.accept(Texts.of("inspector.now.aligning"), Texts.of("inspector.now.aligning.why"));
        status.inHand().forEach(e -> line.accept(Texts.of("inspector.now.in-hand"), text(e)));
        if (status.waiting() > 0) line.accept(Texts.of("inspector.now.waiting"), String.valueOf(status.waiting()));
    }

    void view(View view) {
        switch (view) {
            case View.None n -> {
            }
            case View.Table t -> rows(Texts.of("inspector.now.rows"), t.rows(), t.size());
            case View.JoinedTables t -> joined(t);
            case View.Follower f -> {
                rows(Texts.of("inspector.now.rows"), f.table().rows(), f.table().size());
                line.accept(Texts.of("inspector.now.on-their-way"), String.valueOf(f.waitingSize()));
            }
            case View.Join j -> {
                rows(Texts.of("inspector.now.kept-first"), j.left(), j.leftSize());
                rows(Texts.of("inspector.now.kept-second"), j.right(), j.rightSize());
            }
            case View.Log l -> log(l);
            case View.Queue q -> queue(q);
            case View.Transactions t -> {
                rows(Texts.of("inspector.now.open"), t.open(), t.openSize());
                rows(Texts.of("inspector.now.pending"), t.pending(), t.pendingSize());
                rows(Texts.of("inspector.now.committed"), t.committed(), t.committedSize());
            }
        }
    }

    private void rows(String name, List<Event> rows, long size) {
        line.accept(name, String.valueOf(size));
        List<Event> last = rows.subList(Math.max(0, rows.size() - MOST), rows.size());
        last.forEach(r -> line.accept("", text(r)));
    }

    /** Both tables, which of their rows are together, and the view that this makes. */
    private void joined(View.JoinedTables t) {
        rows(Texts.of("inspector.now.kept-left"), t.left().rows(), t.left().size());
        rows(Texts.of("inspector.now.kept-right"), t.right().rows(), t.right().size());
        line.accept(Texts.of("inspector.now.together"), String.valueOf(t.pairsSize()));
        t.pairs()
                .subList(Math.max(0, t.pairs().size() - MOST), t.pairs().size())
                .forEach(p -> line.accept("", Texts.of("inspector.now.pair", text(p.left()), text(p.right()))));
        rows(Texts.of("inspector.now.rows-of-view"), t.rows().rows(), t.rows().size());
    }

    private void log(View.Log log) {
        for (int p = 0; p < log.partitions().size(); p++) {
            View.Log.Partition partition = log.partitions().get(p);
            line.accept(Texts.of("inspector.now.log", String.valueOf(p)),
                    Texts.of("inspector.now.offsets", String.valueOf(partition.start()),
                            String.valueOf(partition.end())));
        }
        for (View.Log.Group group : log.groups()) {
            String places = group.positions().stream().map(String::valueOf).collect(Collectors.joining(", "));
            line.accept(group.name(), Texts.of(
                    group.paused() ? "inspector.now.group-paused" : "inspector.now.group", places,
                    String.valueOf(group.lag())));
            for (int r = 0; r < group.busy().size(); r++)
                reader(r + 1, group.busy().get(r));
        }
    }

    private void reader(int number, Optional<Event> event) {
        event.ifPresent(e -> line.accept(Texts.of("inspector.now.reader", String.valueOf(number)),
                Texts.of("inspector.now.busy", text(e))));
    }

    private void queue(View.Queue queue) {
        rows(Texts.of("inspector.now.waiting"), queue.waiting(), queue.waitingSize());
        for (View.Queue.Worker worker : queue.workers())
            line.accept(worker.name(), worker.message()
                    .map(m -> Texts.of(worker.held() > 1 ? "inspector.now.worker-holds" : "inspector.now.worker",
                            text(m),
                            String.valueOf(worker.delivery()), String.valueOf(worker.held())))
                    .orElse(Texts.of("inspector.now.free")));
        line.accept(Texts.of("inspector.now.done"), String.valueOf(queue.done()));
        line.accept(Texts.of("inspector.now.dead"), String.valueOf(queue.dead()));
    }

    /** The fields of an event, with its sign if it is a change that takes back. */
    private String text(Event event) {
        String fields = IntStream.range(0, event.schema.fields().size())
                .mapToObj(i -> event.schema.fields().get(i).name() + " " + Figures.text(event, i, clock))
                .collect(Collectors.joining(", "));
        return ChangeKind.of(event).adds() ? fields : ChangeKind.of(event).sign() + " " + fields;
    }
}

package millrace.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import millrace.catalog.PortSpec.Carries;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.operator.Queue;
import millrace.operator.StreamType;
import millrace.operator.Work;

/** Gives each message to one of the workers that compete for it. */
final class QueueType extends BaseType {
    private static final PortSpec DEAD = new PortSpec("dead", Carries.LATE, true);
    private static final int MOST = 64;
    private static final Pattern DELIVERIES = Pattern.compile("[1-9]\\d{0,8}( *, *[1-9]\\d{0,8})*");
    private static final String ALL = "all";

    QueueType() {
        super("queue", "Queue", "Acknowledge, redeliver", Group.BROKERS, new Form()
                .add("workers", "Workers",
                        "They compete for the messages; without any there is one, which takes no time.",
                        new Kind.Groups(worker()), Value.of(List.of()))
                .whole("prefetch", "Prefetch", "How many messages a worker holds at once.", 1, 10_000, 1)
                .add("failures", "Failures", "Which messages fail, and at which deliveries.",
                        new Kind.Groups(failure()), Value.of(List.of()))
                .choice("returnTo", "Back to", "Where a message goes whose work failed.", "front:The front",
                        "back:The back")
                .whole("limit", "Deliveries", "After so many that failed a message goes to 'dead'; 0 means never.", 0,
                        1_000_000, 0));
    }

    private static List<Setting> worker() {
        return new Form().required("name", "Name", "The name of the worker.", new Kind.Text(32))
                .duration("takes", "Takes", "How long it is busy with a message.", 0, "0 s")
                .add("joins", "Joins", "When it begins; with the run if no time is given.", new Kind.Time(), Form.NONE)
                .add("pauses", "Pauses", "Between these times it is given nothing, and what it has in hand rests.",
                        new Kind.Groups(LogGroups.span().settings()), Value.of(List.of()))
                .add("slow", "Slow", "Between these times a message takes so long.", new Kind.Groups(LogGroups.slow()),
                        Value.of(List.of()))
                .settings();
    }

    private static List<Setting> failure() {
        return new Form()
                .required("message", "Message", "Its number in the order of sending, from 1.",
                        new Kind.Whole(1, Long.MAX_VALUE))
                .add("deliveries", "At deliveries", "All, or a list of those that fail: 1, 2.", new Kind.Text(200),
                        Value.of(ALL))
                .settings();
    }

    @Override
    public State state() {
        return State.QUEUE;
    }

    @Override
    public String icon() {
        return "M2.5 5.5H11.5V14.5H2.5 M5.5 5.5V14.5 M8.5 5.5V14.5 M11.5 10H17.5 M15 7.5L17.5 10L15 12.5";
    }

    @Override
    public String help() {
        return "Each message goes to one of the workers, the free one that stands first, and is gone when that has done it. "
                + "Work that fails puts the message back, to be delivered again, until after a number of deliveries it is "
                + "given up and leaves by 'dead'. What leaves says which worker had it, and at which delivery. The "
                + "watermark is the input's, held back by the earliest message that is not done. "
                + "Common mistake: to count on the order of sending, or on reading a message again. What is done is not "
                + "there to be replayed: that is what a log is for.";
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return List.of(SAME_OUT, DEAD);
    }

    @Override
    public List<String> patterns() {
        return List.of("{0} worker", "{0} workers", "{0}, {1} deliveries at most");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        int workers = Math.max(1, size(settings, "workers"));
        String limit = shown(settings, "limit");
        Phrase count = counted(workers, "{0} worker", "{0} workers");
        return limit.equals("0") ? count : Phrase.with("{0}, {1} deliveries at most", count, Phrase.plain(limit));
    }

    @Override
    public Value.Group initial() {
        Value worker = Value.Group.EMPTY.with("name", Value.of("A")).with("takes", Value.of("2 s"));
        return Value.Group.EMPTY.with("workers", Value.of(List.of(worker)));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType in = binding.inputs().getFirst();
        StreamType out = new StreamType(output(reader, in), in.key());
        List<Queue.Worker> workers = workers(reader);
        Queue queue = new Queue(in, out, (int) reader.whole("prefetch"), workers, failures(reader),
                reader.choice("returnTo").equals("front"), reader.whole("limit"));
        boolean ever = queue.failures().stream().anyMatch(f -> f.deliveries().isEmpty()) && queue.limit() == 0;
        if (ever && workers.stream().anyMatch(QueueType::takesNoTime))
            reader.error("failures", "catalog.no-end");
        return new Binding.Bound(new Work.Transform(queue), List.of(out, out));
    }

    private static boolean takesNoTime(Queue.Worker worker) {
        return worker.takes() == 0 || worker.slow().stream().anyMatch(s -> s.takes() == 0);
    }

    private static Schema output(Reader reader, StreamType in) {
        for (String name : List.of(Queue.WORKER, Queue.DELIVERY))
            if (in.schema().indexOf(name).isPresent())
                reader.error("workers", "catalog.reserved-name.queue", name);
        return in.schema()
                .with(List.of(new Field(Queue.WORKER, FieldType.STRING), new Field(Queue.DELIVERY, FieldType.LONG)));
    }

    private static List<Queue.Worker> workers(Reader reader) {
        List<Queue.Worker> workers = new ArrayList<>();
        for (Reader one : reader.each("workers")) {
            String name = one.text("name");
            if (workers.stream().anyMatch(w -> w.name().equals(name)))
                one.error("name", "catalog.duplicate-name", name);
            workers.add(new Queue.Worker(name, one.duration("takes"), one.time("joins").orElse(Long.MIN_VALUE),
                    one.each("pauses").stream().map(LogGroups::pause).toList(),
                    one.each("slow").stream().map(LogGroups::slow).toList()));
        }
        if (workers.size() > MOST)
            reader.error("workers", "catalog.too-many.workers", workers.size(), MOST);
        return workers.isEmpty() ? List.of(new Queue.Worker("A", 0, Long.MIN_VALUE)) : workers;
    }

    private static List<Queue.Failure> failures(Reader reader) {
        return reader.each("failures").stream().map(f -> new Queue.Failure(f.whole("message"), deliveries(f))).toList();
    }

    private static List<Long> deliveries(Reader failure) {
        String text = failure.text("deliveries").strip();
        if (text.equals(ALL)) return List.of();
        if (DELIVERIES.matcher(text).matches())
            return List.of(text.split(",")).stream().map(d -> Long.valueOf(d.strip())).toList();
        failure.error("deliveries", "catalog.not-a-list.deliveries", Reader.shown(Value.of(text)));
        return List.of();
    }
}

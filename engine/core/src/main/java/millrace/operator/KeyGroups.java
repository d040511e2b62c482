package millrace.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.event.Event;
import millrace.event.Schema;

/**
 * State that can be dealt out anew: a worker for each group of keys, as Flink's key groups. With another number of instances a
 * group goes whole to its new owner. Made only for nodes that are rescaled.
 */
public final class KeyGroups extends Processor {
    /** How many groups there are: the most instances that a node may have. */
    public static final int GROUPS = 16;

    private final Operator operator;
    private final List<StreamType> inputs;
    private final List<Processor> workers;

    public KeyGroups(Operator operator, List<StreamType> inputs) {
        this(operator, List.copyOf(inputs), new ArrayList<>());
        for (int g = 0; g < GROUPS; g++)
            workers.add(operator.startChanging());
    }

    private KeyGroups(Operator operator, List<StreamType> inputs, List<Processor> workers) {
        this.operator = operator;
        this.inputs = inputs;
        this.workers = workers;
    }

    /** The group of a key. */
    public static int group(long hash) {
        return (int) Long.remainderUnsigned(hash, GROUPS);
    }

    /** A stable hash of the event's key, that deals it out to groups and instances. */
    public static long hash(Event event, int keySlot, boolean textKey) {
        if (!textKey) return Numbers.mix(0, event.num(keySlot));
        return event.ref(keySlot) instanceof String key ? Numbers.stable(key) : 0;
    }

    private Processor worker(Event event, int port) {
        StreamType type = inputs.get(port);
        int key = operator.keyField(port, type);
        Schema schema = event.schema;
        return workers.get(group(hash(event, schema.slot(key), schema.type(key).isReference())));
    }

    @Override
    public void onEvent(Context context, Event event, int port) {
        worker(event, port).onEvent(context, event, port);
    }

    @Override
    public void onWatermark(Context context, long watermark) {
        for (Processor worker : workers)
            worker.onWatermark(context, watermark);
    }

    @Override
    public void onTimer(Context context, long now) {
        for (Processor worker : workers)
            worker.onTimer(context, now);
    }

    @Override
    public boolean holdsEnd() {
        return workers.stream().anyMatch(Processor::holdsEnd);
    }

    /** What an instance of so many begins with: its groups, each from the instance that had it before; the others empty. */
    public static KeyGroups dealt(List<KeyGroups> before, int instance, int instances) {
        KeyGroups dealt = new KeyGroups(before.getFirst().operator, before.getFirst().inputs);
        for (int g = instance; g < GROUPS && instance < instances; g += instances)
            dealt.workers.set(g, before.get(g % before.size()).workers.get(g).copy());
        return dealt;
    }

    @Override
    public Optional<Processor> under(Operator next) {
        if (!(next.start() instanceof KeyGroups to)) return Optional.empty();
        List<Processor> others = new ArrayList<>();
        for (Processor worker : workers)
            worker.under(to.operator).ifPresent(others::add);
        return others.size() == workers.size() ? Optional.of(new KeyGroups(to.operator, inputs, others))
                : Optional.empty();
    }

    @Override
    public void changed(Context context) {
        for (Processor worker : workers)
            worker.changed(context);
    }

    @Override
    public boolean drains() {
        return workers.getFirst().drains();
    }

    @Override
    public void drain(Context context) {
        for (Processor worker : workers)
            worker.drain(context);
    }

    @Override
    public View view() {
        return workers.stream().map(Processor::view).reduce(View::and).orElseThrow();
    }

    @Override
    public Processor copy() {
        return new KeyGroups(operator, inputs, new ArrayList<>(workers.stream().map(Processor::copy).toList()));
    }

    @Override
    public long hash() {
        long h = 0;
        for (Processor worker : workers)
            h = Numbers.mix(h, worker.hash());
        return h;
    }
}

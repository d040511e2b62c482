package millrace.operator;

import java.util.ArrayList;
import java.util.Arrays;
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
    /**
     * For each group how far the watermark was that it has acted on, where the instance that it came to is not so far; empty once that
     * has caught up.
     */
    private long[] ahead = {};

    /** What an instance had, and how far its watermark was. */
    public record Share(KeyGroups groups, long watermark) {}

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

    private int group(Event event, int port) {
        StreamType type = inputs.get(port);
        int key = operator.keyField(port, type);
        Schema schema = event.schema;
        return group(hash(event, schema.slot(key), schema.type(key).isReference()));
    }

    private Context of(int group, Context context) {
        boolean same = ahead.length == 0 || ahead[group] <= context.watermark();
        return same ? context : new AheadContext(context, ahead[group]);
    }

    @Override
    public void onEvent(Context context, Event event, int port) {
        int group = group(event, port);
        workers.get(group).onEvent(of(group, context), event, port);
    }

    @Override
    public void onWatermark(Context context, long watermark) {
        for (int g = 0; g < workers.size(); g++)
            if (ahead.length == 0 || ahead[g] < watermark) workers.get(g).onWatermark(context, watermark);
        if (Arrays.stream(ahead).allMatch(a -> a <= watermark)) ahead = new long[0];
    }

    @Override
    public void onTimer(Context context, long now) {
        for (int g = 0; g < workers.size(); g++)
            workers.get(g).onTimer(of(g, context), now);
    }

    @Override
    public boolean holdsEnd() {
        return workers.stream().anyMatch(Processor::holdsEnd);
    }

    /**
     * What an instance of so many begins with: its groups, each from the instance that had it before; the others empty.
     *
     * @param watermark of the instance
     */
    public static KeyGroups dealt(List<Share> before, int instance, int instances, long watermark) {
        KeyGroups first = before.getFirst().groups;
        KeyGroups dealt = new KeyGroups(first.operator, first.inputs);
        long[] ahead = new long[GROUPS];
        Arrays.fill(ahead, watermark);
        for (int g = instance; g < GROUPS && instance < instances; g += instances) {
            Share from = before.get(g % before.size());
            dealt.workers.set(g, from.groups.workers.get(g).copy());
            ahead[g] = from.watermark;
        }
        if (Arrays.stream(ahead).anyMatch(a -> a > watermark)) dealt.ahead = ahead;
        return dealt;
    }

    @Override
    public Optional<Processor> under(Operator next) {
        if (!(next.start() instanceof KeyGroups to)) return Optional.empty();
        List<Processor> others = new ArrayList<>();
        for (Processor worker : workers)
            worker.under(to.operator).ifPresent(others::add);
        return others.size() == workers.size() ? Optional.of(with(to.operator, others)) : Optional.empty();
    }

    private KeyGroups with(Operator other, List<Processor> others) {
        KeyGroups same = new KeyGroups(other, inputs, others);
        same.ahead = ahead.clone();
        return same;
    }

    @Override
    public void changed(Context context) {
        for (int g = 0; g < workers.size(); g++)
            workers.get(g).changed(of(g, context));
    }

    @Override
    public boolean drains() {
        return workers.getFirst().drains();
    }

    @Override
    public void drain(Context context) {
        for (int g = 0; g < workers.size(); g++)
            workers.get(g).drain(of(g, context));
    }

    @Override
    public View view() {
        return workers.stream().map(Processor::view).reduce(View::and).orElseThrow();
    }

    @Override
    public Processor copy() {
        return with(operator, new ArrayList<>(workers.stream().map(Processor::copy).toList()));
    }

    @Override
    public long hash() {
        long h = Arrays.hashCode(ahead);
        for (Processor worker : workers)
            h = Numbers.mix(h, worker.hash());
        return h;
    }
}

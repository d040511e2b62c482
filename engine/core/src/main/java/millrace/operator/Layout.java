package millrace.operator;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.event.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is in a row: one row for each key of a window, or for each session. Dealt out once from the
 * configuration. A row's numbers are the fixed ones below, then the trigger's, then the aggregates'; its references are
 * the panes said (if they are to be taken back), then the aggregates'.
 */
final class Layout {
    /** Events since the last pane. */
    static final int NEW = 0;
    /** Panes so far, shifted by {@link #INDEX_SHIFT}, above the flags. */
    static final int BOOK = 1;
    /** Number of the row's first event in the order of arrival at the operator. */
    static final int FIRST = 2;
    /** The key, or the hash of a key that is a text. */
    static final int KEY = 3;
    private static final int FIXED = 4;

    static final int INDEX_SHIFT = 4;

    final int stride;
    final int refStride;
    /** Where the trigger's numbers begin. */
    final int trigger;
    /** Where the aggregates' numbers begin. */
    final int results;
    final Aggregate[] aggregates;
    /** Where the panes to be taken back (or what else the state keeps) are among the references, or -1. */
    final int said;
    final boolean keyed;
    /** Whether keys are references. */
    final boolean textKeys;
    final int keySlot;
    final FieldType keyType;
    final boolean clears;
    /** Whether the input takes back what it said: aggregates then keep what that needs. */
    final boolean takesBack;

    /** As a window wants it. */
    Layout(WindowOperator spec, int extra, int triggerWidth, boolean reference) {
        this(new Computed(spec.in(), spec.out(), spec.aggregates(), spec.takesBack()), extra, triggerWidth, reference);
    }

    /**
     * What is computed of what.
     *
     * @param out its last fields are the aggregates' results
     * @param takesBack whether the input takes back what it said
     */
    record Computed(StreamType in, StreamType out, List<AggregateSpec> aggregates, boolean takesBack) {}

    /**
     * @param extra numbers that the state needs for itself, after the fixed ones
     * @param reference whether it needs a reference for itself
     */
    Layout(Computed spec, int extra, int triggerWidth, boolean reference) {
        takesBack = spec.takesBack();
        trigger = FIXED + extra;
        said = reference ? 0 : -1;
        StreamType in = spec.in();
        keyed = in.keyed();
        keyType = keyed ? in.schema().type(in.key()) : FieldType.LONG;
        textKeys = keyed && keyType.isReference();
        keySlot = keyed ? in.schema().slot(in.key()) : -1;
        results = trigger + triggerWidth;
        int at = results;
        int ref = reference ? 1 : 0;
        List<Aggregate> all = new ArrayList<>();
        for (AggregateSpec aggregate : spec.aggregates()) {
            int field = spec.out().schema().fields().size() - spec.aggregates().size() + all.size();
            int out = spec.out().schema().slot(field);
            Aggregate.Place place = new Aggregate.Place(at, ref, out);
            Aggregate a = takesBack ? Reversible.of(aggregate, in.schema(), place)
                    : aggregate(aggregate, in.schema(), place);
            at += a.width();
            ref += a.hasReference() ? 1 : 0;
            all.add(a);
        }
        aggregates = all.toArray(Aggregate[]::new);
        stride = at;
        refStride = ref;
        clears = all.stream().anyMatch(Sums.Extreme.class::isInstance);
    }

    /** The first number for the state's own use; after that of {@link Firing#TIMER}. */
    static int extra() {
        return FIXED;
    }

    /** A key held as a number, as facts tell it. */
    @Nullable
    Object key(long key) {
        if (!keyed || key == Event.ABSENT) return null;
        return switch (keyType) {
            case DOUBLE -> (Object) Double.longBitsToDouble(key);
            case BOOLEAN -> key != 0;
            case LONG, TIMESTAMP, STRING -> key;
        };
    }

    /** The event's key as facts tell it. */
    @Nullable
    Object keyOf(Event event) {
        if (!keyed) return null;
        return textKeys ? event.ref(keySlot) : key(event.num(keySlot));
    }

    private static Aggregate aggregate(AggregateSpec spec, Schema in, Aggregate.Place place) {
        if (spec.kind() == AggregateSpec.Kind.COUNT) return new Sums.Count(place);
        FieldType type = in.type(spec.field());
        int slot = in.slot(spec.field());
        boolean number = !type.isReference();
        return switch (spec.kind()) {
            case SUM -> type == FieldType.DOUBLE ? new Sums.Decimal(place, slot)
                    : new Sums.Whole(place, slot, spec.type() == FieldType.DOUBLE);
            case AVERAGE -> new Sums.Mean(place, slot, type);
            case MIN -> number ? new Sums.Extreme(place, slot, type, false) : new Kept(place, spec);
            case MAX -> number ? new Sums.Extreme(place, slot, type, true) : new Kept(place, spec);
            case COUNT, DISTINCT, FIRST, LAST, COLLECT, TOP, PERCENTILE -> new Kept(place, spec);
        };
    }
}

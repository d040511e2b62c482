package millrace.operator;

import millrace.event.Event;
import millrace.event.FieldType;
import org.jspecify.annotations.Nullable;

/** Aggregates that keep values: a {@link Bag} for each row, made with the first value. Absent values do not count. */
final class Kept extends Referring {
    private final int field;

    Kept(Place place, AggregateSpec spec) {
        super(place, spec);
        this.field = spec.field();
    }

    private Bag newBag() {
        return switch (spec.kind()) {
            case DISTINCT -> new Bag.Different();
            case FIRST, MIN, LAST, MAX -> new Bag.One(spec.kind());
            case TOP -> new Bag.Largest((int) spec.parameter());
            default -> new Bag.All();
        };
    }

    private Bag bag(@Nullable Object[] refs, int i) {
        if (refs[i] instanceof Bag bag) return bag;
        Bag bag = newBag();
        refs[i] = bag;
        return bag;
    }

    @Override
    void add(long[] cells, int row, @Nullable Object[] refs, int refRow, Event event, long order) {
        Object value = event.value(field);
        if (value != null) bag(refs, refRow + ref).add(value, order);
    }

    @Override
    void merge(Rows to, int row, Rows from, int fromRow) {
        if (from.refs[from.refRow(fromRow) + ref] instanceof Bag other) {
            bag(to.refs, to.refRow(row) + ref).merge(other);
        }
    }

    @Override
    void result(long[] cells, int row, @Nullable Object[] refs, int refRow, long[] nums, @Nullable Object[] o) {
        Object result = result(refs[refRow + ref] instanceof Bag bag ? bag : newBag());
        if (spec.type().isReference()) o[out] = result;
        else
            nums[out] = Numbers.pack(spec.type() == FieldType.DOUBLE && result instanceof Long n ? (Object) (double) n
                    : result);
    }

    private @Nullable Object result(Bag bag) {
        return switch (spec.kind()) {
            case DISTINCT -> (Object) (long) bag.size();
            case PERCENTILE -> bag.percentile(spec.parameter());
            case COLLECT, TOP -> bag.text();
            default -> bag.size() == 0 ? null : bag.get(0);
        };
    }
}

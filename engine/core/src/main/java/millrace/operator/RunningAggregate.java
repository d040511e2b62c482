package millrace.operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.event.Field;
import millrace.event.Schema;

/**
 * A running table: one row for each key with what is computed of all its events, or one row over everything. Each event that
 * changes a row gives that change, with the event time of the event; one that leaves every field as it was gives none.
 *
 * <p>Over a changelog a row counts as long as it is there. The row of a key over which none is left goes; the one row over
 * everything stays, and says 0 or nothing. An update of the input is a row that goes and one that comes, one after the other, so the
 * result passes through what holds between the two.
 *
 * @param aggregates what a row says, in the order of its fields
 * @param in type of the input; its key is the field that groups, if any does
 * @param out type of the changes, see {@link #outputType}
 * @param takesBack whether the input is a changelog, or a window that retracts
 * @param last only the last rows of each group count
 */
public record RunningAggregate(List<AggregateSpec> aggregates, StreamType in, StreamType out,
        boolean takesBack, Optional<Last> last) implements Operator {
    /**
     * Which rows count.
     *
     * @param most how many of each group
     * @param order the whole number or timestamp that orders them, or -1: as they came
     * @param alwaysIn a row that comes takes the place of the first even where it is before it in that order
     */
    public record Last(int most, int order, boolean alwaysIn) {}

    public RunningAggregate {
        aggregates = List.copyOf(aggregates);
    }

    @Override
    public Processor start() {
        return new AggregateTable(this);
    }

    @Override
    public int keyField(int port, StreamType type) {
        return in.key();
    }

    @Override
    public RunningAggregate takingBack() {
        return new RunningAggregate(aggregates, in, out, true, last);
    }

    /** The field that groups, if one does, and a field for each aggregate; keyed by the former. */
    public static StreamType outputType(StreamType in, List<AggregateSpec> aggregates) {
        List<Field> fields = new ArrayList<>();
        if (in.keyed()) fields.add(in.schema().fields().get(in.key()));
        aggregates.forEach(a -> fields.add(new Field(a.name(), a.type())));
        return new StreamType(Schema.ofChanges(fields), in.keyed() ? 0 : StreamType.UNKEYED);
    }
}

package millrace.operator;

import java.util.Optional;
import millrace.event.Event;

/**
 * A view of two tables that follows both sides: each left row with the right row whose key it names. What comes out are the
 * changes of the view.
 *
 * @param shape the keys are the field of the left row that names a right row, and the right table's key
 * @param leftKey the left table's key; the same field as in {@code shape} unless rows are joined by a foreign key
 * @param type inner, left or full; full only by key
 */
public record TableJoin(JoinShape shape, int leftKey, JoinType type, Dialect dialect, boolean batch)
        implements Operator {
    /** Whether left rows name right rows by a field that is not their own key, so that several may name one. */
    public boolean foreign() {
        return leftKey != shape.keys().getFirst();
    }

    /** The field that is the key of a side's table. */
    public int keyField(int side) {
        return side == JoinProcessor.LEFT ? leftKey : shape.keys().get(side);
    }

    /** What comes on a side, as a table. */
    TableInput input(int side) {
        return new TableInput(shape.inputs().get(side), keyField(side), dialect);
    }

    /** What an event of a side does to its table: true = takes its row away, false = writes it; empty for half of an update. */
    public Optional<Boolean> removes(int side, Event event) {
        return switch (input(side).does(event)) {
            case WRITES -> Optional.of(false);
            case REMOVES -> Optional.of(true);
            case WITHDRAWS -> Optional.empty();
        };
    }

    @Override
    public Processor start() {
        return new TableJoinWork(this);
    }

    /** The field by which events are dealt out to parallel instances: what must be equal has to meet. */
    @Override
    public int keyField(int port, StreamType in) {
        return shape.keys().get(port);
    }
}

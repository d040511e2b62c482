package millrace.operator;

import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Schema;

/**
 * What comes to a join as a table: the changes of one, or events, each of which writes the row of its key. Says what each
 * of them does.
 */
final class TableInput {
    enum Does {
        WRITES,
        /** The row as it was before an update: what follows writes it anew, as a rule. */
        WITHDRAWS,
        REMOVES
    }

    private final boolean tombstones;
    private final int keyField;

    /** @param keyField the field that is the table's key */
    TableInput(StreamType type, int keyField, Dialect dialect) {
        this.keyField = keyField;
        tombstones = dialect.has(Dialect.Rule.TOMBSTONES) && !type.schema().changelog();
    }

    Does does(Event event) {
        if (tombstones && empty(event)) return Does.REMOVES;
        return switch (ChangeKind.of(event)) {
            case INSERT, UPDATE_AFTER -> Does.WRITES;
            case UPDATE_BEFORE -> Does.WITHDRAWS;
            case DELETE -> Does.REMOVES;
        };
    }

    private boolean empty(Event event) {
        Schema schema = event.schema;
        for (int i = 0; i < schema.fields().size(); i++)
            if (i != keyField && event.value(i) != null) return false;
        return true;
    }

    /** Whether two rows of a table are the same in every field. */
    static boolean same(Event a, Event b) {
        Schema schema = a.schema;
        for (int i = 0; i < schema.fields().size(); i++) {
            int slot = schema.slot(i);
            boolean equal = schema.type(i).isReference() ? Numbers.hash(a.ref(slot)) == Numbers.hash(b.ref(slot))
                    && java.util.Objects.equals(a.ref(slot), b.ref(slot)) : a.num(slot) == b.num(slot);
            if (!equal) return false;
        }
        return true;
    }
}

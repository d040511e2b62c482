package millrace.event;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the events on one stream, and where each is held. Resolved when a plan is compiled, so that operators
 * work with slot numbers only.
 *
 * <p>A schema of panes begins with the two timestamps {@link #WINDOW_START} and {@link #WINDOW_END} (numbers 0 and 1)
 * and keeps one hidden number after them for the marks of the {@link Pane}. A schema of changes keeps one hidden number
 * before all others for the {@link ChangeKind}.
 */
public final class Schema {
    public static final String WINDOW_START = "windowStart";
    public static final String WINDOW_END = "windowEnd";
    /** The hidden number of a pane's schema that holds its packed marks. */
    static final int PANE_MARKS = 2;
    /** The hidden number of a change's schema that says its kind. */
    static final int CHANGE = 0;

    private enum Of {
        EVENTS,
        PANES,
        CHANGES
    }

    private static final @Nullable Object[] NO_REFS = {};

    private final List<Field> fields;
    private final int[] slots;
    private final Of of;
    private final int nums;
    private final int refs;

    private Schema(List<Field> fields, Of of) {
        this.fields = List.copyOf(fields);
        this.of = of;
        slots = new int[fields.size()];
        int num = of == Of.CHANGES ? CHANGE + 1 : 0;
        int ref = 0;
        for (int i = 0; i < slots.length; i++) {
            if (of == Of.PANES && num == PANE_MARKS) num++;
            slots[i] = fields.get(i).type().isReference() ? ref++ : num++;
        }
        nums = of == Of.PANES ? Math.max(num, PANE_MARKS + 1) : num;
        refs = ref;
    }

    /** A schema of plain events. */
    public static Schema of(List<Field> fields) {
        return new Schema(fields, Of.EVENTS);
    }

    /** A schema of the changes of a table whose rows have these fields. */
    public static Schema ofChanges(List<Field> fields) {
        return new Schema(fields, Of.CHANGES);
    }

    /** A schema of panes: the window's bounds, then {@code fields}. */
    public static Schema ofPanes(List<Field> fields) {
        List<Field> all = new ArrayList<>();
        all.add(new Field(WINDOW_START, FieldType.TIMESTAMP));
        all.add(new Field(WINDOW_END, FieldType.TIMESTAMP));
        all.addAll(fields);
        return new Schema(all, Of.PANES);
    }

    /** The same kind of schema with fields added, or replaced where the name is already there. */
    public Schema with(List<Field> more) {
        List<Field> all = new ArrayList<>(fields);
        for (Field field : more) {
            OptionalInt at = indexOf(field.name());
            if (at.isPresent()) all.set(at.getAsInt(), field);
            else
                all.add(field);
        }
        return new Schema(all, of);
    }

    public List<Field> fields() {
        return fields;
    }

    /** Whether events of this schema are panes, so that {@link Pane#of} may be asked. */
    public boolean panes() {
        return of == Of.PANES;
    }

    /** Whether events of this schema are changes of a table, each of a {@link ChangeKind}. */
    public boolean changelog() {
        return of == Of.CHANGES;
    }

    /** How many numbers an event of this schema holds. */
    public int nums() {
        return nums;
    }

    /** How many references an event of this schema holds. */
    public int refs() {
        return refs;
    }

    /** Room for the numbers of an event of this schema. */
    public long[] newNums() {
        return new long[nums];
    }

    /** Room for the references of an event of this schema. */
    public @Nullable Object[] newRefs() {
        return refs == 0 ? NO_REFS : new Object[refs];
    }

    /** The place of the field in {@link #fields()}. */
    public OptionalInt indexOf(String name) {
        for (int i = 0; i < slots.length; i++) {
            if (fields.get(i).name().equals(name)) return OptionalInt.of(i);
        }
        return OptionalInt.empty();
    }

    public FieldType type(int field) {
        return fields.get(field).type();
    }

    /** Where the field lives: among the references if its type {@link FieldType#isReference}, else the numbers. */
    public int slot(int field) {
        return slots[field];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schema s && of == s.of && fields.equals(s.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}

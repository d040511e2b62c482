package millrace.catalog;

import java.util.List;
import java.util.Optional;
import millrace.design.Value;

/**
 * One line of a node's form: the inspector shows it, the compiler reads it, the schema describes it.
 *
 * @param path of the value within the node's settings: "size", or "watermark.bound" within a group
 * @param label what stands above the field
 * @param help one sentence
 * @param kind which editor, and which values are allowed
 * @param usual the value that holds when none is given; empty = required
 * @param when shown and read only if this holds
 */
public record Setting(String path, String label, String help, Kind kind, Optional<Value> usual, Optional<When> when) {
    /** Holds while the setting {@code path} has one of these texts. */
    public record When(String path, List<String> oneOf) {}

    public sealed interface Kind {
        /** A duration such as "2 min", from {@code least} to {@code most} ms. */
        record Duration(long least, long most) implements Kind {}

        record Whole(long least, long most) implements Kind {}

        record Decimal(double least, double most) implements Kind {}

        record Text(int longest) implements Kind {}

        record Flag() implements Kind {}

        /** Any value: which, the setting that it is for says. */
        record Any() implements Kind {}

        /** One of a few; shown as segments if there are two or three, else as a drop-down list. */
        record Choice(List<Option> options) implements Kind {
            public record Option(String value, String label) {}
        }

        /** An instant on the design's clock. */
        record Time() implements Kind {}

        /** An expression over the input's fields with a result of this type. */
        record Expression(millrace.event.FieldType result) implements Kind {}

        /** A list of named expressions: {"above": "value - 20"}. */
        record Expressions() implements Kind {}

        /** The name of one of the input's fields; of a source, one of its own. */
        record Field(boolean numbersOnly) implements Kind {}

        /** Fields with types: {"value": "long"}. */
        record Fields() implements Kind {}

        /** The rows of a timetable. */
        record Rows() implements Kind {}

        /** The edits of a database: when, what is done ("insert", "update", "delete"), the row. */
        record Edits() implements Kind {}

        /** A table of processing time -> watermark. */
        record Script() implements Kind {}

        /** Crashes: a time, what crashes, and perhaps after how long it is back. */
        record Crashes() implements Kind {}

        /** A list of names. */
        record Names() implements Kind {}

        /** A list of instants on the design's clock. */
        record Times() implements Kind {}

        /** A list of groups, each with a form of its own: [{"name": "cash", "readers": 3}]. */
        record Groups(List<Setting> form) implements Kind {
            public Groups {
                form = List.copyOf(form);
            }
        }

        /** A list of aggregates: ["sum of value", "count"]. */
        record Aggregates() implements Kind {}

        /** A composed trigger (a tree). */
        record Trigger() implements Kind {}

        /** The name of a file beside the design. */
        record FileName(boolean forReading) implements Kind {}
    }
}

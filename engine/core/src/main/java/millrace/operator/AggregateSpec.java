package millrace.operator;

import millrace.event.FieldType;

/**
 * One aggregate over the events of a window.
 *
 * @param kind what is computed
 * @param field index of the input field, or -1 for {@link Kind#COUNT}
 * @param parameter N of {@link Kind#TOP}, the percentile (0 to 100) of {@link Kind#PERCENTILE}; else 0
 * @param name of the result's field
 * @param type of the result: count and distinct are long, average is double, collect and top are strings ("[5, 3, 8]")
 */
public record AggregateSpec(Kind kind, int field, double parameter, String name, FieldType type) {
    public enum Kind {
        COUNT,
        SUM,
        MIN,
        MAX,
        AVERAGE,
        DISTINCT,
        FIRST,
        LAST,
        COLLECT,
        TOP,
        PERCENTILE
    }
}

package millrace.operator;

/** How a source states its watermark. */
public sealed interface WatermarkSpec {
    /** No watermark until the end of the input. */
    record None() implements WatermarkSpec {}

    /** The largest event time seen. */
    record Ascending() implements WatermarkSpec {}

    /** The largest event time seen less {@code maxOutOfOrderness} ms. */
    record Bounded(long maxOutOfOrderness) implements WatermarkSpec {}

    /** Knows the future: the smallest event time still to arrive. */
    record Perfect() implements WatermarkSpec {}

    /** At {@code at[i]} of processing time the watermark becomes {@code to[i]}; ascending, both. */
    record Script(long[] at, long[] to) implements WatermarkSpec {}
}

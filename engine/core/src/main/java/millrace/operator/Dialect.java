package millrace.operator;

/**
 * The choices in which real engines differ.
 *
 * @param name of the dialect, as in a design's {@code settings.dialect}
 * @param touchingSessionsMerge sessions exactly one gap apart are one
 * @param unchangedOnTime an on-time pane leaves though nothing is new since the last pane
 * @param sessionDroppedBeforeMerge a late event's own session decides whether it is dropped, not the merged one
 * @param firesAfterDue a processing-time trigger fires 1 ms after its due time
 * @param indexRestartsAtMerge pane numbers begin again when sessions merge
 * @param timingByWatermark a pane's timing is judged by the watermark alone, whatever trigger fired it
 * @param flushAtExpiry what is unfired when a window expires leaves in a last pane
 */
public record Dialect(String name, boolean touchingSessionsMerge, boolean unchangedOnTime,
        boolean sessionDroppedBeforeMerge, boolean firesAfterDue, boolean indexRestartsAtMerge,
        boolean timingByWatermark, boolean flushAtExpiry) {
    public static final Dialect MILLRACE = new Dialect("millrace", true, true, false, false, false, false, true);
    public static final Dialect BEAM = new Dialect("beam", false, true, true, true, true, true, true);
    public static final Dialect FLINK = new Dialect("flink", true, false, false, false, false, false, false);
}

package millrace.event;

/**
 * The marks of a result that left a window (as Beam's PaneInfo).
 *
 * @param start start of the window, inclusive, milliseconds
 * @param end end of the window, exclusive, milliseconds
 * @param timing early, on time or late
 * @param index number of the pane within its window and key, from 0
 * @param first the first pane of the window
 * @param last no other pane can follow
 * @param retraction takes the pane before it back
 */
public record Pane(long start, long end, Timing timing, int index, boolean first, boolean last, boolean retraction) {
    private static final int FIRST = 4;
    private static final int LAST = 8;
    private static final int RETRACTION = 16;
    private static final int INDEX_SHIFT = 8;
    private static final Timing[] TIMINGS = Timing.values();

    /** The marks of an event whose schema {@link Schema#panes}. */
    public static Pane of(Event event) {
        if (!event.schema.panes()) throw new IllegalArgumentException("not a pane: " + event);
        long marks = event.num(Schema.PANE_MARKS);
        return new Pane(event.num(0), event.num(1), TIMINGS[(int) (marks & 3)], (int) (marks >>> INDEX_SHIFT),
                (marks & FIRST) != 0, (marks & LAST) != 0, (marks & RETRACTION) != 0);
    }

    /** Writes bounds and marks into the first numbers of a pane's event. */
    public static void write(long[] nums, long start, long end, Timing timing, int index, boolean last,
            boolean retraction) {
        nums[0] = start;
        nums[1] = end;
        nums[Schema.PANE_MARKS] = timing.ordinal() | (index == 0 ? FIRST : 0) | (last ? LAST : 0)
                | (retraction ? RETRACTION : 0) | (long) index << INDEX_SHIFT;
    }
}

package millrace.event;

/** The assertion that no event with event time below {@link #time} is still to come (milliseconds). */
public final class Watermark extends Element {
    /** Before anything is known. */
    public static final long NONE = Long.MIN_VALUE;
    /** The input is complete. */
    public static final long FINAL = Long.MAX_VALUE;

    public final long time;

    public Watermark(long time) {
        this.time = time;
    }

    @Override
    public String toString() {
        return "watermark " + time;
    }
}

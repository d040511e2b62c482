package millrace.app.run;

/**
 * A place in a run: an instant, and within it how much of what happens then is done.
 *
 * @param time processing time, ms
 * @param rows so many rows of the trace are done; {@link #WHOLE} = all of the instant
 */
public record Place(long time, int rows) {
    public static final int WHOLE = -1;

    /** All of an instant. */
    public static Place at(long time) {
        return new Place(time, WHOLE);
    }

    public boolean whole() {
        return rows == WHOLE;
    }

    /** Whether this comes later in the run. */
    boolean after(Place other) {
        if (time != other.time) return time > other.time;
        return !other.whole() && (whole() || rows > other.rows);
    }
}

package millrace.operator;

/** The outputs of joins. */
public final class Joins {
    public static final int OUT = 0;
    /** The output of a join of streams that carries events that came too late. */
    public static final int LATE = 1;

    private Joins() {}
}

package millrace.app.cli;

/** How a command ended, for whoever called it. */
public final class Status {
    public static final int DONE = 0;
    /** The answer is no: a check found errors, a test failed, nothing was found. */
    public static final int NO = 1;
    /** Called wrongly, or a file can't be read or written. */
    public static final int WRONG = 2;
    /** The program itself failed. */
    public static final int BROKEN = 70;
    /** Ended by Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private Status() {}
}

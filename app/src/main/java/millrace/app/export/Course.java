package millrace.app.export;

/** Watches long work. It is told after each frame, on the thread that works. */
public interface Course {
    Course UNWATCHED = (done, all) -> true;

    /** Whether to go on. */
    boolean goOn(int done, int all);
}

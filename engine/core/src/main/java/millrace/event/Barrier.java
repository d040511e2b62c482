package millrace.event;

/** Travels between the events before a checkpoint and those after it. Its number begins at 1 and is the checkpoint's. */
public final class Barrier extends Element {
    public final long checkpoint;

    public Barrier(long checkpoint) {
        this.checkpoint = checkpoint;
    }

    @Override
    public String toString() {
        return "Barrier " + checkpoint;
    }
}

package millrace.event;

/** An input has gone idle and no longer holds the watermark back, or has come back to life. */
public final class Idle extends Element {
    public static final Idle IDLE = new Idle(true);
    public static final Idle ACTIVE = new Idle(false);

    /** True when the input goes idle, false when it wakes. */
    public final boolean idle;

    private Idle(boolean idle) {
        this.idle = idle;
    }

    @Override
    public String toString() {
        return idle ? "idle" : "active";
    }
}

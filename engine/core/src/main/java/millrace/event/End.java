package millrace.event;

/** Nothing follows on this wire. Always sent after a {@link Watermark} of {@link Watermark#FINAL}. */
public final class End extends Element {
    public static final End END = new End();

    private End() {}

    @Override
    public String toString() {
        return "end";
    }
}

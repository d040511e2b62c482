package millrace.operator;

/**
 * Stands between two pipelines: what writes to it and what reads from it need not live at the same time. It outlives a
 * crash on either side. Each output is a source to the pipeline behind it: it says its own watermarks, and a checkpoint of
 * that pipeline remembers where it stood. It is woken ({@link #onTimer}) once as the run begins.
 */
public abstract class BrokerProcessor extends Processor {
    /** Where an output stands, as a checkpoint remembers it. Immutable. */
    public interface Position {}

    @Override
    public final boolean outlives() {
        return true;
    }

    /** All inputs are complete. */
    public abstract void onEnd(Context context);

    public abstract Position position(int output);

    /** The pipeline behind an output is down: nothing is to be sent until {@link #rewind} or {@link #resume}. */
    public abstract void stop(int output);

    /** The pipeline is up again and has the state that it had when the output stood there. */
    public abstract void rewind(Context context, int output, Position position);

    /**
     * The pipeline is up again, with nothing remembered.
     *
     * @param fromLastRead from where it stopped; else from where the world is now
     */
    public abstract void resume(Context context, int output, boolean fromLastRead);

    /** A wire of an output has room again, see {@link Context#room}. */
    public void onRoom(Context context, int output) {}
}

package millrace.app.run;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * A place in the run: the processing time that the whole window shows. It moves by elapsed time, never by the number of
 * frames, and stays within the run.
 */
public final class Playhead {
    /** Beyond 64 a speed is for runs so long that they would not end otherwise: a week of earthquakes. */
    private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 256.0, 1_024.0,
            4_096.0, 16_384.0, 65_536.0);
    private static final double USUALLY_FASTEST = 64;
    private static final long SHORTEST_MS = 5_000;
    private static final long FOLLOWED_MS = 40_000;

    private final ReadOnlyLongWrapper time = new ReadOnlyLongWrapper();
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final ReadOnlyObjectWrapper<List<Double>> speeds = new ReadOnlyObjectWrapper<>(SPEEDS);
    private long from;
    private long to;
    /** The part of a millisecond of processing time that has passed but does not show yet. */
    private double rest;

    /** The bounds of the run, ms. The playhead stays where it is if that is within them. */
    public void range(long start, long end) {
        from = start;
        to = Math.max(start, end);
        speeds.set(sensible());
        seek(time.get());
    }

    /** The speeds to choose from: 0.25 to 64, and more where the whole run takes some seconds even so. */
    public ReadOnlyObjectProperty<List<Double>> speedsProperty() {
        return speeds.getReadOnlyProperty();
    }

    private List<Double> sensible() {
        return SPEEDS.stream().filter(s -> s <= USUALLY_FASTEST || (to - from) / s >= SHORTEST_MS).toList();
    }

    /** Takes the highest speed at which the whole run can be followed, in forty seconds or more; at least 1. */
    public void suit() {
        speed.set(speeds.get().stream().filter(s -> s > 1 && (to - from) / s >= FOLLOWED_MS).reduce(1.0, Math::max));
    }

    /** Takes the next higher or lower speed, if there is one. */
    public void change(boolean faster) {
        speeds.get()
                .stream()
                .filter(s -> faster ? s > speed.get() : s < speed.get())
                .reduce((a, b) -> faster ? a : b)
                .ifPresent(speed::set);
    }

    /** Moves to an instant, or to the nearest one of the run. */
    public void seek(long instant) {
        rest = 0;
        time.set(Math.clamp(instant, from, to));
    }

    /** Lets {@code realMillis} of real time pass. Stops at the end of the run. */
    public void tick(double realMillis) {
        if (!playing.get()) return;
        double moved = rest + realMillis * speed.get();
        long whole = (long) moved;
        if (time.get() + whole >= to) stopAt(to);
        else {
            time.set(time.get() + whole);
            rest = moved - whole;
        }
    }

    private void stopAt(long instant) {
        playing.set(false);
        seek(instant);
    }

    /** Plays or pauses; from the end it plays again from the start. */
    public void toggle() {
        if (!playing.get() && time.get() >= to) seek(from);
        playing.set(!playing.get());
    }

    public long from() {
        return from;
    }

    public long to() {
        return to;
    }

    public ReadOnlyLongProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    public long time() {
        return time.get();
    }

    /** The time with the part of a millisecond that has passed: for motion that is finer than the clock. */
    public double exact() {
        return time.get() + rest;
    }

    public BooleanProperty playingProperty() {
        return playing;
    }

    /** Milliseconds of processing time for each of real time, one of {@link #speedsProperty}. */
    public DoubleProperty speedProperty() {
        return speed;
    }
}

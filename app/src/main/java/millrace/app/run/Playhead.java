package millrace.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Where in the run the whole window is: a processing time, and a place within it while an instant is played out. It moves by
 * elapsed time, never by the number of frames, and stays within the run.
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
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.at(0));
    private final BooleanProperty paced = new SimpleBooleanProperty(true);
    private final ObjectProperty<Optional<Range>> loop = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Pacer> pacer = Optional.empty();
    private Optional<Place> until = Optional.empty();
    /** How much of the step on its way has been seen, 0 to 1. */
    private double share;
    /** Real time that has been played, ms. */
    private double clock;
    private final List<Paced.Step> recent = new ArrayList<>();

    /** A stretch of the run, ms of processing time. */
    public record Range(long from, long to) {}

    /** The bounds of the run, ms. The playhead stays where it is if that is within them. */
    public void range(long start, long end) {
        from = start;
        to = Math.max(start, end);
        speeds.set(sensible());
        loop.set(loop.get().filter(r -> r.from() < to && r.to() > from));
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
        seek(Place.at(instant));
    }

    /** Moves to a place; to the nearest instant of the run if it lies outside. */
    public void seek(Place to) {
        recent.clear();
        still();
        go(to);
    }

    private void go(Place next) {
        boolean within = next.time() >= from && next.time() <= this.to;
        Place reached = within ? next : Place.at(Math.clamp(next.time(), from, this.to));
        time.set(reached.time());
        place.set(reached);
    }

    private void still() {
        rest = 0;
        share = 0;
    }

    /** What is played is paced by this from now on: the clock stands still until all that happens at an instant was seen. */
    public void pace(Optional<Pacer> by) {
        pacer = by;
        until = Optional.empty();
        recent.clear();
        still();
    }

    public BooleanProperty pacedProperty() {
        return paced;
    }

    private Optional<Pacer> pacing() {
        return pacer.filter(p -> paced.get() && speed.get() < Pacer.TOO_FAST);
    }

    /** What of the present instant has been played out; empty where nothing is paced. */
    public Optional<Paced> unfolding() {
        if (!playing.get()) return Optional.empty();
        return pacing().map(p -> {
            Place at = place.get();
            int begun = at.whole() ? 0 : at.rows();
            int end = at.whole() || !p.hasRow(begun) ? begun : p.stepEnd(begun);
            return new Paced(begun, end, share, clock, List.copyOf(recent));
        });
    }

    /** Plays until this place is reached, and pauses there. */
    public void playTo(Place stop) {
        until = Optional.of(stop);
        playing.set(true);
    }

    /** Plays a stretch of time again and again; empty = to the end of the run. */
    public ObjectProperty<Optional<Range>> loopProperty() {
        return loop;
    }

    /** Lets {@code realMillis} of real time pass. Stops at the end of the run. */
    public void tick(double realMillis) {
        if (!playing.get()) return;
        if (until.filter(u -> !u.after(place.get())).isPresent()) until = Optional.empty();
        Step step = new Step(place.get(), realMillis);
        while (step.left > 0 && step.goesOn)
            step.move();
        clock += Math.max(0, step.left);
        recent.removeIf(s -> clock - s.shown() > Paced.REMEMBERED);
        go(step.now);
        if (!step.goesOn) pause();
    }

    /** Stays where it is. */
    public void pause() {
        playing.set(false);
        until = Optional.empty();
        still();
    }

    /** What passes between two frames, piece by piece. */
    private final class Step {
        private Place now;
        private double left;
        private boolean goesOn = true;

        Step(Place now, double realMillis) {
            this.now = now;
            left = realMillis;
        }

        void move() {
            Optional<Pacer> by = pacing();
            if (now.whole()) run(by);
            else if (by.isPresent()) unfold(by.get());
            else
                reach(Place.at(now.time()), 0);
        }

        /** The clock goes on, at most to the next instant that is to be followed. */
        private void run(Optional<Pacer> by) {
            double wanted = rest + left * speed.get();
            long limit = limit();
            int row = by.map(p -> p.next(now.time())).orElse(0);
            boolean meets = by.isPresent() && by.get().hasRow(row) && by.get().at(row) <= limit
                    && now.time() + wanted >= by.get().at(row);
            if (meets) meet(by.get(), row);
            else if (now.time() + wanted >= limit) reach(stop(limit), limit - now.time());
            else {
                now = Place.at(now.time() + (long) wanted);
                rest = wanted - (long) wanted;
                clock += left;
                left = 0;
            }
        }

        /** The first instant that can't be passed over. */
        private long limit() {
            long end = loop.get().filter(r -> now.time() <= r.to()).map(Range::to).orElse(to);
            return Math.min(end, until.map(Place::time).orElse(Long.MAX_VALUE));
        }

        private Place stop(long limit) {
            return until.filter(u -> u.time() == limit).orElse(Place.at(limit));
        }

        /** Something happens: it is played out, or is there at once if there is nothing to follow. */
        private void meet(Pacer by, int row) {
            long at = by.at(row);
            if (by.follows(row)) {
                pass(at - now.time());
                now = new Place(at, row);
            } else {
                reach(stop(at), at - now.time());
                remember(by, at, row, by.ends(row));
            }
        }

        private void unfold(Pacer by) {
            double whole = by.beat(now.rows(), speed.get());
            double needs = whole * (1 - share);
            if (left < needs) {
                share += left / whole;
                clock += left;
                left = 0;
                return;
            }
            left -= needs;
            clock += needs;
            share = 0;
            int end = by.stepEnd(now.rows());
            remember(by, now.time(), now.rows(), end);
            reach(end >= by.ends(now.rows()) ? Place.at(now.time()) : new Place(now.time(), end), 0);
        }

        private void remember(Pacer by, long at, int from, int to) {
            recent.add(new Paced.Step(at, from, to, by.nodes(from, to), clock));
        }

        private void pass(double millis) {
            double real = Math.max(0, (millis - rest) / speed.get());
            rest = 0;
            clock += Math.min(left, real);
            left -= real;
        }

        /** Comes to a place {@code millis} of processing time away, which may be where it stops or begins again. */
        private void reach(Place next, double millis) {
            pass(millis);
            now = next;
            boolean found = until.filter(u -> !u.after(next)).isPresent();
            boolean again = !found && next.whole() && loop.get().filter(r -> r.to() == next.time()).isPresent();
            if (again) {
                now = Place.at(loop.get().orElseThrow().from());
                recent.clear();
            }
            goesOn = again || !found && !(next.whole() && next.time() >= to);
        }
    }

    /** Plays or pauses; from the end it plays again from the start, of the run or of what is played again and again. */
    public void toggle() {
        if (playing.get()) {
            playing.set(false);
            until = Optional.empty();
            return;
        }
        Range range = loop.get().orElse(new Range(from, to));
        boolean outside = loop.get().isPresent() && time.get() < range.from();
        if (outside || time.get() >= range.to()) seek(range.from());
        playing.set(true);
    }

    public long from() {
        return from;
    }

    public long to() {
        return to;
    }

    /** Where it is, within the instant too. */
    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public Place place() {
        return place.get();
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

package millrace.app.canvas;

import java.util.Optional;
import millrace.app.look.Tokens;
import millrace.app.run.Paced;

/**
 * How far motions of fixed length have come: a function of the playhead alone, so that dragging it plays them backwards.
 *
 * @param now the playhead, ms of processing time; finer than whole ms while playing
 * @param speed ms of processing time in a ms of real time; above 0
 * @param playing while paused nothing of fixed length moves: it is done
 * @param paced while the clock stands still for each thing that happens, how far that has come; else nodes lag (see {@link Lags})
 * @param node whose motion this is; empty = of the whole picture
 * @param outlined with motion reduced, while playing: nothing moves, and what is new wears an outline for a while
 */
public record Motion(double now, double speed, boolean playing, Optional<Paced> paced, String node, boolean outlined) {
    /** ms of real time. */
    static final double TRAVEL = Tokens.TRAVEL;
    static final double LEAVE = Tokens.LEAVE;
    static final double FALL_IN = Tokens.FALL_IN;
    static final double FALL_OUT = Tokens.FALL_OUT;
    /** From this speed on events on wires are streaks, and from that one only counted. */
    static final double STREAKS = 8;
    static final double COUNTS = 32;

    public Motion(double now, double speed, boolean playing) {
        this(now, speed, playing, Optional.empty(), "", false);
    }

    public Motion(double now, double speed, boolean playing, Optional<Paced> paced) {
        this(now, speed, playing, paced, "", false);
    }

    public static Motion still(double now) {
        return new Motion(now, 1, false);
    }

    /** The same instant with motion reduced. */
    Motion reduced() {
        return new Motion(now, speed, false, Optional.empty(), "", playing);
    }

    /** Whether what came at that time wears an outline, since it does not move. */
    boolean outlines(double at) {
        return outlined && age(at) >= 0 && age(at) < Tokens.OUTLINED;
    }

    /** Real ms between something that happened at {@code at} and now, at this speed. */
    double age(double at) {
        if (paced.isEmpty() || node.isEmpty()) return (now - at) / speed;
        return Math.max(0, paced.get().age(node, (long) at));
    }

    /** 0 as it happens to 1 when it is over. */
    double progress(double at, double duration) {
        return playing ? Math.clamp(age(at) / duration, 0, 1) : 1;
    }

    /** As seen where news comes later by so many ms of processing time. */
    Motion later(double lag) {
        return lag == 0 ? this : new Motion(now - lag, speed, playing, paced, node, outlined);
    }

    /** As seen at one node. */
    Motion at(String where) {
        return paced.isEmpty() ? this : new Motion(now, speed, playing, paced, where, outlined);
    }

    static double easeOut(double t) {
        double u = 1 - t;
        return 1 - u * u * u;
    }

    static double easeIn(double t) {
        return t * t;
    }
}

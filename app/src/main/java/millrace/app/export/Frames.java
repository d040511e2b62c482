package millrace.app.export;

/** The moments of a clip: evenly over a part of a run, the last one at its end. */
public record Frames(Part part, double perSecond) {
    public static final int MOST = 6_000;

    /**
     * A part of a run, in ms of processing time.
     *
     * @param speed ms of the run in each of play
     */
    public record Part(long from, long to, double speed) {
        public static Part at(long moment) {
            return new Part(moment, moment, 1);
        }

        public Part within(long start, long end) {
            long first = Math.clamp(from, start, Math.max(start, end));
            return new Part(first, Math.clamp(to, first, Math.max(first, end)), speed);
        }
    }

    /** ms of the run between two frames. */
    private double step() {
        return 1_000 / perSecond * part.speed;
    }

    public int count() {
        double steps = Math.ceil((part.to - part.from) / step());
        return (int) Math.min(Integer.MAX_VALUE - 1, steps) + 1;
    }

    public double at(int frame) {
        return Math.min(part.to, part.from + frame * step());
    }

    /** The first frame that shows a time. */
    public int moment(long time) {
        return Math.clamp((long) Math.ceil((time - part.from) / step()), 0, count() - 1);
    }
}

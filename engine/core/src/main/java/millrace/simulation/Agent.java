package millrace.simulation;

/** Something that acts at an instant of its own: a source, a wire with elements on it, a node that waits for a time. */
abstract class Agent {
    /** Order at one instant: what a script does, work that ends, what arrives, what is delivered, timers, barriers. */
    static final int SCRIPT = 0;
    static final int WORK = 1;
    static final int SOURCE = 2;
    static final int DELIVERY = 3;
    static final int TIMER = 4;
    static final int COORDINATOR = 5;
    /** The instant of an agent that waits for nothing. */
    static final long NEVER = Long.MAX_VALUE;

    /** When it acts next. Changed only through {@link Agenda#moved}. */
    long time = NEVER;
    /** Orders agents of one instant and rank. */
    long sequence;
    final int rank;
    /** Its place in the agenda's heap. */
    int place;

    Agent(int rank, long sequence) {
        this.rank = rank;
        this.sequence = sequence;
    }

    /**
     * Does one thing, and says by {@link #time} when it is to act again; the agenda is put in order afterwards. Its time changes only
     * when all others have been moved, or is told to the agenda at once: a heap has room for one that is out of order.
     */
    abstract void due();

    /** Whether it asks anew for each time it acts; sources and wires with elements on them go on by themselves. */
    final boolean actsOnce() {
        return rank != SOURCE && rank != DELIVERY;
    }

    final boolean before(Agent other) {
        if (time != other.time) return time < other.time;
        if (rank != other.rank) return rank < other.rank;
        return sequence < other.sequence;
    }
}

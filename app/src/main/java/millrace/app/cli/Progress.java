package millrace.app.cli;

import millrace.compile.Plan;
import millrace.design.Clock;
import millrace.design.Counts;
import millrace.simulation.Simulation;

/** How far a run has come: a bar on a terminal, nothing in a pipe. */
final class Progress {
    private static final long FIRST_AFTER = 400_000_000L;
    private static final long EVERY = 100_000_000L;
    private static final int WIDTH = 30;

    private final Console console;
    private final Clock clock;
    private long next = System.nanoTime() + FIRST_AFTER;

    Progress(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    /** Whether it is time to {@link #show} again: ten times a second. To be asked often. */
    boolean due() {
        return System.nanoTime() >= next;
    }

    /**
     * Lets results out and draws the bar.
     *
     * @param share of the run that is done, 0 to 1; -1 if that can't be told
     * @param events put out by sources
     * @param now processing time, ms
     */
    void show(double share, long events, long now) {
        console.flush();
        if (console.showsProgress())
            console.bar(bar(share) + Counts.of(events, "event") + "  " + clock.format(now));
        next = System.nanoTime() + EVERY;
    }

    private static String bar(double share) {
        if (share < 0) return "";
        int full = (int) (WIDTH * share);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + (int) (100 * share) + " %  ";
    }

    /** The share of a run that is done, by rows or by time. */
    static double share(Plan plan, Simulation simulation, long events) {
        long total = simulation.total();
        boolean known = total > 0 && total < Long.MAX_VALUE;
        boolean cut = plan.until() != Long.MAX_VALUE;
        long start = plan.clock().start();
        double rows = known ? (double) events / total : -1;
        double time = cut ? (double) (simulation.now() - start) / Math.max(1, plan.until() - start) : -1;
        return Math.min(1, Math.max(rows, time));
    }
}

package millrace.app.truth;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import millrace.design.Clock;
import millrace.event.Timing;
import millrace.expect.Truth;

/**
 * What is true of a run: of each window of its window nodes, and of its sinks if anything crashed. Times are ms of processing
 * time.
 *
 * @param end of the run
 * @param nodes window nodes, in the order of the plan
 * @param sinks held against the run without crashes, at the end; empty if nothing crashes
 */
public record TruthModel(Clock clock, long end, List<OfNode> nodes, List<Truth.Sink> sinks) {
    /** @param known whether there is a right answer: a batch can be made of the design */
    public record OfNode(String node, boolean known, List<Window> windows) {
        public OfNode {
            windows = List.copyOf(windows);
        }

        /** How many windows end with the right answer. */
        public long endRight() {
            return windows.stream().filter(Window::endsRight).count();
        }

        public long missed() {
            return windows.stream().mapToLong(w -> w.missed().size()).sum();
        }

        public boolean keyed() {
            return windows.stream().anyMatch(w -> !w.key().isEmpty());
        }

        /** When something is said or missed, ascending. */
        public long[] times() {
            return windows.stream().flatMapToLong(Window::times).sorted().toArray();
        }
    }

    /**
     * @param start of the window, ms of event time
     * @param right the right answer; empty if there is none
     * @param said in order
     */
    public record Window(String key, long start, long end, Optional<String> right, List<Said> said,
            List<Missed> missed, boolean endsRight) {
        public Window {
            said = List.copyOf(said);
            missed = List.copyOf(missed);
        }

        /** How it stands at an instant of a run that is over at {@code end}. */
        public Verdict at(long time, long end) {
            List<Said> until = said.stream().filter(s -> s.at() <= time).toList();
            if (!until.isEmpty()) return until.getLast().right() ? Verdict.RIGHT : Verdict.WRONG;
            if (!said.isEmpty() || time < end) return Verdict.NOT_YET;
            return endsRight ? Verdict.RIGHT : Verdict.NEVER;
        }

        private LongStream times() {
            return LongStream.concat(said.stream().mapToLong(Said::at), missed.stream().mapToLong(Missed::at));
        }
    }

    public enum Verdict {
        NOT_YET,
        RIGHT,
        WRONG,
        /** Nothing was said of it although there was something to say. */
        NEVER
    }

    /**
     * An answer that left.
     *
     * @param fact row of the trace that tells of it
     */
    public record Said(long at, Timing timing, String text, boolean right, int fact) {}

    /** An event that came too late. */
    public record Missed(long at, long event, String text) {}

    /** Why there is nothing to see. */
    public enum Nothing {
        NO_WINDOW,
        NO_BATCH
    }

    public TruthModel {
        nodes = List.copyOf(nodes);
        sinks = List.copyOf(sinks);
    }

    Optional<Nothing> nothing() {
        if (!sinks.isEmpty()) return Optional.empty();
        if (nodes.isEmpty()) return Optional.of(Nothing.NO_WINDOW);
        return nodes.stream().noneMatch(OfNode::known) ? Optional.of(Nothing.NO_BATCH) : Optional.empty();
    }

    /** How many of the times have come. */
    static int passed(long[] times, long now) {
        int found = Arrays.binarySearch(times, now + 1);
        int place = found < 0 ? -found - 1 : found;
        while (place > 0 && times[place - 1] > now)
            place--;
        return place;
    }
}

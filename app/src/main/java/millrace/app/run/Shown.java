package millrace.app.run;

import java.util.List;
import java.util.Optional;
import millrace.design.Problem;
import millrace.trace.Run;
import millrace.trace.Timeline;

/**
 * What there is to see of the present design.
 *
 * @param run the latest whole run; while a new one is on its way or the design is broken, the one before it
 * @param problems of the present design and of its run
 * @param progress of a run that is on its way
 * @param newest whether it is all of the present design; else of one shortly before, whose run was let end while the newest waits
 * @param <V> what the views need of a run, made in the background
 */
public record Shown<V>(Optional<Ready<V>> run, List<Problem> problems, Optional<Run.Progress> progress,
        boolean newest) {
    /** A run that is done, or was cut. */
    public record Ready<V>(Run run, Timeline timeline, V views) {
        /** Each run is another: to compare all that two hold would take longer than to show them. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    public Shown {
        problems = List.copyOf(problems);
    }

    public static <V> Shown<V> nothing() {
        return new Shown<>(Optional.empty(), List.of(), Optional.empty(), true);
    }

    /** The run of the present design: not an older one that is shown meanwhile. */
    public boolean current() {
        return newest && progress.isEmpty() && run.isPresent() && problems.stream().noneMatch(Problem::isError);
    }
}

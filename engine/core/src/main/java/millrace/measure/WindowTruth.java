package millrace.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.Event;
import millrace.operator.Files;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import millrace.trace.Trace;

/**
 * For each window of each key of a node: what is right, what was said when, and what was missed. Right is what a batch over the whole
 * input says, which waits for everything.
 *
 * @param windows by end, then start, then key
 */
public record WindowTruth(String node, List<OfWindow> windows) {
    /**
     * @param right the last pane of the batch; empty if the batch knows no such window (a session that is split for lateness)
     * @param said panes of the run, retractions left out, in order
     * @param missed events that came too late for it
     */
    public record OfWindow(String key, long start, long end, Optional<Event> right, List<Said> said,
            List<Event> missed) {
        /** Whether the last that was said is right; also where nothing is to be said and nothing was. */
        public boolean ended() {
            return said.isEmpty() ? right.isEmpty() : right.filter(r -> same(r, said.getLast().event())).isPresent();
        }

        /** Whether a pane says what is right. */
        public boolean isRight(Event pane) {
            return right.filter(r -> same(r, pane)).isPresent();
        }

        /** When the right answer was said first and not taken back by another: empty if it never was. */
        public Optional<Said> firstRight() {
            Optional<Said> found = Optional.empty();
            for (Said each : said.reversed()) {
                if (right.filter(r -> same(r, each.event())).isEmpty()) return found;
                found = Optional.of(each);
            }
            return found;
        }
    }

    /** A pane that left at {@code at}. */
    public record Said(Event event, long at) {}

    private record Name(String key, long start, long end) {}

    private static final class Making {
        Optional<Event> right = Optional.empty();
        final List<Said> said = new ArrayList<>();
        final List<Event> missed = new ArrayList<>();
    }

    public WindowTruth {
        windows = List.copyOf(windows);
    }

    /** The same design as a batch, without crashes; empty if it can't be one. */
    public static Optional<Run> batch(Design design, Files files) {
        Value.Group settings = design.settings().with("mode", Value.of("batch"));
        return Compiler.compile(design.withSettings(settings), files).value().map(WindowTruth::calm).map(Run::of);
    }

    private static Plan calm(Plan plan) {
        return plan.with(plan.recovery().withoutCrashes());
    }

    /** @param batch the run of {@link #batch} */
    public static WindowTruth of(Trace run, Trace batch, String node) {
        SequencedMap<Name, Making> windows = new LinkedHashMap<>();
        panes(batch, node).forEach(f -> making(windows, f.key(), f.pane().start(), f.pane().end()).right = Optional
                .of(f.event()));
        panes(run, node).forEach(f -> making(windows, f.key(), f.pane().start(), f.pane().end()).said
                .add(new Said(f.event(), f.at())));
        rows(run, node, FactKind.DROPPED).mapToObj(run::fact).forEach(f -> {
            if (f instanceof Fact.Dropped d) making(windows, d.key(), d.start(), d.end()).missed.add(d.event());
        });
        return new WindowTruth(node, windows.entrySet()
                .stream()
                .map(e -> made(e.getKey(), e.getValue()))
                .sorted(
                        java.util.Comparator.comparingLong(OfWindow::end)
                                .thenComparingLong(OfWindow::start)
                                .thenComparing(OfWindow::key))
                .toList());
    }

    private static Making making(SequencedMap<Name, Making> windows, String key, long start, long end) {
        return windows.computeIfAbsent(new Name(key, start, end), n -> new Making());
    }

    private static OfWindow made(Name name, Making m) {
        return new OfWindow(name.key, name.start, name.end, m.right, List.copyOf(m.said), List.copyOf(m.missed));
    }

    private static List<Fact.Fired> panes(Trace trace, String node) {
        return rows(trace, node, FactKind.FIRED).mapToObj(trace::fact)
                .filter(Fact.Fired.class::isInstance)
                .map(Fact.Fired.class::cast)
                .filter(f -> !f.pane().retraction())
                .toList();
    }

    private static IntStream rows(Trace trace, String node, FactKind kind) {
        return trace.rows(node, kind).stream();
    }

    /** Whether two panes say the same in all fields; marks and ids are not looked at. */
    private static boolean same(Event a, Event b) {
        return IntStream.range(0, a.schema.fields().size())
                .allMatch(i -> java.util.Objects.equals(a.value(i), b.value(i)));
    }
}

package millrace.app.chart;

import java.util.Optional;
import java.util.stream.IntStream;
import millrace.app.chart.ChartModel.Arrival;
import millrace.app.chart.ChartModel.Column;

/** Finds a thing again in the run of an edited design, by its times and values: ids are counted anew in every run. */
final class Found {
    private Found() {}

    static Optional<Target> again(Target target, ChartModel next) {
        return switch (target) {
            case Target.OfEvent e -> event(e.arrival(), next).stream()
                    .mapToObj(next.arrivals()::get)
                    .<Target>map(Target.OfEvent::new)
                    .findFirst();
            case Target.OfPane p -> column(p.column(), next).flatMap(c -> c.panes()
                    .stream()
                    .filter(x -> x.index() == p.pane().index())
                    .<Target>map(x -> new Target.OfPane(c, x))
                    .findFirst());
            case Target.OfWindow w -> column(w.column(), next).map(c -> new Target.OfWindow(c, w.at()));
            case Target.OfGap g -> Optional.of(g);
        };
    }

    /** The place of the event with the same time, key and value that arrives nearest to the old arrival. */
    static java.util.OptionalInt event(Arrival old, ChartModel next) {
        Arrivals all = next.arrivals();
        return IntStream.range(0, all.size())
                .filter(i -> all.eventTime(i) == old.eventTime() && same(all.get(i), old))
                .boxed()
                .min(java.util.Comparator.comparingLong(i -> Math.abs(all.at(i) - old.at())))
                .map(java.util.OptionalInt::of)
                .orElseGet(java.util.OptionalInt::empty);
    }

    private static boolean same(Arrival a, Arrival b) {
        return a.key().equals(b.key()) && a.figure().equals(b.figure());
    }

    private static Optional<Column> column(Column old, ChartModel next) {
        return next.columns()
                .stream()
                .filter(c -> c.key().equals(old.key()) && c.start() == old.start() && c.end() == old.end())
                .findFirst();
    }
}

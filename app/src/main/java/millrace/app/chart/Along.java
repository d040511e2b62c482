package millrace.app.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import millrace.app.chart.ChartModel.Column;
import millrace.app.chart.ChartModel.PaneMark;

/** The way of the arrow keys from thing to thing on the chart: events and results, in the order in which they came. */
final class Along {
    private Along() {}

    private record Thing(long at, Target target) {}

    /** The next thing, or the one before; what is held decides from where, else the playhead. */
    static Optional<Target> from(Optional<Target> held, long playhead, boolean forward, ChartModel model) {
        List<Thing> things = things(model);
        int here = -1;
        for (int i = 0; i < things.size(); i++)
            if (held.equals(Optional.of(things.get(i).target))) here = i;
        int next = here < 0 ? beside(things, playhead, forward) : here + (forward ? 1 : -1);
        return next < 0 || next >= things.size() ? held : Optional.of(things.get(next).target);
    }

    private static int beside(List<Thing> things, long playhead, boolean forward) {
        int before = 0;
        while (before < things.size() && things.get(before).at <= playhead)
            before++;
        return forward ? before : before - 1;
    }

    private static List<Thing> things(ChartModel model) {
        List<Thing> all = new ArrayList<>();
        for (int i = 0; i < model.arrivals().size(); i++)
            all.add(new Thing(model.arrivals().at(i), new Target.OfEvent(model.arrivals().get(i))));
        for (Column column : model.columns())
            for (PaneMark pane : column.panes())
                all.add(new Thing(pane.at(), new Target.OfPane(column, pane)));
        all.sort(Comparator.comparingLong(Thing::at));
        return all;
    }
}

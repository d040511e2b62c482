package millrace.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import millrace.app.chart.ChartModel.Column;
import millrace.trace.ChartData;

/** Which of the rarer things a chart has, so that its key tells only of these. */
record Present(ChartModel model) {
    List<Layer> missing() {
        List<Layer> missing = new ArrayList<>();
        ChartModel.Beside beside = model.beside();
        ChartData.Join join = beside.join();
        boolean joins = !join.pairs().isEmpty() || !join.lone().isEmpty() || !join.kept().isEmpty();
        need(joins && any(Layer.OTHER_INPUT), Layer.OTHER_INPUT, missing);
        need(!join.pairs().isEmpty(), Layer.PAIRS, missing);
        need(!join.lone().isEmpty(), Layer.UNMATCHED, missing);
        need(!join.kept().isEmpty(), Layer.WAITING, missing);
        need(!beside.outages().isEmpty() && any(Layer.LOST), Layer.LOST, missing);
        need(!beside.outages().isEmpty(), Layer.DOWN, missing);
        need(!beside.idle().isEmpty(), Layer.IDLE, missing);
        need(model.columns().stream().anyMatch(c -> !c.takenBack().isEmpty()), Layer.TAKEN_BACK, missing);
        need(model.columns().stream().anyMatch(Column::merged), Layer.MERGES, missing);
        return missing;
    }

    private boolean any(Layer layer) {
        Arrivals all = model.arrivals();
        return IntStream.range(0, all.size())
                .mapToObj(all::get)
                .anyMatch(a -> layer == Layer.LOST ? a.lostAt() != ChartModel.NEVER : a.input() > 0);
    }

    private static void need(boolean there, Layer layer, List<Layer> missing) {
        if (!there) missing.add(layer);
    }
}

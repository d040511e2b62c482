package millrace.app.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import millrace.app.canvas.RunView;
import millrace.app.chart.ChartModel;
import millrace.app.chart.ChartModels;
import millrace.app.look.Keys;
import millrace.app.results.ResultsModel;
import millrace.app.timeline.TimelineModel;
import millrace.compile.Plan.PlanNode;
import millrace.trace.Run;
import millrace.trace.Timeline;

/**
 * What the views show of a whole run, made in the background.
 *
 * @param charts the time chart of each window and join by its id, in the order of the plan; of all nodes if there is none
 */
record Views(RunView canvas, TimelineModel timeline, ResultsModel results, Map<String, ChartModel> charts) {
    static Views of(Run run) {
        Keys keys = Keys.of(run.trace());
        Timeline timeline = new Timeline(run);
        RunView canvas = new RunView(run.trace(), keys, timeline.at(run.end()), timeline.moments());
        return new Views(canvas, TimelineModel.of(run.trace(), run.start(), run.end()), ResultsModel.of(run.trace()),
                charts(run, keys));
    }

    private static Map<String, ChartModel> charts(Run run, Keys keys) {
        Map<String, ChartModel> charts = new LinkedHashMap<>();
        boolean windows = run.plan().nodes().stream().anyMatch(ChartModels::worth);
        for (PlanNode node : run.plan().nodes()) {
            if (ChartModels.worth(node) || !windows)
                charts.put(node.id(), ChartModels.of(run.trace(), node.id(), keys, run.start(), run.end()));
        }
        return charts;
    }
}

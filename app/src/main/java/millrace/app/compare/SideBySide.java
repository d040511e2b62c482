package millrace.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import millrace.app.chart.ChartModel;
import millrace.app.chart.TimeChart;
import millrace.app.look.Theme;
import millrace.app.text.Texts;

/** A time chart of the same node for each run, beside each other: same axes, same playhead, and marks where they differ. */
final class SideBySide extends HBox {
    private final List<TimeChart> charts = new ArrayList<>();
    private Theme theme = Theme.LIGHT;
    private long playhead;

    SideBySide() {
        getStyleClass().add("compare-charts");
        setMinSize(0, 0);
    }

    /**
     * @param name what the node is called in the run of a side
     * @param models of one node, one for each side
     */
    void show(Compared compared, String node, IntFunction<String> name, List<ChartModel> models) {
        if (charts.size() != models.size()) build(models.size());
        for (int i = 0; i < models.size(); i++) {
            ((Label) ((VBox) getChildren().get(i)).getChildren().getFirst()).setText(
                    Texts.of("compare.chart", compared.sides().get(i).title(), name.apply(i)));
            charts.get(i).setCompanions(models);
            charts.get(i).setModel(models.get(i));
            charts.get(i).setNoted(noted(compared, node, i));
        }
    }

    private void build(int count) {
        charts.clear();
        getChildren().clear();
        for (int i = 0; i < count; i++) {
            TimeChart chart = new TimeChart();
            chart.setTheme(theme);
            chart.setPlayhead(playhead);
            chart.setMinSize(200, 120);
            chart.setLegend(false);
            charts.add(chart);
            Label title = new Label();
            title.getStyleClass().add("compare-title");
            VBox.setVgrow(chart, Priority.ALWAYS);
            VBox side = new VBox(title, chart);
            HBox.setHgrow(side, Priority.ALWAYS);
            side.setPrefWidth(320);
            getChildren().add(side);
        }
        charts.forEach(chart -> chart.setMates(charts));
    }

    /** Where one of the runs parts from another, on its chart. */
    private static List<TimeChart.Noted> noted(Compared compared, String node, int side) {
        Map<Long, TimeChart.Noted> places = new java.util.LinkedHashMap<>();
        for (Compared.Found f : compared.differences()) {
            if (f.difference().node().equals(node))
                f.said(side)
                        .ifPresent(s -> places.put(s.event().id, new TimeChart.Noted(s.event(), s.at())));
        }
        return List.copyOf(places.values());
    }

    void setPlayhead(long time) {
        playhead = time;
        charts.forEach(c -> c.setPlayhead(time));
    }

    void setTheme(Theme next) {
        theme = next;
        charts.forEach(c -> c.setTheme(next));
    }

    List<TimeChart> charts() {
        return charts;
    }
}

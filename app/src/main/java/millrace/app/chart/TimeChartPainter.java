package millrace.app.chart;

import javafx.geometry.Rectangle2D;
import javafx.scene.text.FontSmoothingType;
import millrace.app.look.Ink;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.app.text.Texts;

/** Draws a time chart: a function of the node's run, the places of the axes, the playhead and the theme. */
public final class TimeChartPainter {
    private TimeChartPainter() {}

    /** The whole run in a picture of this size (px), the legend at its right. */
    public static void paint(Ink g, double width, double height, ChartModel model, long playhead,
            Theme theme) {
        Plot plot = Plot.fit(model, Plot.area(width, height, model.clock()));
        Sheet sheet = new Sheet(g, new Marks(g, theme), model, plot, Discs.of(model, plot), Windows.of(model, plot),
                playhead, theme, Sheet.Pointing.NONE);
        paint(sheet, width, height);
    }

    static void paint(Sheet sheet, double width, double height) {
        Ink g = sheet.g();
        g.setFontSmoothingType(FontSmoothingType.GRAY);
        g.setFill(sheet.theme().panel());
        g.fillRect(0, 0, width, height);
        GridPainter grid = new GridPainter(sheet);
        grid.grid();
        FaultPainter faults = new FaultPainter(sheet);
        sheet.withinPlot(() -> {
            faults.outages();
            windows(sheet);
            new MergePainter(sheet).paint();
            new JoinPainter(sheet).paint();
        });
        LinePainter lines = new LinePainter(sheet);
        sheet.withinPlot(lines::ideal);
        lines.horizon();
        lines.watermark();
        sheet.withinPlot(faults::idle);
        grid.axes();
        grid.playhead();
        events(sheet);
        grid.watermarkTime();
        grid.playheadTime();
        if (sheet.legend()) new LegendPainter(sheet).paint();
        if (sheet.model().arrivals().size() == 0) nothing(sheet);
    }

    private static void windows(Sheet sheet) {
        if (sheet.model().byProcessingTime()) {
            BandPainter bands = new BandPainter(sheet);
            bands.fills();
            bands.outlines();
            bands.panes();
        } else {
            ColumnPainter columns = new ColumnPainter(sheet);
            columns.fills();
            columns.outlines();
            columns.panes();
            columns.takenBack();
        }
    }

    private static void events(Sheet sheet) {
        DiscPainter discs = new DiscPainter(sheet);
        Rectangle2D area = sheet.area();
        sheet.within(area.getMinX() - 16, area.getMinY() - 16, area.getWidth() + 32, area.getHeight() + 32,
                discs::paint);
        Room room = new Room(sheet);
        PaneLabels labels = new PaneLabels(sheet, room);
        sheet.withinPlot(labels::paint);
        new NotedPainter(sheet, room, labels.differing()).paint();
        discs.rings();
        discs.drag();
        new GripPainter(sheet).paint();
    }

    private static void nothing(Sheet sheet) {
        Rectangle2D area = sheet.area();
        sheet.marks()
                .text(area.getMinX() + area.getWidth() / 2, area.getMinY() + area.getHeight() / 2,
                        Texts.of("chart.nothing"), Type.body(), sheet.theme().text3());
    }
}

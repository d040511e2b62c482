package millrace.app.truth;

import java.util.Optional;
import javafx.application.Platform;
import millrace.app.look.Theme;
import millrace.app.pane.InBackground;
import millrace.app.pane.Shown;
import millrace.app.text.Texts;
import millrace.measure.BoundSweep;

/** Makes the sweep of the bound in the background: by itself for a short run, when asked for a long one. Can be stopped. */
final class Sweeping {
    /** Steps of a run that is run a dozen times without being asked for. */
    private static final long SHORT = 200_000;
    private final SweepChart chart;
    private final InBackground background;

    Sweeping(SweepChart chart) {
        this.chart = chart;
        background = new InBackground(Platform::runLater, chart::nothing);
    }

    void begin(Shown shown, String node) {
        leave();
        if (!BoundSweep.has(shown.design())) chart.nothing(Texts.of("truth.no-bound"));
        else if (shown.run().steps() <= SHORT) make(shown, node);
        else {
            chart.nothing(Texts.of("truth.long"));
            chart.act(Optional.of(Texts.of("truth.begin")), () -> make(shown, node));
        }
    }

    private void make(Shown shown, String node) {
        if (chart.sweep().isEmpty()) chart.nothing(Texts.of("pane.being-made"));
        chart.act(Optional.of(Texts.of("truth.stop")), () -> stop(shown, node));
        background.<Sweep>make((goOn, ready) -> Sweep.make(shown, node, goOn, ready), made -> {
            chart.show(made);
            if (made.whole()) chart.act(Optional.empty(), () -> {});
        });
    }

    private void stop(Shown shown, String node) {
        background.leave();
        if (chart.sweep().isEmpty()) chart.nothing(Texts.of("truth.stopped"));
        chart.act(Optional.of(Texts.of("truth.begin")), () -> make(shown, node));
    }

    void leave() {
        background.leave();
        chart.act(Optional.empty(), () -> {});
    }

    void dress(Theme theme) {
        chart.dress(theme);
    }
}

package millrace.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import millrace.app.checkpoints.CheckpointsView;
import millrace.app.look.Theme;
import millrace.app.metrics.MetricsView;
import millrace.app.pane.Posed;
import millrace.app.truth.TruthView;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** The views of checkpoints, truth and metrics, held against pictures that were looked at. */
@ExtendWith(ApplicationExtension.class)
class ViewPicturesTest {
    @ParameterizedTest
    @CsvSource({"dark, 1440x900, kill-it, 12:00:24", "light, 1280x720, kill-it, 12:00:38",
        "light, 1440x900, a-barriers-way, 12:00:12"})
    void checkpoints(String theme, String size, String design, String at) throws IOException {
        try (Posed posed = new Posed(CheckpointsView::new, Theme.of(theme), size)) {
            accept("checkpoints", theme, size, design,
                    posed.at(Posed.shown("faults/" + design), at).untilThere().picture());
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 1440x900, late-arrivals, 12:08:00", "dark, 1280x720, bound-or-lateness, 12:00:30",
        "dark, 1440x900, bound-or-lateness, 12:00:12"})
    void truth(String theme, String size, String design, String at) throws IOException {
        try (Posed posed = new Posed(TruthView::new, Theme.of(theme), size)) {
            posed.at(Posed.shown("time/" + design), at).untilThere();
            posed.until(() -> posed.pane.view()
                    .lookupAll(".sweep .button")
                    .stream()
                    .noneMatch(javafx.scene.Node::isVisible));
            accept("truth", theme, size, design, posed.picture());
        }
    }

    @ParameterizedTest
    @CsvSource({"light, 1280x720, kill-it", "dark, 1440x900, kill-it"})
    void truthOfSinks(String theme, String size, String design) throws IOException {
        try (Posed posed = new Posed(TruthView::new, Theme.of(theme), size)) {
            accept("truth", theme, size, design,
                    posed.at(Posed.shown("faults/" + design), "12:00:40").untilThere().picture());
        }
    }

    @ParameterizedTest
    @CsvSource({"dark, 1440x900, kill-it, 12:00:28", "light, 1280x720, slow-sink, 12:00:20"})
    void metrics(String theme, String size, String design, String at) throws IOException {
        try (Posed posed = new Posed(MetricsView::new, Theme.of(theme), size)) {
            accept("metrics", theme, size, design,
                    posed.at(Posed.shown("faults/" + design), at).untilThere().picture());
        }
    }

    private static void accept(String view, String theme, String size, String design, BufferedImage picture)
            throws IOException {
        AcceptedPictures.same(view + "-" + design + "-" + theme + "-" + size, picture);
    }
}

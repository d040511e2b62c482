package millrace.app.compare;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import millrace.app.AcceptedPictures;
import millrace.app.look.Theme;
import millrace.app.pane.Posed;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** Runs beside each other and over each other, held against pictures that were looked at. */
@ExtendWith(ApplicationExtension.class)
class ComparePicturesTest {
    private static final Map<String, String> AT = Map.of("time/late-arrivals", "12:09:22", "faults/kill-it",
            "12:00:40", "batch/night-bus", "day 2 05:00:00");

    @ParameterizedTest
    @CsvSource({"TIME, time/late-arrivals, light, 1440x900, Side by side",
        "TIME, time/late-arrivals, dark, 1440x900, Overlaid",
        "GUARANTEE, faults/kill-it, dark, 1280x720, Side by side",
        "GUARANTEE, faults/kill-it, light, 1440x900, Overlaid",
        "MODE, batch/night-bus, dark, 1440x900, Overlaid"})
    void compared(ReadyPair pair, String design, String theme, String size, String form) throws IOException {
        try (Posed posed = new Posed(ComparePane::new, Theme.of(theme), size)) {
            ComparePane pane = (ComparePane) posed.pane;
            posed.at(Posed.shown(design), AT.get(design));
            Posed.onFx(() -> {
                pane.ways(pair);
                pane.overlaid(form.equals("Overlaid"));
                return true;
            });
            posed.until(() -> pane.compared().isPresent());
            AcceptedPictures.same("compare-" + pair.word() + "-" + form.replace(' ', '-').toLowerCase(Locale.ROOT)
                    + "-" + theme + "-" + size, posed.picture());
        }
    }
}

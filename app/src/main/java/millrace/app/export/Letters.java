package millrace.app.export;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import millrace.app.look.Type;

/**
 * A typeface as style sheets of the web name it, with what to take where it is not there.
 *
 * @param family a list for {@code font-family}
 * @param ascent of the highest letters above the baseline, px
 * @param descent of the lowest below it, px
 */
record Letters(String family, int weight, double size, double ascent, double descent) {
    /** Letters as tall and as deep as they come. */
    private static final String TALL_AND_DEEP = "Hg";

    private static final Map<Font, Letters> KNOWN = new HashMap<>();

    static Letters of(Font font) {
        return KNOWN.computeIfAbsent(font, Letters::read);
    }

    private static Letters read(Font font) {
        Text sample = new Text(TALL_AND_DEEP);
        sample.setFont(font);
        Bounds bounds = sample.getLayoutBounds();
        return new Letters(family(font), weight(font.getName().toLowerCase(Locale.ROOT)), font.getSize(),
                -bounds.getMinY(), bounds.getMaxY());
    }

    private static String family(Font font) {
        if (font.getName().startsWith(Type.FIGURES)) return "'" + Type.FIGURES + "',ui-monospace,monospace";
        return "'" + (font.getName().startsWith(Type.WORDS) ? Type.WORDS : font.getFamily().replace("'", ""))
                + "',system-ui,sans-serif";
    }

    private static int weight(String name) {
        if (name.contains("semibold") || name.contains("semi bold")) return 600;
        if (name.contains("bold")) return 700;
        return name.contains("medium") ? 500 : 400;
    }

    /** How far the baseline lies below the place that a text is given. */
    double down(VPos at) {
        return switch (at) {
            case TOP -> ascent;
            case CENTER -> (ascent - descent) / 2;
            case BASELINE -> 0;
            case BOTTOM -> -descent;
        };
    }
}

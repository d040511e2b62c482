package millrace.app.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Style sheets in another size: every length in them times the scale of the interface. */
public final class StyleSheets {
    private static final String SIZED = "(-fx-(?:font-size|padding|spacing|hgap|vgap|graphic-text-gap|fixed-cell-size|size"
            + "|(?:min|max|pref)-(?:width|height)|tab-(?:min|max)-height|background-radius|border-radius)\\s*:)([^;}]*)";
    private static final Pattern LENGTHS = Pattern.compile(SIZED);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.#-])(\\d+(?:\\.\\d+)?)(px)?(?![\\w.%])");

    private StyleSheets() {}

    /** A style sheet as an address of its own. */
    public static String inline(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    /** These sheets in the size, and what says it to parts that draw themselves. */
    public static List<String> scaled(List<String> addresses, double scale) {
        List<String> all = new ArrayList<>(addresses.stream().map(sheet -> scaled(sheet, scale)).toList());
        all.add(inline(".surface { -fx-scale-x: " + scale + "; -fx-scale-y: " + scale + "; }"));
        return all;
    }

    /** The sheet at this address in the size; the same one at 1. */
    public static String scaled(String address, double scale) {
        if (scale == 1 || address.startsWith("data:")) return address;
        try (InputStream in = URI.create(address).toURL().openStream()) {
            return inline(scaledText(new String(in.readAllBytes(), StandardCharsets.UTF_8), scale));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String scaledText(String css, double scale) {
        return LENGTHS.matcher(css).replaceAll(m -> m.group(1) + numbers(m.group(2), scale));
    }

    private static String numbers(String value, double scale) {
        return NUMBER.matcher(value).replaceAll(m -> scaled(m, scale));
    }

    private static String scaled(MatchResult m, double scale) {
        double length = Double.parseDouble(m.group(1)) * scale;
        return String.format(Locale.ROOT, "%.1f", length) + (m.group(2) == null ? "" : "px");
    }
}

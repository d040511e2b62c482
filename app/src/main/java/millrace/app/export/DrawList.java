package millrace.app.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import javafx.scene.paint.ImagePattern;
import javafx.scene.text.TextAlignment;
import millrace.app.look.Drawn;
import millrace.app.look.Matrix;
import millrace.app.look.Outline;
import millrace.app.look.Type;

/**
 * What is drawn in many moments, as lines of JSON that {@code replay.js} reads: each thing that is drawn is written once and
 * has a number; a moment is the list of its numbers, told by what is another than in the moment before.
 */
final class DrawList {
    /** Shorter stretches that stayed are told thing by thing. */
    private static final int LEAST_STRETCH = 3;
    private final Map<String, Integer> things = new LinkedHashMap<>();
    private final Map<String, Integer> clips = new LinkedHashMap<>(Map.of("[]", 0));
    private final Map<String, Integer> fonts = new LinkedHashMap<>();
    private final Map<String, Integer> images = new LinkedHashMap<>();
    private final Map<Image, Integer> known = new LinkedHashMap<>();
    private final List<String> moments = new ArrayList<>();
    private int[] before = {};

    void add(List<Drawn> drawn) {
        int[] now = drawn.stream().mapToInt(d -> number(things, written(d))).toArray();
        moments.add(changes(now));
        before = now;
    }

    /** A number that is not negative is a thing; otherwise so many things, from the place that follows on, stayed. */
    private String changes(int[] now) {
        int[] places = new int[things.size()];
        java.util.Arrays.fill(places, -1);
        for (int i = before.length - 1; i >= 0; i--)
            places[before[i]] = i;
        List<Integer> told = new ArrayList<>();
        int i = 0;
        int last = 0;
        while (i < now.length) {
            int from = last < before.length && before[last] == now[i] ? last : places[now[i]];
            int length = from < 0 ? 0 : stretch(now, i, from);
            if (length < LEAST_STRETCH) told.add(now[i++]);
            else {
                told.add(-length);
                told.add(from);
                i += length;
                last = from + length;
            }
        }
        return told.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private int stretch(int[] now, int at, int from) {
        int length = 0;
        while (at + length < now.length && from + length < before.length && now[at + length] == before[from + length])
            length++;
        return length;
    }

    private static int number(Map<String, Integer> all, String written) {
        return all.computeIfAbsent(written, w -> all.size());
    }

    private String written(Drawn drawn) {
        return switch (drawn) {
            case Drawn.Shape s -> shape(s);
            case Drawn.Words w -> words(w);
            case Drawn.Picture p -> array("\"i\"", String.valueOf(image(p.image())), style(p.style()),
                    numbers(p.x(), p.y(), p.width(), p.height()));
        };
    }

    private String shape(Drawn.Shape s) {
        return s.line().isEmpty() ? array("\"f\"", quoted(s.path()), style(s.style()))
                : array("\"s\"", quoted(s.path()), style(s.style()), line(s.line().get()));
    }

    private static String line(Drawn.Line l) {
        return array(Outline.written(l.width()), quoted(l.cap().name().toLowerCase(Locale.ROOT)),
                quoted(l.join().name().toLowerCase(Locale.ROOT)), list(l.dashes(), Outline::written),
                Outline.written(l.offset()));
    }

    private String words(Drawn.Words w) {
        Letters letters = Letters.of(w.font());
        String font = letters.weight() + " " + Outline.written(letters.size()) + "px " + letters.family();
        String place = numbers(w.x(), w.y() + letters.down(w.baseline()), Type.width(w.text(), w.font()) + 0.5);
        String align = w.align() == TextAlignment.CENTER ? "center"
                : w.align() == TextAlignment.RIGHT ? "right" : "left";
        String written = array(w.line().isEmpty() ? "\"t\"" : "\"o\"", quoted(w.text()), style(w.style()), place,
                String.valueOf(number(fonts, quoted(font))), quoted(align));
        return w.line().map(l -> written.substring(0, written.length() - 1) + "," + line(l) + "]").orElse(written);
    }

    /** Colour or hatching, how opaque, where, within which clips. */
    private String style(Drawn.Style style) {
        boolean hatched = style.paint() instanceof ImagePattern;
        String paint = style.paint() instanceof ImagePattern p ? String.valueOf(image(p.getImage()))
                : quoted(Images.colour(style.paint()));
        String alpha = hatched ? Outline.written(style.alpha()) : Images.opacity(style.paint(), style.alpha());
        String cut = list(style.clips(), c -> array(quoted(c.path()), matrix(c.at())));
        return array(paint, alpha, matrix(style.at()), String.valueOf(number(clips, cut)));
    }

    private static String matrix(Matrix m) {
        if (m.equals(Matrix.NONE)) return "0";
        return array(factor(m.xx()), factor(m.yx()), factor(m.xy()), factor(m.yy()), Outline.written(m.tx()),
                Outline.written(m.ty()));
    }

    private static String factor(double value) {
        return java.math.BigDecimal.valueOf(Math.round(value * 1e5), 5).stripTrailingZeros().toPlainString();
    }

    private int image(Image image) {
        return known.computeIfAbsent(image, i -> number(images, quoted(Images.address(i))));
    }

    private static String numbers(double... values) {
        return java.util.Arrays.stream(values).mapToObj(Outline::written).collect(Collectors.joining(",", "[", "]"));
    }

    private static <T> String list(List<T> all, Function<T, String> written) {
        return all.stream().map(written).collect(Collectors.joining(",", "[", "]"));
    }

    private static String array(String... parts) {
        return "[" + String.join(",", parts) + "]";
    }

    /** Nothing in it can end the element of the page that it lies in. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ' || c == '<' || c == '>' || c == '&' || c >= 0x2028 && c <= 0x2029)
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            else
                out.append(c);
        }
        return out.append('"').toString();
    }

    /** The dictionaries and the moments, as members of an object. */
    String json() {
        return member("things", things) + ",\n" + member("clips", clips) + ",\n" + member("fonts", fonts) + ",\n"
                + member("images", images) + ",\n\"moments\":[\n" + String.join(",\n", moments) + "]";
    }

    private static String member(String name, Map<String, Integer> all) {
        return "\"" + name + "\":[" + String.join(",\n", all.keySet()) + "]";
    }

    int moments() {
        return moments.size();
    }
}

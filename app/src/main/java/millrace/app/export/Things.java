package millrace.app.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import javafx.scene.paint.ImagePattern;
import javafx.scene.text.TextAlignment;
import millrace.app.look.Drawn;
import millrace.app.look.Matrix;
import millrace.app.look.Outline;
import millrace.app.look.Type;

/**
 * All things that a page draws, each once: what it is (a path, a text, a picture, the begin of a clip, with its colours and
 * lines), told once for all places at which it is seen, and where. What moves is so told by its places alone.
 */
final class Things {
    private static final Outline.Room ANYWHERE = Outline.Room.of(0, 0, 0, 0);
    private static final String END = "[\"e\"]";
    private static final double PLACES = 10;
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private final Map<String, Integer> fonts = new LinkedHashMap<>();
    private final Map<String, Integer> images = new LinkedHashMap<>();
    private final Map<Placed, Integer> things = new LinkedHashMap<>();
    /** What was asked for already, as it was asked: writing costs more than comparing. */
    private final Map<Object, Integer> known = new HashMap<>();
    private final Map<Image, Integer> knownImages = new HashMap<>();

    /** A kind of things at a place, in tenths of a px. */
    private record Placed(int kind, long x, long y) {}

    int number(Drawn drawn) {
        Drawn.Style s = drawn.style();
        Drawn bare = drawn.in(new Drawn.Style(s.paint(), s.alpha(), s.at(), List.of()), ANYWHERE);
        Integer number = known.get(bare);
        return number != null ? number : remembered(bare, thing(bare));
    }

    /** What lies within a clip follows it, up to its end. */
    int number(Drawn.Clip clip) {
        Integer number = known.get(clip);
        return number != null ? number : remembered(clip, begin(clip));
    }

    int end() {
        return number(END, 0, 0);
    }

    int count() {
        return things.size();
    }

    private int remembered(Object asked, int number) {
        known.put(asked, number);
        return number;
    }

    private int begin(Drawn.Clip clip) {
        Relative path = Relative.of(clip.path());
        return number(array("\"c\"", Json.quoted(path.text()), linear(clip.at())), clip.at(), path.x(), path.y());
    }

    private int thing(Drawn drawn) {
        return switch (drawn) {
            case Drawn.Shape s -> shape(s);
            case Drawn.Words w -> words(w);
            case Drawn.Picture p -> number(array("\"i\"", String.valueOf(image(p.image())), style(p.style()),
                    Outline.written(p.width()), Outline.written(p.height())), p.style().at(), p.x(), p.y());
        };
    }

    /** A hatching lies still under what it fills. */
    private int shape(Drawn.Shape s) {
        Relative path = hatched(s.style()) ? new Relative(s.path(), 0, 0) : Relative.of(s.path());
        String written = Json.quoted(path.text());
        String kind = s.line().isEmpty() ? array("\"f\"", written, style(s.style()))
                : array("\"s\"", written, style(s.style()), line(s.line().get()));
        return number(kind, s.style().at(), path.x(), path.y());
    }

    private int words(Drawn.Words w) {
        Letters letters = Letters.of(w.font());
        String font = letters.weight() + " " + Outline.written(letters.size()) + "px " + letters.family();
        String align = w.align() == TextAlignment.CENTER ? "center"
                : w.align() == TextAlignment.RIGHT ? "right" : "left";
        List<String> parts = new ArrayList<>(List.of(w.line().isEmpty() ? "\"t\"" : "\"o\"", Json.quoted(w.text()),
                style(w.style()), Outline.written(Type.width(w.text(), w.font()) + 0.5),
                String.valueOf(number(fonts, Json.quoted(font))), Json.quoted(align)));
        w.line().ifPresent(l -> parts.add(line(l)));
        return number(array(parts.toArray(String[]::new)), w.style().at(), w.x(),
                w.y() + letters.down(w.baseline()));
    }

    private static String line(Drawn.Line l) {
        String dashes = l.dashes().stream().map(Outline::written).collect(Collectors.joining(",", "[", "]"));
        return array(Outline.written(l.width()), Json.quoted(l.cap().name().toLowerCase(Locale.ROOT)),
                Json.quoted(l.join().name().toLowerCase(Locale.ROOT)), dashes, Outline.written(l.offset()));
    }

    private static boolean hatched(Drawn.Style style) {
        return style.paint() instanceof ImagePattern;
    }

    /** Colour or hatching, how opaque, how large and how turned. */
    private String style(Drawn.Style style) {
        String paint = style.paint() instanceof ImagePattern p ? String.valueOf(image(p.getImage()))
                : Json.quoted(Images.colour(style.paint()));
        String alpha = hatched(style) ? Outline.written(style.alpha()) : Images.opacity(style.paint(), style.alpha());
        return array(paint, alpha, linear(style.at()));
    }

    /** The part of a matrix that does not move; 0 if there is none. */
    private static String linear(Matrix m) {
        List<String> factors = Arrays.stream(new double[] {m.xx(), m.yx(), m.xy(), m.yy()})
                .mapToObj(Things::factor)
                .toList();
        return factors.equals(List.of("1", "0", "0", "1")) ? "0" : "[" + String.join(",", factors) + "]";
    }

    private static String factor(double value) {
        return java.math.BigDecimal.valueOf(Math.round(value * 1e5), 5).stripTrailingZeros().toPlainString();
    }

    private int image(Image image) {
        return knownImages.computeIfAbsent(image, i -> number(images, Json.quoted(Images.address(i))));
    }

    private int number(String kind, Matrix at, double x, double y) {
        return number(kind, at.x(x, y), at.y(x, y));
    }

    private int number(String kind, double x, double y) {
        Placed placed = new Placed(number(kinds, kind), Math.round(x * PLACES), Math.round(y * PLACES));
        return things.computeIfAbsent(placed, p -> things.size());
    }

    private static int number(Map<String, Integer> all, String written) {
        return all.computeIfAbsent(written, w -> all.size());
    }

    private static String array(String... parts) {
        return "[" + String.join(",", parts) + "]";
    }

    String json() {
        return member("kinds", kinds) + ",\n" + member("fonts", fonts) + ",\n" + member("images", images)
                + ",\n\"things\":[" + places() + "]";
    }

    /** Kind, and how far it is from the last thing of its kind: what moves evenly is told again and again. */
    private String places() {
        Map<Integer, Placed> last = new HashMap<>();
        StringBuilder out = new StringBuilder();
        for (Placed p : things.keySet()) {
            Placed before = Optional.ofNullable(last.put(p.kind, p)).orElse(new Placed(p.kind, 0, 0));
            if (!out.isEmpty()) out.append(",");
            out.append(p.kind).append(',').append(p.x - before.x).append(',').append(p.y - before.y);
        }
        return out.toString();
    }

    private static String member(String name, Map<String, Integer> all) {
        return "\"" + name + "\":[" + String.join(",\n", all.keySet()) + "]";
    }
}

package millrace.app.look;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Affine;

/**
 * The program's typefaces: Inter for words, JetBrains Mono for every figure that can change. They are loaded from the
 * program's own files when this class is first used. On the interface's thread, and on those that write pictures meanwhile.
 */
public final class Type {
    public static final String WORDS = "Inter";
    public static final String FIGURES = "JetBrains Mono";
    private static final int REMEMBERED = 30_000;
    private static final Map<String, String> FACES = new HashMap<>();
    private static final Map<Key, Font> FONTS = new HashMap<>();
    private static final Map<Measured, Double> WIDTHS = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Measured, Double> eldest) {
            return size() > REMEMBERED;
        }
    };

    static {
        for (String file : new String[] {"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
            "Inter-Bold.otf", "JetBrainsMono-Medium.ttf", "JetBrainsMono-Bold.ttf"}) {
            FACES.put(file.substring(0, file.indexOf('.')), face(file));
        }
    }

    private record Key(String face, double size) {}

    private record Measured(String text, String face, double size) {}

    private Type() {}

    private static String face(String file) {
        String address = Objects.requireNonNull(Type.class.getResource("/assets/fonts/" + file), file).toExternalForm();
        return Objects.requireNonNull(Font.loadFont(address, 12), file).getName();
    }

    /** Makes both typefaces known to style sheets. */
    public static void load() {
        words(12, 400);
    }

    /** Inter; {@code weight} is 400, 500, 600 or 700. */
    public static Font words(double size, int weight) {
        return font(switch (weight) {
            case 400 -> "Inter-Regular";
            case 500 -> "Inter-Medium";
            case 600 -> "Inter-SemiBold";
            case 700 -> "Inter-Bold";
            default -> throw new IllegalArgumentException("no such weight of Inter: " + weight);
        }, size);
    }

    /** JetBrains Mono; {@code weight} is 500 or 700. */
    public static Font figures(double size, int weight) {
        return font(switch (weight) {
            case 500 -> "JetBrainsMono-Medium";
            case 700 -> "JetBrainsMono-Bold";
            default -> throw new IllegalArgumentException("no such weight of JetBrains Mono: " + weight);
        }, size);
    }

    private static synchronized Font font(String face, double size) {
        String name = Objects.requireNonNull(FACES.get(face), face);
        return FONTS.computeIfAbsent(new Key(name, size), k -> new Font(k.face(), k.size()));
    }

    public static Font clock() {
        return figures(27, 700);
    }

    public static Font title() {
        return words(20, 700);
    }

    public static Font body() {
        return words(13, 500);
    }

    public static Font nodeName() {
        return words(13.5, 600);
    }

    /** Second line of a node, tables, legends, the sentence of an answer. */
    public static Font setting() {
        return words(12, 400);
    }

    public static Font caption() {
        return words(11.5, 500);
    }

    public static Font axis() {
        return figures(12, 500);
    }

    /** The figure inside a disc of radius 9 or more: smaller the longer it is. */
    public static Font token(String figure) {
        return figures(figure.length() < 2 ? 12.5 : figure.length() == 2 ? 11 : 9.5, 700);
    }

    public static void write(GraphicsContext g, Font font, String text, double x, double y) {
        write(Ink.of(g), font, text, x, y);
    }

    /**
     * Writes a line of text as the context is set to, but for its font. On a zoomed context the letters are set in their size
     * on the screen: graphics without a graphics card keep pictures of those, but draw scaled ones curve by curve.
     */
    public static void write(Ink g, Font font, String text, double x, double y) {
        Affine before = g.getTransform();
        double zoom = before.getMxx();
        boolean zoomed = zoom > 0 && zoom != 1 && zoom == before.getMyy() && before.getMxy() == 0
                && before.getMyx() == 0;
        if (zoomed) g.setTransform(1, 0, 0, 1, before.getTx() + zoom * x, before.getTy() + zoom * y);
        g.setFont(zoomed ? zoomed(font, zoom) : font);
        g.fillText(text, zoomed ? 0 : x, zoomed ? 0 : y);
        if (zoomed) g.setTransform(before);
    }

    /** In steps of a sixteenth of a pixel, so that there are not too many fonts. */
    private static synchronized Font zoomed(Font font, double zoom) {
        double size = Math.max(1, Math.round(font.getSize() * zoom * 16)) / 16.0;
        return FONTS.computeIfAbsent(new Key(font.getName(), size), k -> new Font(k.face(), k.size()));
    }

    /** Width of a line of text, px. */
    public static synchronized double width(String text, Font font) {
        return WIDTHS.computeIfAbsent(new Measured(text, font.getName(), font.getSize()), m -> {
            Text node = new Text(text);
            node.setFont(font);
            return node.getLayoutBounds().getWidth();
        });
    }

    /** The text, cut with "…" where it would be wider than {@code room} px. */
    public static String fit(String text, Font font, double room) {
        if (width(text, font) <= room) return text;
        int length = text.length();
        while (length > 0 && width(text.substring(0, length).stripTrailing() + "…", font) > room)
            length--;
        return length == 0 ? "" : text.substring(0, length).stripTrailing() + "…";
    }
}

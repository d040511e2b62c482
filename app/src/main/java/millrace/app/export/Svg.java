package millrace.app.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.paint.ImagePattern;
import javafx.scene.text.TextAlignment;
import millrace.app.look.Drawn;
import millrace.app.look.Matrix;
import millrace.app.look.Outline;
import millrace.app.look.Type;

/** Writes what was drawn as SVG: text stays text, shapes stay shapes. */
public final class Svg {
    private final StringBuilder defs = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    /** The groups that are open. */
    private List<Drawn.Clip> open = List.of();
    private final Map<Drawn.Clip, String> clips = new LinkedHashMap<>();
    /** What is repeated or cut out has an id; each picture is there once. */
    private final Map<String, String> ids = new LinkedHashMap<>();

    private Svg() {}

    /** @param title what readers of screens say of the picture */
    public static String of(List<Drawn> all, int width, int height, String title) {
        Svg svg = new Svg();
        all.forEach(svg::add);
        svg.within(List.of());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width
                + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\">\n<title>"
                + escaped(title) + "</title>\n<defs>\n" + svg.defs + "</defs>\n" + svg.body + "</svg>\n";
    }

    private void add(Drawn drawn) {
        within(drawn.style().clips());
        switch (drawn) {
            case Drawn.Shape s -> shape(s);
            case Drawn.Words w -> words(w);
            case Drawn.Picture p -> picture(p);
        }
        body.append('\n');
    }

    /** Leaves the groups that cut off what came before, as far as they do not cut off this, too, and enters others. */
    private void within(List<Drawn.Clip> next) {
        int same = 0;
        while (same < open.size() && same < next.size() && open.get(same).equals(next.get(same)))
            same++;
        body.append("</g>".repeat(open.size() - same));
        next.subList(same, next.size())
                .forEach(c -> body.append("<g clip-path=\"url(#").append(clip(c)).append(")\">"));
        open = next;
    }

    private String clip(Drawn.Clip clip) {
        return clips.computeIfAbsent(clip, c -> {
            String id = "c" + clips.size();
            defs.append("<clipPath id=\"").append(id).append("\"><path d=\"").append(escaped(c.path())).append('"');
            defs.append(transform(c.at())).append("/></clipPath>\n");
            return id;
        });
    }

    private void shape(Drawn.Shape s) {
        body.append("<path d=\"").append(escaped(s.path())).append('"').append(transform(s.style().at()));
        paint(s.style(), s.line());
        body.append("/>");
    }

    private void paint(Drawn.Style style, Optional<Drawn.Line> line) {
        String colour = style.paint() instanceof ImagePattern p ? "url(#" + pattern(p) + ")"
                : Images.colour(style.paint());
        String opacity = style.paint() instanceof ImagePattern ? Outline.written(style.alpha())
                : Images.opacity(style.paint(), style.alpha());
        if (line.isEmpty()) put("fill", colour);
        else {
            put("fill", "none");
            put("stroke", colour);
            line(line.get());
        }
        if (!opacity.equals("1")) put(line.isEmpty() ? "fill-opacity" : "stroke-opacity", opacity);
    }

    private void line(Drawn.Line line) {
        put("stroke-width", Outline.written(line.width()));
        put("stroke-linecap", line.cap().name().toLowerCase(java.util.Locale.ROOT));
        put("stroke-linejoin", line.join().name().toLowerCase(java.util.Locale.ROOT));
        if (line.dashes().isEmpty()) return;
        put("stroke-dasharray", line.dashes().stream().map(Outline::written).collect(Collectors.joining(" ")));
        put("stroke-dashoffset", Outline.written(line.offset()));
    }

    private void put(String name, String value) {
        body.append(' ').append(name).append("=\"").append(value).append('"');
    }

    private void words(Drawn.Words w) {
        Letters letters = Letters.of(w.font());
        double width = Type.width(w.text(), w.font());
        body.append("<text xml:space=\"preserve\"");
        put("x", Outline.written(w.x()));
        put("y", Outline.written(w.y() + letters.down(w.baseline())));
        put("font-family", escaped(letters.family()));
        put("font-weight", String.valueOf(letters.weight()));
        put("font-size", Outline.written(letters.size()));
        String anchor = anchor(w.align());
        if (!anchor.isEmpty()) put("text-anchor", anchor);
        // Where the typeface is not there, the words take the same room.
        if (w.text().length() > 1) put("textLength", Outline.written(width));
        if (w.text().length() > 1) put("lengthAdjust", "spacingAndGlyphs");
        body.append(transform(w.style().at()));
        paint(w.style(), w.line());
        body.append('>').append(escaped(w.text())).append("</text>");
    }

    static String anchor(TextAlignment align) {
        return switch (align) {
            case LEFT, JUSTIFY -> "";
            case CENTER -> "middle";
            case RIGHT -> "end";
        };
    }

    private void picture(Drawn.Picture p) {
        String address = Images.address(p.image());
        String id = ids.computeIfAbsent(address, a -> {
            String made = "i" + ids.size();
            defs.append("<image id=\"").append(made).append("\" width=\"1\" height=\"1\" preserveAspectRatio=\"none\"");
            defs.append(" href=\"").append(a).append("\"/>\n");
            return made;
        });
        Matrix place = new Matrix(p.width(), 0, 0, p.height(), p.x(), p.y()).then(p.style().at());
        body.append("<use href=\"#").append(id).append('"').append(transform(place));
        if (p.style().alpha() != 1) put("opacity", Outline.written(p.style().alpha()));
        body.append("/>");
    }

    /** A hatching that is repeated. */
    private String pattern(ImagePattern p) {
        return ids.computeIfAbsent("pattern " + Images.address(p.getImage()), a -> {
            String made = "p" + ids.size();
            String size = "width=\"" + Outline.written(p.getWidth()) + "\" height=\"" + Outline.written(p.getHeight())
                    + "\"";
            defs.append("<pattern id=\"").append(made).append("\" patternUnits=\"userSpaceOnUse\" ").append(size);
            defs.append("><image ").append(size).append(" href=\"").append(a.substring("pattern ".length()));
            defs.append("\"/></pattern>\n");
            return made;
        });
    }

    private static String transform(Matrix m) {
        if (m.equals(Matrix.NONE)) return "";
        boolean moved = m.xx() == 1 && m.yy() == 1 && m.xy() == 0 && m.yx() == 0;
        String numbers = (moved ? List.of(m.tx(), m.ty()) : List.of(m.xx(), m.yx(), m.xy(), m.yy(), m.tx(), m.ty()))
                .stream()
                .map(Svg::exact)
                .collect(Collectors.joining(" "));
        return " transform=\"" + (moved ? "translate(" : "matrix(") + numbers + ")\"";
    }

    /** Factors need more digits than places. */
    private static String exact(double value) {
        String plain = Outline.written(value);
        return Double.parseDouble(plain) == value ? plain
                : java.math.BigDecimal.valueOf(Math.round(value * 1e5), 5).stripTrailingZeros().toPlainString();
    }

    /** Signs that XML does not know at all are left out. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    boolean allowed = c >= ' ' && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000 || c == '\t'
                            || c == '\n';
                    if (allowed) out.appendCodePoint(c);
                }
            }
        });
        return out.toString();
    }
}

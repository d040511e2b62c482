package millrace.app.look;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.paint.Color;
import millrace.event.Timing;

/**
 * Every colour of the program. The chrome is graphite; the five accents each mean one thing: {@code event} event time,
 * watermark, windows, on time; {@code proc} processing time, playhead, early; {@code late}; {@code fail};
 * {@code checkpoint}. The soft colours are grounds of banners.
 */
public record Theme(boolean dark, Color bg, Color panel, Color raised, Color sunken, Color hover, Color lane,
        Color line, Color line2, Color grid, Color nodeLine, Color wire, Color portLine, Color text, Color text2,
        Color text3, Color ink, Color onInk, Color token, Color onToken, Color event, Color proc, Color late,
        Color fail, Color checkpoint, Color eventSoft, Color procSoft, Color lateSoft, Color failSoft,
        Color checkpointSoft, Color onAccent, Color shadow, List<Double> shadowAlphas, List<KeyColour> keys) {
    /** How many keys have a colour of their own. */
    public static final int KEYS = 8;

    public static final Theme LIGHT = new Theme(false, c("#F3F4F6"), c("#FFFFFF"), c("#FFFFFF"), c("#E9EBEF"),
            c("#EDEFF2"), c("#F6F7F9"), c("#D6DAE1"), c("#868F9D"), c("#D3D7DE"), c("#B4BBC6"), c("#7C8594"),
            c("#5E6673"), c("#14181F"), c("#434B58"), c("#5E6673"), c("#1B2028"), c("#FFFFFF"), c("#39414D"),
            c("#FFFFFF"), c("#4C57E0"), c("#0B7466"), c("#965C00"), c("#A8052C"), c("#650D78"), c("#E4E8FB"),
            c("#DDF1EE"), c("#FCEBD6"), c("#FBE1E6"), c("#F3E3F8"), c("#FFFFFF"), c("#0B0F17"),
            List.of(0.07, 0.045, 0.03),
            List.of(KeyColour.of("#337188", "#FFFFFF"), KeyColour.of("#E8642F", "#0E1116"),
                    KeyColour.of("#BA5CE9", "#0E1116"), KeyColour.of("#229E82", "#0E1116"),
                    KeyColour.of("#684D00", "#FFFFFF"), KeyColour.of("#5B0346", "#FFFFFF"),
                    KeyColour.of("#2C2AAE", "#FFFFFF"), KeyColour.of("#5A5553", "#FFFFFF")));

    public static final Theme DARK = new Theme(true, c("#121519"), c("#1A1E24"), c("#222730"), c("#0E1013"),
            c("#262C35"), c("#15191E"), c("#313843"), c("#6F7987"), c("#2B313A"), c("#48515D"), c("#78828F"),
            c("#98A1AE"), c("#EEF1F5"), c("#BAC2CD"), c("#98A1AE"), c("#E8ECF1"), c("#14181F"), c("#C5CDD8"),
            c("#14181F"), c("#8AA0FF"), c("#4FDCC0"), c("#F2B04A"), c("#FF6F8C"), c("#F6C4FF"), c("#252B4A"),
            c("#16352F"), c("#40301A"), c("#43212A"), c("#382845"), c("#121519"), c("#000000"),
            List.of(0.30, 0.18, 0.12),
            List.of(KeyColour.of("#ABF8FB", "#0E1116"), KeyColour.of("#E4490E", "#0E1116"),
                    KeyColour.of("#9C49E2", "#FFFFFF"), KeyColour.of("#34CA7E", "#0E1116"),
                    KeyColour.of("#FAEC43", "#0E1116"), KeyColour.of("#A85C72", "#FFFFFF"),
                    KeyColour.of("#9AAAFF", "#0E1116"), KeyColour.of("#AFA5AC", "#0E1116")));

    /** Light, with lines and words so strong that they can be read in any room: words at 7 : 1 at least. */
    public static final Theme CONTRAST = new Theme(false, c("#FFFFFF"), c("#FFFFFF"), c("#FFFFFF"), c("#F0F0F0"),
            c("#E6E6E6"), c("#F7F7F7"), c("#595959"), c("#1A1A1A"), c("#B0B0B0"), c("#000000"), c("#1A1A1A"),
            c("#000000"), c("#000000"), c("#1A1A1A"), c("#333333"), c("#000000"), c("#FFFFFF"), c("#1A1A1A"),
            c("#FFFFFF"), c("#1F2AA8"), c("#00483F"), c("#663C00"), c("#8A0022"), c("#4A0558"), c("#E8EBFF"),
            c("#DCF5F0"), c("#FFF0DC"), c("#FFE6EB"), c("#F7E8FB"), c("#FFFFFF"), c("#000000"),
            List.of(0.10, 0.08, 0.06),
            List.of(KeyColour.of("#0F4A5F", "#FFFFFF"), KeyColour.of("#FF8A50", "#000000"),
                    KeyColour.of("#6B1B94", "#FFFFFF"), KeyColour.of("#3FC7A6", "#000000"),
                    KeyColour.of("#4D3900", "#FFFFFF"), KeyColour.of("#5B0346", "#FFFFFF"),
                    KeyColour.of("#1A1880", "#FFFFFF"), KeyColour.of("#3D3A38", "#FFFFFF")));

    private static Color c(String web) {
        return Color.web(web);
    }

    /** The colour of the key at a place of {@link Keys}; -1 is an event without a key. */
    public KeyColour key(int place) {
        if (place < 0) return new KeyColour(token, onToken, false);
        KeyColour colour = keys.get(place % KEYS);
        return place < KEYS ? colour : colour.ringed();
    }

    public KeyColour key(Keys order, String key) {
        return key(order.place(key));
    }

    /** Early is processing time's doing, on time the watermark's, late a late event's. */
    public Color timing(Timing timing) {
        return switch (timing) {
            case EARLY -> proc;
            case ON_TIME -> event;
            case LATE -> late;
        };
    }

    /** A colour made see-through: {@code alpha} from 0 to 1. */
    public static Color alpha(Color colour, double alpha) {
        return colour.deriveColor(0, 1, 1, alpha);
    }

    /** The base theme's style sheet that belongs to this theme. */
    public String userAgentStyleSheet() {
        return dark ? new atlantafx.base.theme.PrimerDark().getUserAgentStylesheet()
                : new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet();
    }

    /** The style sheets for a scene: this theme's colours, then the program's shapes, which look them up. */
    public List<String> styleSheets() {
        String shapes = Objects.requireNonNull(Theme.class.getResource("millrace.css")).toExternalForm();
        return List.of(StyleSheets.inline(css()), shapes);
    }

    /** Its word in files: "light", "dark" or "contrast". */
    public String word() {
        return this == CONTRAST ? "contrast" : dark ? "dark" : "light";
    }

    /** The theme of this word; light if there is none. */
    public static Theme of(String word) {
        return switch (word) {
            case "dark" -> DARK;
            case "contrast" -> CONTRAST;
            default -> LIGHT;
        };
    }

    /** A rule that names the colours {@code -mr-panel}, {@code -mr-event} and so on for looking up. */
    String css() {
        StringBuilder text = new StringBuilder(".root {\n");
        named().forEach((name, colour) -> text.append("  -mr-")
                .append(name)
                .append(": ")
                .append(web(colour))
                .append(
                        ";\n"));
        return text.append("}\n").toString();
    }

    private Map<String, Color> named() {
        return Map.ofEntries(Map.entry("bg", bg), Map.entry("panel", panel), Map.entry("raised", raised),
                Map.entry("sunken", sunken), Map.entry("hover", hover), Map.entry("lane", lane),
                Map.entry("line", line), Map.entry("line2", line2), Map.entry("grid", grid),
                Map.entry("node-line", nodeLine), Map.entry("wire", wire), Map.entry("port-line", portLine),
                Map.entry("text", text), Map.entry("text2", text2), Map.entry("text3", text3), Map.entry("ink", ink),
                Map.entry("on-ink", onInk), Map.entry("token", token), Map.entry("on-token", onToken),
                Map.entry("event", event), Map.entry("proc", proc), Map.entry("late", late),
                Map.entry("fail", fail), Map.entry("checkpoint", checkpoint), Map.entry("event-soft", eventSoft),
                Map.entry("proc-soft", procSoft), Map.entry("late-soft", lateSoft), Map.entry("fail-soft", failSoft),
                Map.entry("checkpoint-soft", checkpointSoft), Map.entry("on-accent", onAccent),
                Map.entry("shadow", alpha(shadow, dark ? 0.5 : 0.16)));
    }

    /** "#RRGGBB" or, see-through, "rgba(...)". */
    public static String web(Color colour) {
        long red = Math.round(colour.getRed() * 255);
        long green = Math.round(colour.getGreen() * 255);
        long blue = Math.round(colour.getBlue() * 255);
        if (colour.isOpaque()) return String.format(Locale.ROOT, "#%02X%02X%02X", red, green, blue);
        return String.format(Locale.ROOT, "rgba(%d, %d, %d, %s)", red, green, blue,
                Math.round(colour.getOpacity() * 1000) / 1000.0);
    }

    /** Letters that can be read on any ground: dark ones on a light ground. */
    public static Color wordsOn(Color ground) {
        return ground.getBrightness() > 0.5 ? LIGHT.text() : DARK.text();
    }
}

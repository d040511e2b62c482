package millrace.app.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import millrace.app.look.Drawn;
import millrace.app.look.Theme;
import millrace.app.text.Texts;

/**
 * A page of the web that replays a part of a run: one file that asks the network for nothing, and may not. Its moments are
 * drawn by a small script; what a person may jump to is there as text.
 */
public final class Replay {
    private static final Pattern PLACE = Pattern.compile("@([a-z]+)@");
    private final Page page;
    private final DrawList list = new DrawList();
    private final List<String> times = new ArrayList<>();

    /**
     * @param title of the page, as {@code text} below it
     * @param perSecond moments in a second of play
     * @param marks places worth going to
     */
    public record Page(String title, String text, int width, int height, double perSecond, Theme theme,
            List<Mark> marks) {}

    /** @param moment the number of the moment to jump to */
    public record Mark(int moment, String time, String text) {}

    public Replay(Page page) {
        this.page = page;
    }

    /** The next moment; {@code time} as it is to be read. */
    public void moment(String time, List<Drawn> drawn) {
        times.add(time);
        list.add(drawn);
    }

    public String html() {
        String script = resource("replay.js");
        String style = resource("replay.css").replace("--mr-colours: 0;", colours());
        String policy = "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style)
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
        Map<String, String> parts = Map.ofEntries(Map.entry("title", Svg.escaped(page.title)),
                Map.entry("text", Svg.escaped(page.text)), Map.entry("policy", policy), Map.entry("style", style),
                Map.entry("marks", marks()), Map.entry("play", words("play")), Map.entry("pause", words("pause")),
                Map.entry("time", words("time")), Map.entry("speed", words("speed")),
                Map.entry("jumps", words("marks")), Map.entry("keys", words("keys")), Map.entry("script", script),
                Map.entry("data", data()), Map.entry("lang", Texts.language().toLanguageTag()),
                Map.entry("noscript", words("no-script")),
                Map.entry("old", words("old")), Map.entry("scheme", scheme()),
                Map.entry("ground", Images.colour(page.theme.bg())));
        // In one pass: what stands in a design's texts is no place of the page.
        return PLACE.matcher(resource("replay.html"))
                .replaceAll(m -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(m.group(1)), m.group())));
    }

    private static String words(String word) {
        return Svg.escaped(Texts.of("export.replay." + word));
    }

    private String marks() {
        return page.marks.stream()
                .map(m -> "<li><button type=\"button\" data-moment=\"" + m.moment + "\"><time>" + Svg.escaped(m.time)
                        + "</time> " + Svg.escaped(m.text) + "</button></li>")
                .collect(Collectors.joining("\n"));
    }

    private String data() {
        return Json.packed("{\"width\":" + page.width + ",\"height\":" + page.height + ",\"perSecond\":"
                + page.perSecond + ",\n\"times\":["
                + times.stream().map(Json::quoted).collect(Collectors.joining(",")) + "],\n" + list.json() + "}");
    }

    private String colours() {
        Theme t = page.theme;
        return "--ground: " + Images.colour(t.bg()) + "; --panel: " + Images.colour(t.panel()) + "; --text: "
                + Images.colour(t.text()) + "; --faint: " + Images.colour(t.text2()) + "; --line: "
                + Images.colour(t.line()) + "; --accent: " + Images.colour(t.ink()) + "; color-scheme: "
                + scheme() + ";";
    }

    /** The page is as the picture is, whatever its reader likes: fields and bars of the browser are told so, too. */
    private String scheme() {
        return page.theme.dark() ? "dark" : "light";
    }

    private static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        String place = "/millrace/app/export/" + name;
        try (InputStream in = Objects.requireNonNull(Replay.class.getResourceAsStream(place), place)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

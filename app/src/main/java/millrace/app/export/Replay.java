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
import java.util.Objects;
import java.util.stream.Collectors;
import millrace.app.look.Drawn;
import millrace.app.look.Theme;
import millrace.app.text.Texts;

/**
 * A page of the web that replays a part of a run: one file that asks the network for nothing, and may not. Its moments are
 * drawn by a small script; what a person may jump to is there as text.
 */
public final class Replay {
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
        return resource("replay.html").replace("@title@", Svg.escaped(page.title))
                .replace("@text@", Svg.escaped(page.text))
                .replace("@policy@", policy)
                .replace("@style@", style)
                .replace("@marks@", marks())
                .replace("@play@", Svg.escaped(Texts.of("export.replay.play")))
                .replace("@pause@", Svg.escaped(Texts.of("export.replay.pause")))
                .replace("@time@", Svg.escaped(Texts.of("export.replay.time")))
                .replace("@speed@", Svg.escaped(Texts.of("export.replay.speed")))
                .replace("@jumps@", Svg.escaped(Texts.of("export.replay.marks")))
                .replace("@keys@", Svg.escaped(Texts.of("export.replay.keys")))
                .replace("@script@", script)
                .replace("@data@", data());
    }

    private String marks() {
        return page.marks.stream()
                .map(m -> "<li><button type=\"button\" data-moment=\"" + m.moment + "\"><time>" + Svg.escaped(m.time)
                        + "</time> " + Svg.escaped(m.text) + "</button></li>")
                .collect(Collectors.joining("\n"));
    }

    private String data() {
        return "{\"width\":" + page.width + ",\"height\":" + page.height + ",\"perSecond\":" + page.perSecond
                + ",\n\"times\":[" + times.stream().map(DrawList::quoted).collect(Collectors.joining(",")) + "],\n"
                + list.json() + "}";
    }

    private String colours() {
        Theme t = page.theme;
        return "--ground: " + Images.colour(t.bg()) + "; --panel: " + Images.colour(t.panel()) + "; --text: "
                + Images.colour(t.text()) + "; --faint: " + Images.colour(t.text2()) + "; --line: "
                + Images.colour(t.line()) + "; --accent: " + Images.colour(t.ink()) + "; color-scheme: "
                + (t.dark() ? "dark" : "light") + ";";
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

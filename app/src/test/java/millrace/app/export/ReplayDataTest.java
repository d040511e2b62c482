package millrace.app.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import millrace.app.look.Drawn;
import millrace.app.look.Matrix;
import millrace.app.look.Outline;
import millrace.app.look.Theme;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the page carries of its moments, read as its script reads it: each comes back as it was drawn, and costs little. */
class ReplayDataTest {
    private static final Matrix CANVAS = new Matrix(0.8, 0, 0, 0.8, 40, 20);

    private static String html(List<List<Drawn>> moments) {
        Replay replay = new Replay(new Replay.Page("A run", "text", 1440, 900, 12.5, Theme.LIGHT, List.of()));
        moments.forEach(m -> replay.moment("12:00:00", m));
        return replay.html();
    }

    private static PageData data(List<List<Drawn>> moments) {
        return PageData.of(html(moments));
    }

    private static Drawn disc(double x, double y, Color colour, List<Drawn.Clip> clips) {
        return shape(Outline.oval(x - 8, y - 8, 16, 16), colour, clips);
    }

    private static Drawn shape(Outline outline, Color colour, List<Drawn.Clip> clips) {
        return new Drawn.Shape(new Drawn.Style(colour, 1, CANVAS, clips), outline.room(), outline.text(),
                Optional.empty());
    }

    private static Drawn.Clip clip(double width) {
        Outline outline = Outline.rect(10, 10, width, 100);
        return new Drawn.Clip(outline.text(), Matrix.NONE, outline.room());
    }

    private static Drawn square(double x, double y) {
        return shape(Outline.rect(x, y, 10, 10), Color.BLACK, List.of());
    }

    /** A thing as "path, colour, place [how wide its clips are]", placed by the first point of its path. */
    private static String told(Drawn drawn) {
        Drawn.Shape s = (Drawn.Shape) drawn;
        Relative path = Relative.of(s.path());
        Matrix at = s.style().at();
        List<String> clips = s.style().clips().stream().map(c -> Relative.of(c.path()).text()).toList();
        return told(path.text(), Images.colour(s.style().paint()), at.x(path.x(), path.y()),
                at.y(path.x(), path.y()), clips);
    }

    private static String told(String path, String colour, double x, double y, List<String> clips) {
        return String.format(Locale.ROOT, "%s %s %.1f %.1f %s", path, colour, x, y, clips);
    }

    /** What a moment draws, each within its clips. */
    private static List<String> drawn(PageData data, List<Integer> moment) {
        Deque<String> clips = new ArrayDeque<>();
        List<String> drawn = new ArrayList<>();
        List<PageData.Thing> things = data.things();
        for (int number : moment) {
            PageData.Thing thing = things.get(number);
            JsonNode kind = data.kind(thing);
            switch (kind.get(0).asString()) {
                case "e" -> clips.removeLast();
                case "c" -> clips.addLast(kind.get(1).asString());
                default -> drawn.add(told(kind.get(1).asString(), kind.get(2).get(0).asString(), thing.x() / 10.0,
                        thing.y() / 10.0, List.copyOf(clips)));
            }
        }
        assertTrue(clips.isEmpty(), "each clip ends");
        return drawn;
    }

    /** Things come, go, move, change their order, lie within clips that grow; the same thing may stand there twice. */
    @Test
    void eachMomentComesBackAsItWasDrawn() {
        Random random = new Random(7);
        List<Color> colours = List.of(Color.RED, Color.BLUE);
        List<List<Drawn>> moments = new ArrayList<>();
        List<Drawn> now = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            for (int change = random.nextInt(4); change > 0; change--) {
                int at = random.nextInt(now.size() + 1);
                List<Drawn.Clip> clips = IntStream.range(0, random.nextInt(3)).mapToObj(c -> clip(5 + c)).toList();
                if (random.nextInt(5) < 3 || at == now.size())
                    now.add(at, disc(random.nextInt(300), random.nextInt(40), colours.get(random.nextInt(2)), clips));
                else
                    now.remove(at);
            }
            moments.add(List.copyOf(now));
        }
        PageData data = data(moments);
        List<List<Integer>> read = data.moments();
        for (int i = 0; i < moments.size(); i++)
            assertEquals(moments.get(i).stream().map(ReplayDataTest::told).toList(), drawn(data, read.get(i)),
                    "moment " + i);
    }

    @Test
    void whatMovesIsToldOnceAndThenOnlyWhereItIs() {
        List<List<Drawn>> moments = IntStream.range(0, 1_000)
                .mapToObj(i -> List.of(square(0, 0), square(20, 0), disc(i * 0.7, 200, Color.RED, List.of())))
                .toList();
        PageData data = data(moments);
        assertEquals(2, data.json().get("kinds").size(), "a square and a disc");
        int bytes = data.packed().length();
        assertTrue(bytes < 6_000, "a moment may cost 6 bytes; all cost " + bytes);
    }

    /** The part of a chart that is past is a clip that grows; the lines in it are the same. */
    @Test
    void whereOnlyAClipGrowsWhatLiesInItIsNotToldAgain() {
        List<List<Drawn>> moments = IntStream.range(0, 50)
                .mapToObj(i -> IntStream.range(0, 20)
                        .mapToObj(k -> disc(k * 20, 10, Color.RED, List.of(clip(20 + i))))
                        .toList())
                .toList();
        PageData data = data(moments);
        assertEquals(20 + 50 + 1, data.things().size(), "discs, clips and their end");
        assertEquals("[0,-21,1]", data.json().get("moments").get(49).toString(),
                "a clip that is new, and all the rest");
    }

    @Test
    void aMomentLikeTheOneBeforeItIsASingleSign() {
        List<Drawn> still = List.of(square(0, 0), square(20, 0), square(20, 9));
        JsonNode moments = data(List.of(still, still, still, List.of(), List.of())).json().get("moments");
        assertEquals("[[0,0,0],0,0,[],0]", moments.toString());
    }

    @Test
    void noTextOfADesignCanEndThePacket() {
        Drawn drawn = shape(new Outline().written("M0 0</script><script>", 20), Color.RED, List.of());
        assertTrue(data(List.of(List.of(drawn))).packed().matches("[A-Za-z0-9+/=]+"));
    }

    @Test
    void anIconThatIsWrittenInOtherStepsStaysAsItIs() {
        String icon = "M7 7.5 C7 3.5 13 3.5 13 7.5 M10 15.2 V15.3";
        assertEquals(new Relative(icon, 0, 0), Relative.of(icon));
        assertEquals(new Relative("M0 0L4 0Z", 3.5, 2), Relative.of("M3.5 2L7.5 2Z"));
        assertEquals("M0 0A8 8 0 1 1 16 0Z", Relative.of("M503.54 2A8 8 0 1 1 519.55 2Z").text(),
                "the difference of two rounded numbers may be one off");
    }
}

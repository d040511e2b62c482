package millrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import millrace.app.cli.Refused;
import millrace.app.cli.Shot;
import millrace.app.export.PageData;
import millrace.app.text.Texts;
import millrace.app.timeline.TimelineModel;
import millrace.design.Clock;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.jcodec.scale.AWTUtil;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import tools.jackson.databind.JsonNode;

/** Clips of a crash and its recovery, decoded again by other programs' eyes. */
@ExtendWith(ApplicationExtension.class)
class ClipsTest {
    /** So far may a part of a colour be off in a film, 0 to 255. */
    private static final int SHADE = 4;
    private static final Path KILL_IT = Path.of("../designs/faults/kill-it.json");

    /** Three seconds around the crash at 12:00:22. */
    private static Shot shot(String view, String format, double speed) {
        return new Shot(KILL_IT, view, format, new Shot.Part(time("12:00:21"), time("12:00:24"), speed), true, 640, 361,
                Optional.empty());
    }

    private static long time(String written) {
        return Clock.MIDNIGHT.parse(written).orElseThrow();
    }

    @Test
    void aGifHasAllFramesInTheirSizeAndRepeats() throws IOException {
        byte[] bytes = PicturesTest.taken(shot("canvas", "gif", 1));
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in);
            int frames = reader.getNumImages(true);
            assertEquals(39, frames, "3 s at 12.5 a second, and the last");
            BufferedImage first = reader.read(0);
            assertEquals("640x361", first.getWidth() + "x" + first.getHeight());
            int changed = 0;
            for (int i = 1; i < frames; i++) {
                BufferedImage part = reader.read(i);
                assertTrue(part.getWidth() <= 640 && part.getHeight() <= 361);
                if (part.getWidth() > 1) changed++;
            }
            assertTrue(changed > 20, "most frames change something: " + changed);
        }
        assertTrue(new String(bytes, StandardCharsets.ISO_8859_1).contains("NETSCAPE2.0"));
    }

    @Test
    void aGifKeepsTheColoursOfThePicture() throws IOException {
        BufferedImage first = ImageIO.read(new ByteArrayInputStream(PicturesTest.taken(shot("canvas", "gif", 1))));
        Shot still = new Shot(KILL_IT, "canvas", "png", new Shot.Part(time("12:00:21"), time("12:00:21"), 1), true, 640,
                361, Optional.empty());
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(PicturesTest.taken(still)));
        assertTrue(difference(first, png) < 2.5, "mean difference of a colour: " + difference(first, png));
    }

    @Test
    void anMp4IsReadByItsDecoder() throws IOException, JCodecException {
        byte[] bytes = PicturesTest.taken(shot("canvas", "mp4", 3));
        FrameGrab grab = FrameGrab
                .createFrameGrab(ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(bytes)));
        List<BufferedImage> frames = new ArrayList<>();
        for (var picture = grab.getNativeFrame(); picture != null; picture = grab.getNativeFrame())
            frames.add(AWTUtil.toBufferedImage(picture));
        assertEquals(26, frames.size(), "a second at 25, and the last");
        assertEquals("640x360", frames.getFirst().getWidth() + "x" + frames.getFirst().getHeight(),
                "video has even sides");
        assertTrue(difference(frames.getFirst(), frames.getLast()) > 1, "the crash is seen");
        assertTrue(difference(frames.get(0), frames.get(1)) < difference(frames.getFirst(), frames.getLast()));
    }

    /** In dark, where a change of shade is seen most: the grounds of the first picture and of the last. */
    @Test
    void anMp4KeepsTheColoursOfThePicture() throws IOException, JCodecException {
        FrameGrab grab = FrameGrab.createFrameGrab(ByteBufferSeekableByteChannel
                .readFromByteBuffer(ByteBuffer.wrap(PicturesTest.taken(shot("canvas", "mp4", 3)))));
        BufferedImage first = AWTUtil.toBufferedImage(grab.getNativeFrame());
        Shot still = new Shot(KILL_IT, "canvas", "png", new Shot.Part(time("12:00:21"), time("12:00:21"), 1), true, 640,
                361, Optional.empty());
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(PicturesTest.taken(still)));
        int ground = png.getRGB(4, 4);
        int seen = 0;
        List<String> off = new ArrayList<>();
        for (int y = 4; y < 360; y += 8)
            for (int x = 4; x < 640; x += 8) {
                if (png.getRGB(x, y) != ground) continue;
                seen++;
                if (farthest(ground, first.getRGB(x, y)) > SHADE)
                    off.add(x + ", " + y + ": " + Integer.toHexString(first.getRGB(x, y)));
            }
        assertTrue(seen > 2_000, "most of the picture is ground: " + seen);
        assertTrue(off.size() < seen / 50, "all of it has its shade, but where something travels in the film: " + off);
    }

    private static int farthest(int wanted, int found) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8)
            most = Math.max(most, Math.abs((wanted >> shift & 255) - (found >> shift & 255)));
        return most;
    }

    @Test
    void aClipThatIsGivenUpStopsAtOnceAndIsNotWhole() throws IOException {
        for (String format : List.of("gif", "mp4", "html")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            List<Integer> told = new ArrayList<>();
            boolean whole = new Camera().take(shot("canvas", format, 1), out, (done, all) -> {
                told.add(done);
                return done < 3;
            });
            assertFalse(whole, format);
            assertEquals(List.of(1, 2, 3), told, format);
        }
    }

    @Test
    void whatCanNotBePicturedIsRefused() {
        Refused view = Assertions.assertThrows(Refused.class,
                () -> PicturesTest.taken(shot("lanes-of-rome", "gif", 1)));
        assertTrue(view.getMessage().contains("lanes-of-rome") && view.getMessage().contains("time-chart"),
                view.getMessage());
        assertThrowsTooLong();
    }

    private static void assertThrowsTooLong() {
        Refused slow = Assertions.assertThrows(Refused.class, () -> PicturesTest.taken(shot("canvas", "mp4", 0.001)));
        assertTrue(slow.getMessage().contains("75001 frames"), slow.getMessage());
    }

    @Test
    void aPageReplaysWithoutTheNetwork() throws IOException {
        String html = new String(PicturesTest.taken(shot("replay", "html", 1)), StandardCharsets.UTF_8);
        assertFalse(Pattern.compile("https?:|\\bsrc=|\\bhref=|url\\(|@import|fetch\\(|XMLHttp").matcher(html).find(),
                "it refers to nothing");
        assertTrue(html.contains("default-src 'none'"), "and may ask for nothing");
        assertTrue(html.contains("<h1>Kill it</h1>"), "it has its title");
        assertTrue(html.contains("Crash of "), "the crash is named, in text");
        JsonNode data = PageData.of(html).json();
        assertEquals(39, data.get("moments").size());
        assertEquals(39, data.get("times").size());
        assertEquals("12:00:21", data.get("times").get(0).asString().substring(0, 8));
    }

    @Test
    void eachKindOfMarkHasItsWordsOnThePage() throws IOException {
        for (TimelineModel.Kind kind : TimelineModel.Kind.values())
            assertTrue(Texts.find("export.mark." + kind.word()).isPresent(), kind.word());
        Shot whole = new Shot(KILL_IT, "replay", "html",
                new Shot.Part(time("12:00:00"), time("12:00:40"), 20), true, 640, 361, Optional.empty());
        String html = new String(PicturesTest.taken(whole), StandardCharsets.UTF_8);
        assertTrue(html.contains("Committed by Safe"), "a transaction is committed at the checkpoint");
    }

    @Test
    void textsOfADesignAreNeitherScriptNorPlacesOfThePage() throws IOException {
        String evil = "</title></script><script>alert(1)</script>@data@\u2028<img onerror=x>";
        Path file = Files.createTempFile("evil", ".json");
        String design = Files.readString(KILL_IT);
        String quoted = evil.replace("\"", "\\\"");
        Files.writeString(file, design.replaceFirst("\"name\": *\"Kill it\"",
                Matcher.quoteReplacement("\"name\": \"" + quoted + "\""))
                .replaceFirst("\"name\": *\"Orders\"",
                        Matcher.quoteReplacement("\"name\": \"" + quoted + "\"")));
        Shot short1 = new Shot(file, "replay", "html",
                new Shot.Part(time("12:00:21"), time("12:00:24"), 6), true, 640, 361, Optional.empty());
        String html = new String(PicturesTest.taken(short1), StandardCharsets.UTF_8);
        assertEquals(2, html.split("<script", -1).length - 1, "the data and the script of the page");
        assertEquals(2, html.split("</script", -1).length - 1);
        assertEquals(1, html.split("</title", -1).length - 1);
        assertFalse(html.contains("<img"));
        assertEquals(1, html.split("id=\"data\"", -1).length - 1, "the data are there once");
        JsonNode data = PageData.of(html).json();
        assertTrue(html.contains("&lt;/title&gt;"), "the title says what it says");
        assertEquals(data.get("moments").size(), data.get("times").size());
        Files.delete(file);
    }

    @Test
    void thePageKnowsItsOwnScript() throws Exception {
        String html = new String(PicturesTest.taken(shot("replay", "html", 3)), StandardCharsets.UTF_8);
        String script = html.substring(html.lastIndexOf("<script>") + 8, html.lastIndexOf("</script>"));
        byte[] sum = java.security.MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
        assertTrue(html.contains("'sha256-" + java.util.Base64.getEncoder().encodeToString(sum) + "'"),
                "browsers run no other script");
    }

    @Test
    void aMomentIsToldByWhatChangedAndComesOutWhole() throws IOException {
        PageData data = PageData
                .of(new String(PicturesTest.taken(shot("replay", "html", 1)), StandardCharsets.UTF_8));
        List<List<Integer>> all = data.moments();
        int drawn = all.stream().mapToInt(List::size).sum();
        assertTrue(data.told() < drawn / 4,
                "only changes are told: " + data.told() + " numbers for " + drawn + " things");
        assertFalse(all.getFirst().equals(all.getLast()));
        List<String> last = data.words(all.getLast());
        assertTrue(data.words(all.getFirst()).contains("12:00:21") && last.contains("12:00:24"),
                "the chart tells the time: " + last);
    }

    /** The mean difference of a part of a pixel's colour, 0 to 255. */
    static double difference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                int p = a.getRGB(x, y);
                int q = b.getRGB(x, y);
                for (int shift = 0; shift <= 16; shift += 8)
                    sum += Math.abs((p >> shift & 255) - (q >> shift & 255));
            }
        }
        return sum / 3.0 / a.getWidth() / a.getHeight();
    }
}

package millrace.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import millrace.app.cli.Shot;
import millrace.design.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** SVG of the views: read by an XML parser, drawn again from its paths and words alone, and held against the PNG. */
@ExtendWith(ApplicationExtension.class)
class SvgTest {
    private static final Path LATE_ARRIVALS = Path.of("../designs/time/late-arrivals.json");
    private static final Path KILL_IT = Path.of("../designs/faults/kill-it.json");
    private static final Clock CLOCK = Clock.parseStart("12:05:00").orElseThrow();

    private static byte[] taken(String view, String format, int width, int height) throws IOException {
        long time = CLOCK.parse("12:08:25").orElseThrow();
        return PicturesTest.taken(new Shot(LATE_ARRIVALS, view, format, new Shot.Part(time, time, 1), false, width,
                height, Optional.empty()));
    }

    private static Document read(byte[] svg) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"canvas, 900, 360, 1.5", "time-chart, 1100, 360, 1.5", "timeline, 1100, 100, 1.5",
        "results, 900, 400, 1",
        "window, 1280, 720, 1.5"})
    void whatTheSvgDrawsIsWhatThePngShows(String view, int width, int height, double most, FxRobot robot)
            throws IOException {
        Document svg = read(taken(view, "svg", width, height));
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(taken(view, "png", width, height)));
        BufferedImage[] drawn = new BufferedImage[1];
        robot.interact(() -> drawn[0] = SwingFXUtils.fromFXImage(SvgReader.draw(svg.getDocumentElement()), null));
        double difference = ClipsTest.difference(coarse(drawn[0]), coarse(png));
        assertTrue(difference < most, view + ": mean difference of a colour: " + difference);
        double blank = ClipsTest.difference(coarse(blank(png)), coarse(png));
        assertTrue(difference < blank / 3, view + ": an empty picture differs by " + blank + ", this by " + difference);
    }

    /** Each view of a run with a crash: its picture again from paths and words alone, and no part of it a picture. */
    @ParameterizedTest
    @CsvSource({"lanes", "tables", "brokers", "checkpoints", "truth", "metrics", "compare-guarantee",
        "compare-guarantee-overlaid"})
    void eachViewIsDrawnInShapesAndWords(String view, FxRobot robot) throws IOException {
        long time = Clock.parseStart("12:00:00").orElseThrow().parse("12:00:30").orElseThrow();
        byte[][] both = new byte[2][];
        for (int i = 0; i < 2; i++)
            both[i] = PicturesTest.taken(new Shot(KILL_IT, view, i == 0 ? "svg" : "png",
                    new Shot.Part(time, time, 1), true, 1140, 334, Optional.empty()));
        Document svg = read(both[0]);
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(both[1]));
        assertEquals(0, all(svg, "use").size(), "no picture stands for a view");
        assertTrue(all(svg, "text").size() > 10, "text is text");
        BufferedImage[] drawn = new BufferedImage[1];
        robot.interact(() -> drawn[0] = SwingFXUtils.fromFXImage(SvgReader.draw(svg.getDocumentElement()), null));
        double difference = ClipsTest.difference(coarse(drawn[0]), coarse(png));
        assertTrue(difference < 1.5, view + ": mean difference of a colour: " + difference);
    }

    @Test
    void aSinkTooNarrowForItsTimesWritesThemShorterAndCutsNone() throws IOException {
        Path pairs = Path.of("../designs/joins/search-then-click.json");
        long time = Clock.parseStart("12:00:00").orElseThrow().parse("12:02:00").orElseThrow();
        List<String> words = all(read(PicturesTest.taken(new Shot(pairs, "canvas", "svg", new Shot.Part(time, time, 1),
                false, 1000, 560, Optional.empty()))), "text").stream().map(Element::getTextContent).toList();
        assertTrue(words.contains("01:20  02:00"), "the pair of C: " + words);
        assertTrue(words.stream().noneMatch(w -> w.endsWith("\u2026")), words.toString());
    }

    /** In squares of four pixels, so that letters may lie a part of a pixel elsewhere. */
    private static BufferedImage coarse(BufferedImage of) {
        BufferedImage small = new BufferedImage(of.getWidth() / 4, of.getHeight() / 4, BufferedImage.TYPE_INT_RGB);
        java.awt.Graphics2D g = small.createGraphics();
        g.drawImage(of.getScaledInstance(small.getWidth(), small.getHeight(), java.awt.Image.SCALE_AREA_AVERAGING), 0,
                0,
                null);
        g.dispose();
        return small;
    }

    /** A picture with nothing but the ground. */
    private static BufferedImage blank(BufferedImage of) {
        BufferedImage blank = new BufferedImage(of.getWidth(), of.getHeight(), BufferedImage.TYPE_INT_ARGB);
        IntStream.range(0, of.getWidth() * of.getHeight())
                .forEach(i -> blank.setRGB(i % of.getWidth(), i / of.getWidth(), of.getRGB(2, 2)));
        return blank;
    }

    @Test
    void textStaysTextAndNothingIsReferredToThatIsNotThere() throws IOException {
        Document svg = read(taken("window", "svg", 1280, 720));
        List<String> words = all(svg, "text").stream().map(Element::getTextContent).toList();
        assertTrue(words.containsAll(List.of("Late arrivals", "Timeline", "12:08:25")), words.toString());
        Set<String> ids = new HashSet<>();
        for (String tag : List.of("clipPath", "pattern", "image"))
            all(svg, tag).forEach(e -> ids.add(e.getAttribute("id")));
        for (Element group : all(svg, "g"))
            assertTrue(ids.contains(group.getAttribute("clip-path").replaceAll("url\\(#|\\)", "")));
        for (Element use : all(svg, "use"))
            assertTrue(ids.contains(use.getAttribute("href").substring(1)));
        assertEquals(0, all(svg, "script").size());
    }

    @Test
    void discsAreShapesNotPictures() throws IOException {
        Document svg = read(taken("time-chart", "svg", 1100, 360));
        assertEquals(0, all(svg, "use").size());
        List<String> figures = all(svg, "text").stream().map(Element::getTextContent).toList();
        assertTrue(figures.contains("9"), "the late 9: " + figures);
    }

    private static List<Element> all(Document document, String tag) {
        NodeList found = document.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
    }
}

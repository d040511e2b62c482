package millrace.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import millrace.catalog.Catalog;
import millrace.catalog.Group;
import millrace.catalog.NodeType;
import millrace.compile.Compiler;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.format.DesignWriter;
import millrace.format.Reading;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every shipped design gives what it says. */
class DesignsTest {
    private static final Path DESIGNS = Path.of("../../designs");
    /** The largest a node is drawn. */
    private static final double WIDTH = 268;
    private static final double HEIGHT = 200;

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(DESIGNS)) {
            return all.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> givesWhatItSays() throws IOException {
        return files().stream().map(f -> DynamicTest.dynamicTest(DESIGNS.relativize(f).toString(), () -> check(f)));
    }

    private static void check(Path file) throws IOException {
        Reading reading = DesignReader.read(file);
        assertEquals(List.of(), reading.problems());
        Design design = reading.wholeDesign().orElseThrow();
        assertEquals(List.of(), reading.with(Compiler.compile(design, DesignFolder.of(file)).problems()));
        assertFalse(design.expected().isEmpty(), "it states no expected results");
        assertFalse(design.about().isBlank(), "it does not say what it is about");
        assertFalse(design.notes().isEmpty(), "it has no note");
        List<Verdict> verdicts = Expectations.check(design, DesignFolder.of(file));
        assertTrue(verdicts.stream().allMatch(Verdict::passed), () -> verdicts.stream()
                .filter(v -> !v.passed())
                .map(Verdict::toString)
                .collect(Collectors.joining("\n")));
    }

    @TestFactory
    Stream<DynamicTest> isWrittenAsItIsShipped() throws IOException {
        return files().stream()
                .map(f -> DynamicTest.dynamicTest(DESIGNS.relativize(f).toString(), () -> assertEquals(
                        Files.readString(f), DesignWriter.write(DesignReader.read(f).wholeDesign().orElseThrow()))));
    }

    @TestFactory
    Stream<DynamicTest> nodesDoNotOverlap() throws IOException {
        return files().stream().map(f -> DynamicTest.dynamicTest(DESIGNS.relativize(f).toString(), () -> {
            List<Node> nodes = DesignReader.read(f).wholeDesign().orElseThrow().nodes();
            for (Node a : nodes)
                nodes.stream().filter(b -> b != a).forEach(b -> assertFalse(overlap(a, b), a.id() + " and " + b.id()));
        }));
    }

    private static boolean overlap(Node a, Node b) {
        Point p = a.at();
        Point q = b.at();
        double dx = q.x() - p.x();
        double dy = q.y() - p.y();
        return dx >= 0 && dx < width(a) && (dy >= 0 ? dy < height(a) : -dy < height(b));
    }

    private static boolean isWindow(Node node) {
        return Catalog.find(node.type()).map(t -> t.group() == Group.WINDOWS).orElse(false);
    }

    private static double width(Node node) {
        return isWindow(node) ? WIDTH : 178;
    }

    private static double height(Node node) {
        return isWindow(node) ? HEIGHT : 160;
    }

    @Test
    void everyNodeTypeIsUsedSomewhere() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : files())
            DesignReader.read(file).wholeDesign().orElseThrow().nodes().forEach(n -> used.add(n.type()));
        assertEquals(new TreeSet<>(Catalog.types().stream().map(NodeType::id).toList()), used);
    }
}

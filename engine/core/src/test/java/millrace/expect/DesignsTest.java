package millrace.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import millrace.catalog.Catalog;
import millrace.catalog.Group;
import millrace.catalog.NodeType;
import millrace.compile.Compiler;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.Value;
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
    /** The largest a window is drawn. */
    private static final double WIDTH = 268;
    private static final double HEIGHT = 202;

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
            Design design = DesignReader.read(f).wholeDesign().orElseThrow();
            for (Node a : design.nodes())
                design.nodes()
                        .stream()
                        .filter(b -> b != a)
                        .forEach(b -> assertFalse(overlap(design, a, b), a.id() + " and " + b.id()));
        }));
    }

    private static boolean overlap(Design design, Node a, Node b) {
        Point p = a.at();
        Point q = b.at();
        double dx = q.x() - p.x();
        double dy = q.y() - p.y();
        return dx >= 0 && dx < width(a) && (dy >= 0 ? dy < height(design, a) : -dy < height(design, b));
    }

    private static double width(Node node) {
        return switch (group(node)) {
            case WINDOWS -> WIDTH;
            case SINKS, JOINS, TABLES, BROKERS -> 250;
            case SOURCES -> node.type().equals("file") ? 230 : 180;
            case TRANSFORMS -> 160;
        };
    }

    private static double height(Design design, Node node) {
        return switch (group(node)) {
            case WINDOWS -> HEIGHT;
            case JOINS, TABLES, BROKERS -> 180;
            case SINKS -> design.into(node.id()).stream().allMatch(w -> w.from().port().equals("late")) ? 88 : 160;
            case SOURCES -> 132;
            case TRANSFORMS -> 116;
        };
    }

    private static Group group(Node node) {
        return Catalog.find(node.type()).orElseThrow().group();
    }

    /** An example bears the name of the node type that it shows. */
    @TestFactory
    Stream<DynamicTest> everyNodeTypeHasAnExample() {
        return Catalog.types().stream().map(NodeType::id).map(type -> DynamicTest.dynamicTest(type, () -> {
            Design design = DesignReader.read(DESIGNS.resolve("examples/" + type + ".json"))
                    .wholeDesign()
                    .orElseThrow();
            assertTrue(design.nodes().stream().anyMatch(n -> n.type().equals(type)), design.name());
        }));
    }

    /** A row that says only part of what it could is worth less than it looks. */
    @TestFactory
    Stream<DynamicTest> rowsSayWhenAndOfWhat() throws IOException {
        return files().stream().map(f -> DynamicTest.dynamicTest(DESIGNS.relativize(f).toString(), () -> {
            Design design = DesignReader.read(f).wholeDesign().orElseThrow();
            boolean timed = design.nodes().stream().noneMatch(n -> n.type().equals("count-window"));
            for (Value.Group expectation : design.expected())
                expectation.get("results")
                        .ifPresent(r -> ((Value.Group) r).fields()
                                .values()
                                .forEach(
                                        rows -> assertWhole(expectation, rows, timed)));
        }));
    }

    private static void assertWhole(Value.Group expectation, Value rows, boolean timed) {
        if (!(rows instanceof Value.Items list)) return;
        List<Value.Group> groups = list.items().stream().map(Value.Group.class::cast).toList();
        boolean panes = groups.stream().anyMatch(DesignsTest::isPane);
        for (Value.Group row : groups) {
            String where = expectation.get("name") + ": " + row;
            assertTrue(row.fields().containsKey("at"), where);
            assertTrue(!panes || isPane(row) && (!timed || row.fields().containsKey("window")), where);
            assertTrue(panes || row.fields().containsKey("eventTime"), where);
        }
    }

    private static boolean isPane(Value.Group row) {
        return row.fields().containsKey("timing") || row.fields().containsKey("retraction");
    }

    @Test
    void everyDesignIsInTheIndex() throws IOException {
        String index = Files.readString(DESIGNS.resolve("README.md"));
        for (Path file : files()) {
            String name = DesignReader.read(file).wholeDesign().orElseThrow().name();
            String path = DESIGNS.relativize(file).toString().replace('\\', '/');
            assertTrue(index.contains("[" + name + "](" + path + ")"), path + " is not in designs/README.md");
        }
    }
}

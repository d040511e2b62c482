package millrace.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import millrace.catalog.Catalog;
import millrace.compile.Compiler;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Problem;
import millrace.design.Value;
import millrace.design.Wire;
import millrace.format.DesignReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class FixesTest {
    private static final Fixes FIXES = new Fixes(Catalog::find);
    private static final Design GOOD = DesignReader.read(Path.of("../designs/time/late-arrivals.json"))
            .wholeDesign()
            .orElseThrow();

    private static List<Problem> problems(Design design) {
        return Compiler.compile(design, millrace.operator.Files.NONE).problems();
    }

    private static Problem problem(Design design, String code) {
        List<Problem> all = problems(design);
        return all.stream().filter(p -> p.code().equals(code)).findFirst().orElseThrow(() -> new AssertionError(all));
    }

    /** The design after the click; the problem must be gone, and none of its kind in its place. */
    private static Design mended(Design broken, String code) {
        Problem problem = problem(broken, code);
        Fixes.Fix fix = FIXES.of(broken, problem).orElseThrow(() -> new AssertionError("no fix for " + problem));
        Design next = fix.transaction().change().apply(EditorState.of(broken)).design();
        assertFalse(problems(next).contains(problem), problem + " is still there after: " + fix.label());
        assertTrue(problems(next).stream().noneMatch(p -> p.code().equals(code)), problems(next).toString());
        return next;
    }

    private static Design with(String node, String path, Value value) {
        return GOOD.change(node, n -> n.withSettings(SettingPath.set(n.settings(), path, value)));
    }

    private static Value at(Design design, String node, String path) {
        return SettingPath.get(design.node(node).orElseThrow().settings(), path).orElse(new Value.Nothing());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "positive | condition | valu > 0 | unknown-field | value > 0",
        "positive | condition | value > 0 and value < 9 | syntax | value > 0 && value < 9",
        "positive | condition | value * 0.5 > 1.0 | wrong-types | double(value) * 0.5 > 1.0",
        "positive | condition | maxx(value, 1) > 0 | unknown-function | max(value, 1) > 0",
        "by2 | accumulation | discardin | unknown-choice | discarding",
        "by2 | size | 120 | not-a-duration | 120 s",
        "by2 | lateness | -1 s | out-of-range | 0 s",
        "by2 | aggregates[0] | sun of value | unknown-aggregate | sum of value",
        "by2 | aggregates[0] | count of value | needless-field | count",
    })
    void aSlipIsPutRightWithOneClick(String node, String path, String wrong, String code, String right) {
        assertEquals(Value.of(right), at(mended(with(node, path, Value.of(wrong)), code), node, path));
    }

    @Test
    void aTypeThatIsCalledAsElsewhereIsCalledAsHere() {
        assertEquals(Value.of("long"), at(mended(with("scores", "fields.value", Value.of("int")),
                "unknown-field-type"), "scores", "fields.value"));
    }

    @Test
    void whatIsMeantIsKnownWhateverTheLanguageOfTheProblem() {
        Design broken = with("by2", "accumulation", Value.of("discardin"));
        Problem english = problem(broken, "unknown-choice");
        assertEquals(Optional.of("did you mean 'discarding'?"), english.fix());
        Problem other = english.reworded("'discardin' gibt es hier nicht", Optional.of("Meinten Sie 'discarding'?"));
        assertEquals(FIXES.of(broken, english).orElseThrow().label(), FIXES.of(broken, other).orElseThrow().label());
    }

    @Test
    void anUnknownSettingGetsTheNameThatIsMeantOrGoes() {
        Design near = with("by2", "latenes", Value.of("1 min"));
        near = near.change("by2", n -> n.withSettings(n.settings().without("lateness")));
        assertEquals(Value.of("1 min"), at(mended(near, "unknown-setting"), "by2", "lateness"));
        Design far = with("by2", "colour", Value.of("red"));
        assertEquals(GOOD, mended(far, "unknown-setting"));
    }

    @Test
    void numbersComeIntoTheirRange() {
        Design many = with("by2", "instances", Value.of(99));
        assertEquals(Value.of(16), at(mended(many, "out-of-range"), "by2", "instances"));
    }

    @Test
    void aTypeThatIsNearlyKnownIsMadeThatType() {
        Design broken = GOOD.change("by2", n -> new Node(n.id(), "tumblin", n.name(), n.at(), n.settings()));
        assertEquals(GOOD, mended(broken, "unknown-type"));
    }

    @Test
    void wiresToNowhereAreLedToWhatIsMeantOrGo() {
        Wire first = GOOD.wires().getFirst();
        Design near = GOOD.withWires(replaced(new Wire(first.from(), new PortRef("positiv", "in"))));
        assertEquals(GOOD.wires(), mended(near, "unknown-node").wires());
        Design far = GOOD.withWires(Stream.concat(GOOD.wires().stream(),
                Stream.of(new Wire(first.from(), new PortRef("somewhere-else", "in")))).toList());
        assertEquals(GOOD.wires(), mended(far, "unknown-node").wires());
        Design port = GOOD.withWires(replaced(new Wire(first.from(), new PortRef(first.to().node(), "inn"))));
        assertEquals(GOOD.wires(), mended(port, "unknown-port").wires());
    }

    private static List<Wire> replaced(Wire first) {
        return Stream.concat(Stream.of(first), GOOD.wires().stream().skip(1)).toList();
    }

    @Test
    void theSettingsOfTheRunAreMendedToo() {
        Design broken = GOOD.withSettings(GOOD.settings().with("mode", Value.of("bach")));
        assertEquals(Optional.of(Value.of("batch")), mended(broken, "unknown-choice").settings().get("mode"));
        Design crash = GOOD.withSettings(GOOD.settings()
                .with("crashes", Value.of(List.of(Value.of(List.of(Value.of("12:06:00"), Value.of("nobody")))))));
        mended(crash, "unknown-node");
    }

    @Test
    void aRowThatIsTooShortIsFilledUp() {
        Design broken = with("scores", "rows[2]", Value.of(List.of(Value.of("12:03:00"), Value.of("12:06:30"))));
        assertEquals(3, ((Value.Items) at(mended(broken, "bad-row"), "scores", "rows[2]")).items().size());
    }

    @Test
    void ofTwoNodesWithOneIdTheSecondGetsAnother() {
        Design broken = GOOD.add(new Node("by2", "filter", "Twin", new Point(0, 0),
                Value.group(Map.of("condition", Value.of("value > 0")))));
        Design next = mended(broken, "duplicate-id");
        assertEquals("Twin", next.node("by2-2").orElseThrow().name());
    }

    /** Every code that the engine tells of is in one of the two lists: for a new one somebody decides. */
    @Test
    void everyCodeIsEitherMendedOrLeftToThePerson() throws IOException {
        Set<String> unlisted = new TreeSet<>(codes());
        unlisted.removeAll(Fixes.CODES);
        unlisted.removeAll(Fixes.BY_HAND);
        assertEquals(Set.of(), unlisted);
        Set<String> both = new TreeSet<>(Fixes.CODES);
        both.retainAll(Fixes.BY_HAND);
        assertEquals(Set.of(), both);
    }

    /** A key of a sentence: the file, and the code if it is that of a problem. */
    private static final Pattern KEY = Pattern
            .compile("\"(?:catalog|compile|expression)\\.([a-z][a-z0-9-]*)[a-z0-9.-]*\"");
    /** What parts of sentences are under. */
    private static final String WORDS = "words";

    /** The codes in the sources of what checks designs. */
    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String folder : List.of("catalog", "compile", "expression")) {
            try (Stream<Path> files = Files.walk(Path.of("../engine/core/src/main/java/millrace", folder))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    Matcher m = KEY.matcher(Files.readString(file));
                    while (m.find())
                        codes.add(m.group(1));
                }
            }
        }
        codes.remove(WORDS);
        assertTrue(codes.size() > 50, codes.toString());
        return codes;
    }
}

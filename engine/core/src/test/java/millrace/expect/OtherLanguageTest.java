package millrace.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.design.Problem;
import millrace.explain.Answer;
import millrace.explain.Explain;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.format.Reading;
import millrace.operator.View;
import millrace.text.PseudoLanguage;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;
import millrace.trace.Run;
import millrace.trace.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The engine in another language: whatever it answers, whatever it complains of, its own words are of that language. Words that are
 * put in, names above all, stay what they are ({@link Vocabulary}).
 */
@Isolated("the language is the whole machine's")
class OtherLanguageTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Of each kind of fact and note in each design. */
    private static final int ASKED = 4;
    private static final int MOMENTS = 6;
    private static final int DAMAGED = 1000;
    private static final Run.Limits SHORT = new Run.Limits(2000, 300, 600_000);

    private final TreeSet<String> forgotten = new TreeSet<>();
    private final Map<String, Integer> said = new TreeMap<>();
    private PseudoLanguage language;

    @BeforeEach
    void speak() {
        language = PseudoLanguage.speak();
    }

    @AfterEach
    void speakEnglishAgain() {
        language.close();
    }

    private static List<Path> files() throws IOException {
        return DesignsTest.files().stream().filter(f -> !f.toString().contains("nexmark")).toList();
    }

    private void look(String kind, Vocabulary known, String sentence) {
        said.merge(kind, 1, Integer::sum);
        List<String> narrow = known.forgotten(sentence);
        if (!narrow.isEmpty()) forgotten.add(kind + ": " + narrow + " in: " + sentence);
    }

    /** All of them, for whoever has to mend them; the first ones are enough of a message. */
    private void nothingIsForgotten() {
        assertEquals(List.of(), forgotten.stream().limit(Integer.getInteger("forgotten", 30)).toList(),
                () -> forgotten.size() + " sentences with words of the code");
    }

    @Test
    void everyAnswer() throws IOException {
        for (Path file : files()) {
            Design design = DesignReader.read(file).wholeDesign().orElseThrow();
            ask(file, design);
            Optional<Design> other = design.expected()
                    .stream()
                    .flatMap(e -> Expectations.variant(design, e).value().stream())
                    .filter(d -> !d.equals(design))
                    .findFirst();
            other.ifPresent(d -> ask(file, d));
        }
        nothingIsForgotten();
        for (String kind : List.of("node", "wire", "window", "gap", "group", "event"))
            assertTrue(said.getOrDefault(kind, 0) > 50, kind + " in " + said);
        for (FactKind kind : FactKind.values())
            assertTrue(said.keySet().stream().anyMatch(k -> k.startsWith(kind.name())), kind + " in " + said);
    }

    private void ask(Path file, Design design) {
        Run run = Run.of(Compiler.compile(design, DesignFolder.of(file)).value().orElseThrow());
        Vocabulary known = new Vocabulary(true).of(design).of(run);
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < run.trace().size(); row++)
            rows.computeIfAbsent(kind(run, row), k -> new ArrayList<>()).add(row);
        rows.forEach((kind, all) -> some(all).forEach(row -> {
            look(kind, known, Explain.fact(run, row));
            run.trace().fact(row).subject().ifPresent(e -> look("event", known, Explain.event(run, e.id)));
        }));
        Timeline timeline = new Timeline(run);
        long step = Math.max(1, (run.end() - run.start()) / MOMENTS);
        for (long at = run.start(); at <= run.end(); at += step)
            ask(run, timeline.at(at), known);
        run.troubles().forEach(t -> look("trouble", known, t.problem()));
        look("ending", known, run.ending().reason());
    }

    private static String kind(Run run, int row) {
        if (!(run.trace().fact(row) instanceof Fact.Noted noted)) return run.trace().kind(row).name();
        return FactKind.NOTED.name() + " " + noted.note().getClass().getSimpleName();
    }

    private static List<Integer> some(List<Integer> rows) {
        int step = Math.max(1, rows.size() / ASKED);
        List<Integer> some = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += step)
            some.add(rows.get(i));
        return some;
    }

    private void ask(Run run, Moment moment, Vocabulary known) {
        for (NodeMoment node : moment.nodes()) {
            look("node", known, Explain.node(run.trace(), node, moment.status(node.node()), moment.time()));
            parts(run, moment.time(), node, known);
        }
        run.plan().wires().forEach(w -> look("wire", known, Explain.wire(run.trace(), w.id(), moment.time())));
    }

    private void parts(Run run, long at, NodeMoment node, Vocabulary known) {
        if (node.view() instanceof View.Log log)
            log.groups().forEach(g -> look("group", known, Explain.group(run.trace(), node.node(), g.name(), at)));
        if (!(node instanceof NodeMoment.Window windows)) return;
        windows.windows()
                .stream()
                .limit(3)
                .forEach(w -> look("window", known,
                        Explain.window(run.trace(), node.node(), w.key(), w.start(), w.end(), at)));
        look("gap", known, Explain.gap(run.trace(), node.node(), "", at, at));
    }

    private void look(String kind, Vocabulary known, Answer answer) {
        look(kind, known, answer.question());
        look(kind, known, answer.text());
    }

    private void look(String kind, Vocabulary known, Problem problem) {
        look(kind + " " + problem.code(), known, problem.message());
        problem.fix().ifPresent(fix -> look(kind + " " + problem.code(), known, fix));
    }

    /** Designs that say nothing in prose, damaged: what is quoted of them is then easily told from the engine's words. */
    @Test
    void everyProblem() throws IOException {
        List<Path> files = files().stream().filter(f -> f.toFile().length() < 5000).toList();
        List<String> texts = new ArrayList<>();
        for (Path file : files)
            texts.add(bare(Files.readString(file)));
        List<String> names = Damage.names(texts);
        for (int seed = 0; seed < DAMAGED; seed++) {
            int design = seed % files.size();
            damaged(files.get(design), new Damage(seed, names).of(texts.get(design)));
        }
        nothingIsForgotten();
        assertTrue(said.keySet().stream().filter(k -> k.startsWith("problem")).count() > 40, said.keySet().toString());
        assertTrue(said.getOrDefault("expectation", 0) > 20, said.toString());
    }

    private static String bare(String text) {
        ObjectNode root = (ObjectNode) JSON.readTree(text);
        root.remove("about");
        root.remove("notes");
        if (root.get("expected") instanceof JsonNode expected)
            expected.valueStream().filter(ObjectNode.class::isInstance).forEach(e -> {
                ((ObjectNode) e).remove("name");
                ((ObjectNode) e).remove("source");
            });
        return root.toPrettyString();
    }

    private void damaged(Path file, Damage.Damaged damaged) {
        Vocabulary known = new Vocabulary(false).ofTheCatalog().of(damaged.text());
        Reading reading = DesignReader.read(damaged.text().getBytes(StandardCharsets.UTF_8), "design");
        reading.problems().forEach(p -> look("problem", known, p));
        if (reading.design().isEmpty()) return;
        DesignFolder folder = DesignFolder.of(file);
        var plan = Compiler.compile(reading.design().get(), folder);
        plan.problems().forEach(p -> look("problem", known, p));
        plan.value().ifPresent(p -> run(p, known));
        if (damaged.expectedOnly())
            Expectations.check(reading.design().get(), folder)
                    .forEach(v -> look("expectation", known, v.toString()));
    }

    private void run(Plan plan, Vocabulary known) {
        Run run = Run.of(plan, Run.Watch.NONE, SHORT);
        known.of(plan).of(run);
        run.troubles().forEach(t -> look("trouble", known, t.problem()));
        look("ending", known, run.ending().reason());
    }

    /** A figure that is expected is no sentence: the same designs pass in any language. */
    @Test
    void everyDesignGivesWhatItSays() throws IOException {
        List<String> failed = new ArrayList<>();
        for (Path file : files())
            Expectations.check(DesignReader.read(file).wholeDesign().orElseThrow(), DesignFolder.of(file))
                    .stream()
                    .filter(v -> !v.passed())
                    .forEach(v -> failed.add(file.getFileName() + ": " + v));
        assertEquals(List.of(), failed);
    }

    /** The checks above find a sentence that stands in the code, and a name that is put in is none. */
    @Test
    void aSentenceInTheCodeIsFound() {
        Vocabulary known = new Vocabulary(true).of("orders");
        look("some", known, "Ｉｔ ｃａｍｅ ｔｏｏ ｌａｔｅ ｆｏｒ orders ｂｙ 3 s.");
        nothingIsForgotten();
        look("some", known, "Ｉｔ ｃａｍｅ ｔｏｏ ｌａｔｅ for orders.");
        assertEquals(List.of("some: [for] in: Ｉｔ ｃａｍｅ ｔｏｏ ｌａｔｅ for orders."), List.copyOf(forgotten));
    }
}

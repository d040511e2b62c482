package millrace.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import millrace.compile.Compiler;
import millrace.design.Design;
import millrace.expect.Expectations;
import millrace.format.DesignFolder;
import millrace.format.DesignPaths;
import millrace.format.DesignReader;
import millrace.operator.ChangeNote;
import millrace.operator.FaultNote;
import millrace.operator.Note;
import millrace.operator.TableNote;
import millrace.operator.WorkNote;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import millrace.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every kind of fate in every shipped design is asked about, and the answer is held against the trace. */
@Execution(ExecutionMode.CONCURRENT)
class WhyOfEveryFateTest {
    private static final Path DESIGNS = Path.of("../../designs");
    /** Of each kind in each design: the first, the last, and some between. */
    private static final int ASKED = 16;
    private static final int SMALL = 20_000;

    /**
     * A checkpoint that is given up ({@link WhyFaultsTest} asks about some); a crash without checkpoints before a source that
     * can't go back; a delete of a row that is not there.
     */
    private static final Set<String> IN_NO_DESIGN = Set.of("FaultNote.Aborted", "FaultNote.Missed",
            "TableNote.NotThere");

    private final Map<String, Integer> asked = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyAnswerNamesOnlyWhatTheTraceHas() throws IOException {
        for (Path file : files())
            ask(file);
        intervened();
        assertEquals(List.of(), wrong.stream().limit(20).toList());
        assertTrue(asked.values().stream().mapToInt(i -> i).sum() > 10_000, asked.toString());
        for (FactKind kind : FactKind.values())
            assertTrue(asked.containsKey(kind.name()), kind + " happens in no design; " + asked);
        assertEquals(IN_NO_DESIGN, unseen(), "notes that happen in no design");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(DESIGNS)) {
            return all.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    /** Small designs also as their expectations vary them. */
    private void ask(Path file) {
        Design design = DesignReader.read(file).wholeDesign().orElseThrow();
        Run run = run(design, file);
        ask(DESIGNS.relativize(file).toString(), run);
        if (run.trace().size() > SMALL) return;
        Set<Design> variants = new LinkedHashSet<>();
        design.expected().forEach(e -> variants.add(Expectations.variant(design, e).value().orElseThrow()));
        variants.remove(design);
        variants.forEach(v -> ask(DESIGNS.relativize(file).toString(), run(v, file)));
    }

    /** No shipped design is interfered with: two are here. */
    private void intervened() {
        with("messaging/three-readers.json", Map.of("orders.touched",
                "[{\"event\": 1}, {\"event\": 2, \"what\": \"delay\"}, {\"event\": 3, \"what\": \"duplicate\"}]",
                "orders.inserted", "[[\"12:00:04\", \"12:00:13\", 99]]", "orders.stops",
                "[{\"from\": \"12:00:35\", \"to\": \"12:00:45\", \"events\": \"lost\"}]"));
        with("faults/kill-it.json", Map.of("settings.changes",
                "[{\"at\": \"12:00:15\", \"node\": \"orders\", \"setting\": \"idleAfter\", \"value\": \"5 s\"},"
                        + " {\"at\": \"12:00:15\", \"node\": \"count\", \"setting\": \"workTime\", \"value\": \"10 ms\"}]"));
    }

    private void with(String name, Map<String, String> settings) {
        Path file = DESIGNS.resolve(name);
        Design design = DesignReader.read(file).wholeDesign().orElseThrow();
        for (Map.Entry<String, String> one : new TreeMap<>(settings).entrySet())
            design = DesignPaths.set(design, one.getKey(), DesignPaths.typed(one.getValue())).value().orElseThrow();
        ask(name + " with " + settings.keySet(), run(design, file));
    }

    private static Run run(Design design, Path file) {
        return Run.of(Compiler.compile(design, DesignFolder.of(file)).value().orElseThrow());
    }

    private void ask(String design, Run run) {
        Set<Long> promised = promised(run);
        for (FactKind kind : FactKind.values()) {
            if (kind == FactKind.NOTED) continue;
            some(run.trace().rows(kind).stream().boxed().toList())
                    .forEach(row -> ask(design, run, promised, kind.name(), row));
        }
        Map<String, List<Integer>> notes = run.trace()
                .rows(FactKind.NOTED)
                .stream()
                .boxed()
                .collect(Collectors.groupingBy(row -> name(run.trace(), row), TreeMap::new, Collectors.toList()));
        if (!notes.isEmpty()) asked.merge("NOTED", 0, Integer::sum);
        notes.forEach((name, rows) -> some(rows).forEach(row -> ask(design, run, promised, name, row)));
    }

    private static String name(Trace trace, int row) {
        return name(((Fact.Noted) trace.fact(row)).note().getClass());
    }

    private static String name(Class<?> note) {
        return note.getEnclosingClass().getSimpleName() + "." + note.getSimpleName();
    }

    private static List<Integer> some(List<Integer> rows) {
        int step = Math.max(1, rows.size() / ASKED);
        Set<Integer> some = new TreeSet<>();
        for (int i = 0; i < rows.size(); i += step)
            some.add(rows.get(i));
        if (!rows.isEmpty()) some.add(rows.getLast());
        return List.copyOf(some);
    }

    private void ask(String design, Run run, Set<Long> promised, String fate, int row) {
        asked.merge(fate, 1, Integer::sum);
        String where = design + ", row " + row + ", " + fate + ": ";
        Answer answer = Explain.fact(run, row);
        if (!answer.question().endsWith("?")) wrong.add(where + "no question: " + answer.question());
        boolean ends = answer.text().strip().endsWith(".") || run.trace().kind(row) == FactKind.REJECTED;
        if (!ends || answer.text().contains(".."))
            wrong.add(where + "no sentence: " + answer.text());
        answer.nodes()
                .stream()
                .filter(n -> run.plan().nodeNumber(n) < 0)
                .forEach(n -> wrong.add(where + "no node " + n));
        answer.moments()
                .stream()
                .filter(at -> !happened(run, promised, at))
                .forEach(at -> wrong
                        .add(where + "nothing happened at " + run.plan().clock().format(at) + ": " + answer.text()));
    }

    /** Something happened then; or it is what a fact says is to come. */
    private static boolean happened(Run run, Set<Long> promised, long at) {
        return promised.contains(at) || run.trace().rowsUntil(at) > run.trace().rowsUntil(at - 1);
    }

    private static Set<Long> promised(Run run) {
        Set<Long> promised = new TreeSet<>();
        run.trace()
                .rows(FactKind.NOTED)
                .stream()
                .mapToObj(row -> ((Fact.Noted) run.trace().fact(row)).note())
                .forEach(n -> {
                    switch (n) {
                        case FaultNote.Stopped s -> promised.add(s.until());
                        case WorkNote.Began b -> promised.add(b.until());
                        case TableNote.Lags l -> promised.add(l.until());
                        case ChangeNote.HeldBack h -> promised.add(h.until());
                        case ChangeNote.Stopped s -> promised.add(s.until());
                        default -> {}
                    }
                });
        return promised;
    }

    private Set<String> unseen() {
        Set<String> all = new TreeSet<>();
        collect(Note.class, all);
        assertFalse(all.isEmpty());
        all.removeAll(asked.keySet());
        return all;
    }

    private static void collect(Class<?> type, Set<String> into) {
        if (type.isRecord()) into.add(name(type));
        else
            for (Class<?> sub : type.getPermittedSubclasses())
                collect(sub, into);
    }
}

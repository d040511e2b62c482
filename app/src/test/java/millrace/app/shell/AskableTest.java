package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import millrace.app.tool.Part;
import millrace.compile.Compiler;
import millrace.explain.Answer;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.operator.View;
import millrace.trace.FactKind;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;
import millrace.trace.Run;
import millrace.trace.Timeline;
import org.junit.jupiter.api.Test;

/** Whatever a node shows of its windows, groups and figures can be asked about at any moment of every shipped design. */
class AskableTest {
    private static final int MOMENTS = 24;

    private static List<Path> designs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../designs"))) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .filter(f -> !f.toString().contains("nexmark"))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Run> run(Path file) {
        return DesignReader.read(file)
                .wholeDesign()
                .flatMap(d -> Compiler.compile(d, DesignFolder.of(file)).value())
                .map(Run::of);
    }

    @Test
    void everyPartOfEveryNodeHasAnAnswer() throws IOException {
        Map<String, Integer> asked = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Path file : designs()) {
            Run run = run(file).orElseThrow(() -> new AssertionError(file));
            Timeline timeline = new Timeline(run);
            long step = Math.max(1, (run.end() - run.start()) / MOMENTS);
            for (long at = run.start(); at <= run.end(); at += step)
                ask(file, run, timeline.at(at), asked, wrong);
        }
        assertEquals(List.of(), wrong);
        for (String kind : List.of("Window", "Group", "NoWindow", "Count"))
            assertTrue(asked.getOrDefault(kind, 0) > 20, kind + " in " + asked);
    }

    private static void ask(Path file, Run run, Moment moment, Map<String, Integer> asked, List<String> wrong) {
        for (NodeMoment node : moment.nodes())
            for (Part part : parts(node)) {
                asked.merge(part.getClass().getSimpleName(), 1, Integer::sum);
                Optional<Answer> answer = new About.OfPart(node.node(), part).answer(run, moment);
                if (answer.filter(a -> a.question().endsWith("?") && a.text().length() > 10).isEmpty())
                    wrong.add(file + " " + node.node() + " " + part + " at " + moment.time() + ": " + answer);
            }
    }

    private static List<Part> parts(NodeMoment node) {
        List<Part> parts = new ArrayList<>();
        if (node.view() instanceof View.Log log) log.groups().forEach(g -> parts.add(new Part.Group(g.name())));
        if (node instanceof NodeMoment.Window w) {
            w.windows().forEach(v -> parts.add(new Part.Window(v.key(), v.start(), v.end())));
            parts.add(new Part.NoWindow());
            if (w.lateAdded() > 0) parts.add(new Part.Count(FactKind.ADDED));
            if (w.dropped() > 0) parts.add(new Part.Count(FactKind.DROPPED));
        }
        if (node instanceof NodeMoment.Transform t) {
            if (t.leftOut() > 0) parts.add(new Part.Count(FactKind.LEFT_OUT));
            if (t.failed() > 0) parts.add(new Part.Count(FactKind.FAILED));
        }
        return parts;
    }
}

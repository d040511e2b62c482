package millrace.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs every case file below a folder. A file holds one case or a list of them; each names its schema. */
final class CaseFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Adapter> ADAPTERS = Stream
            .<Adapter>of(new BeamCases(), new FlinkCases(), new StreamCases(), new KafkaCases(), new DocCases())
            .collect(Collectors.toMap(Adapter::schema, Function.identity()));

    private CaseFiles() {}

    static Report run(Path folder) throws IOException {
        Report report = new Report();
        for (Path file : files(folder))
            report.add(folder.relativize(file).toString(), runFile(file));
        return report;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(p -> p.toString().endsWith(".json") && Files.isRegularFile(p)).sorted().toList();
        }
    }

    private static List<Report.Result> runFile(Path file) {
        try {
            JsonNode content = JSON.readTree(Files.readString(file));
            return run(content);
        } catch (IOException | JacksonException e) {
            return List.of(new Report.Result("the file", new Verdict.Failed("can't be read: " + e.getMessage())));
        }
    }

    static List<Report.Result> run(JsonNode content) {
        if (content.isEmpty()) {
            return List.of(new Report.Result("the file", new Verdict.Failed("holds no case")));
        }
        List<JsonNode> cases = content.isArray() ? content.valueStream().toList() : List.of(content);
        List<Report.Result> results = new ArrayList<>();
        for (JsonNode one : cases)
            results.addAll(runCase(one));
        return results;
    }

    private static List<Report.Result> runCase(JsonNode one) {
        List<Report.Result> results = new ArrayList<>();
        try {
            Adapter adapter = adapter(one);
            for (Question question : adapter.questions(one))
                results.add(new Report.Result(question.name(), verdict(adapter, question)));
        } catch (RuntimeException e) {
            results.add(new Report.Result("a case", new Verdict.Failed("can't be read: " + told(e))));
        }
        return results;
    }

    static Adapter adapter(JsonNode one) {
        String schema = one.path("schema").asString("");
        Adapter adapter = ADAPTERS.get(schema);
        if (adapter != null) return adapter;
        throw new IllegalArgumentException("no adapter for the schema '" + schema + "' of " + Json.shortened(one));
    }

    private static Verdict verdict(Adapter adapter, Question question) {
        try {
            return adapter.judge(question, Observed.of(adapter.design(question.asked())));
        } catch (NotYet e) {
            return new Verdict.NotExpressible(e.getMessage());
        } catch (RuntimeException e) {
            return new Verdict.Failed("can't be run: " + told(e));
        }
    }

    private static String told(RuntimeException e) {
        StackTraceElement[] stack = e.getStackTrace();
        return e + (e instanceof IllegalArgumentException || stack.length == 0 ? "" : " at " + stack[0]);
    }
}

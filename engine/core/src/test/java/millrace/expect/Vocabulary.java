package millrace.expect;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import millrace.catalog.Catalog;
import millrace.catalog.NodeType;
import millrace.catalog.RunForm;
import millrace.catalog.Setting;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.Event;
import millrace.expression.Expressions;
import millrace.text.PseudoLanguage;
import millrace.trace.Fact;
import millrace.trace.Run;

/** Words that are put into sentences: they are the same in every language, and a sentence of another language has no others,
 * but for what it quotes. */
final class Vocabulary {
    /** Units of durations and times; what a pane is called in files; types of fields; marks of changes; values. */
    private static final List<String> WRITTEN = List.of("ns", "ms", "s", "min", "h", "day", "days", "on", "time",
            "early",
            "late", "string", "long", "double", "boolean", "timestamp", "I", "U", "D", "T", "Z", "E", "true", "false",
            "null", "none", "end", "all");
    /** What stands in files below the forms of nodes: aggregates, triggers, edits, what can crash, columns of results. */
    private static final List<String> DEEPER = List.of("average", "collect", "count", "distinct", "first", "last",
            "max",
            "min", "percentile", "sum", "top", "afterAll", "afterCount", "afterDelay", "afterEach", "afterFirst",
            "afterWatermark", "aligned", "never", "orFinally", "repeatedly", "edit", "coordinator", "change",
            "happened",
            "arrives", "isFirst", "isLast", "retraction", "timing", "window", "index", "eventTime", "insert", "update",
            "delete");
    /** English of which sentences are glued: where designs say these, they are names in prose, or in quotes. */
    private static final Set<String> GLUE = Set.of("about", "after", "and", "as", "at", "before", "by", "for", "from",
            "has", "in", "is", "it", "its", "not", "or", "since", "the", "then", "to", "until", "was", "with");
    private static final Pattern QUOTED = Pattern.compile("'[^'Ａ-ｚ]*'|\"[^\"Ａ-ｚ]*\"");

    private final Set<String> words = new TreeSet<>(WRITTEN);
    /** Names and values of more than one word, the longest first. */
    private final Set<String> prose = new TreeSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(s -> s));
    private final boolean strict;

    /** @param strict whether no word that sentences are glued of may be put in by itself */
    Vocabulary(boolean strict) {
        this.strict = strict;
    }

    /** A text that may be put in, or any of its words. */
    Vocabulary of(String text) {
        List<String> narrow = PseudoLanguage.narrow(text);
        if (strict && narrow.size() > 1) prose.add(text);
        words.addAll(narrow);
        return this;
    }

    /** The names and settings of a design, but not its prose. */
    Vocabulary of(Design design) {
        of(design.settings());
        design.nodes().forEach(n -> of(n.id()).of(n.name()).of(n.type()).of(n.settings()));
        design.wires().forEach(w -> of(w.from().toString()).of(w.to().toString()).of(w.settings()));
        return this;
    }

    private Vocabulary of(Value value) {
        switch (value) {
            case Value.Group g -> g.fields().forEach((name, v) -> of(name).of(v));
            case Value.Items i -> i.items().forEach(this::of);
            case Value.Text t -> of(t.text());
            case Value.Number n -> {}
            case Value.Flag f -> {}
            case Value.Nothing n -> {}
        }
        return this;
    }

    /** What nodes, their settings and the functions of expressions are called; titles are of the designer's own bundle. */
    Vocabulary ofTheCatalog() {
        words.addAll(Expressions.FUNCTIONS);
        words.addAll(DEEPER);
        words.addAll(Check.PARTS);
        for (NodeType type : Catalog.types()) {
            of(type.id()).of(type.title());
            type.form().forEach(this::of);
            type.inputs(type.initial()).forEach(p -> of(p.name()));
            type.outputs(type.initial()).forEach(p -> of(p.name()));
        }
        RunForm.run().forEach(this::of);
        RunForm.wire().forEach(this::of);
        return this;
    }

    private void of(Setting setting) {
        of(setting.path());
        setting.usual().ifPresent(this::of);
        switch (setting.kind()) {
            case Setting.Kind.Choice c -> c.options().forEach(o -> of(o.value()));
            case Setting.Kind.Groups g -> g.form().forEach(this::of);
            default -> {}
        }
    }

    /** The fields of what its nodes put out. */
    Vocabulary of(Plan plan) {
        plan.nodes().forEach(n -> n.inputs().forEach(t -> t.schema().fields().forEach(f -> of(f.name()))));
        return this;
    }

    /** The texts that its events hold, and those that nodes made of them. */
    Vocabulary of(Run run) {
        for (long id = 1; run.trace().event(id).isPresent(); id++)
            run.trace().event(id).ifPresent(this::of);
        run.trace().facts().forEach(f -> {
            if (f instanceof Fact.Rejected r) of(r.row());
        });
        return this;
    }

    private void of(Event event) {
        for (int field = 0; field < event.schema.fields().size(); field++)
            of(event.schema.fields().get(field).name()).of(String.valueOf(event.value(field)));
    }

    /** The words of a sentence that nobody put into it. */
    List<String> forgotten(String sentence) {
        String own = QUOTED.matcher(sentence).replaceAll("");
        for (String put : prose)
            own = own.replace(put, "");
        return PseudoLanguage.narrow(own)
                .stream()
                .filter(word -> strict && GLUE.contains(word) || !words.contains(word))
                .toList();
    }
}

package millrace.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import millrace.catalog.Catalog;
import millrace.catalog.NodeType;
import millrace.catalog.RunForm;
import millrace.catalog.Setting;
import millrace.expression.Expressions;
import millrace.text.PseudoLanguage;
import millrace.trace.Run;

/** Words that are put into sentences: they are the same in every language, and a sentence of another language has no others. */
final class Vocabulary {
    /**
     * Units of durations and times; what a pane is called in files; types of fields; marks of changes; values; of the names of
     * aggregates the words that stand for them in files.
     */
    private static final List<String> WRITTEN = List.of("ns", "ms", "s", "min", "h", "day", "days", "on", "time", "early",
            "late", "string", "long", "double", "boolean", "timestamp", "I", "U", "D", "T", "Z", "E", "true", "false",
            "null", "none", "end", "all");

    private final Set<String> words = new TreeSet<>(WRITTEN);

    /** The names and values of a design, or of some of one. */
    Vocabulary of(Object design) {
        words.addAll(PseudoLanguage.narrow(design.toString()));
        return this;
    }

    /** What nodes, their settings and the functions of expressions are called in files. */
    Vocabulary ofTheCatalog() {
        words.addAll(Expressions.FUNCTIONS);
        for (NodeType type : Catalog.types()) {
            of(type.id());
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

    /** The texts that its events hold, and those that nodes made of them. */
    Vocabulary of(Run run) {
        run.trace().events().forEach(e -> of(e));
        return this;
    }

    /** The words of a sentence that nobody put into it. */
    List<String> forgotten(String sentence) {
        List<String> forgotten = new ArrayList<>(PseudoLanguage.narrow(sentence));
        forgotten.removeAll(words);
        return forgotten;
    }
}

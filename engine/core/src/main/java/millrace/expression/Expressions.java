package millrace.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import millrace.design.Location;
import millrace.design.Outcome;
import millrace.design.Problem;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.text.Sentences;

/**
 * The door of this package: texts become checked expressions. The language is a part of CEL without loops, patterns or
 * anything that reaches outside: arithmetic, comparisons, {@code && || !}, {@code a ? b : c}, {@code in}, and
 * {@link #FUNCTIONS}. Its library is loaded with the first expression, so that a design without any never waits for it.
 */
public final class Expressions {
    /** Longest text, in characters. */
    public static final int LONGEST = 2_000;
    /** What may be called, for help and completion. */
    public static final List<String> FUNCTIONS = List.of("abs", "ceil", "contains", "double", "duration", "endsWith",
            "floor", "getDayOfMonth", "getDayOfWeek", "getDayOfYear", "getFullYear", "getHours", "getMilliseconds",
            "getMinutes", "getMonth", "getSeconds", "int", "lower", "max", "min", "round", "size", "startsWith",
            "string", "timestamp", "upper");
    private static final Set<String> BEHIND = Set.of("contains", "endsWith", "startsWith");
    private static final Set<String> RESERVED = Set.of("as", "break", "const", "continue", "else", "false", "for",
            "function", "if", "import", "in", "let", "loop", "namespace", "null", "package", "return", "true", "var",
            "void", "while");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
    private static final int KEPT = 500;
    /** The outcomes of the latest texts: a design is compiled at every edit, and hardly any expression changes. */
    private static final Map<Asked, Outcome<Expression>> LATEST = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Outcome<Expression>> eldest) {
            return size() > KEPT;
        }
    };

    /** What is said of a text is said in the language of then. */
    private record Asked(String text, Schema schema, Locale language) {}

    private Expressions() {}

    /** Whether a function is written behind what it is asked of: {@code name.contains('a')}, {@code at.getHours()}. */
    public static boolean comesBehind(String function) {
        return BEHIND.contains(function) || function.startsWith("get");
    }

    /** Whether it can be written so. */
    public static boolean mayComeBehind(String function) {
        return comesBehind(function) || function.equals("size");
    }

    /**
     * Checks an expression over the fields of a schema. The problems name the character (from 1) where that helps, and lie
     * at {@link Location#DESIGN}: the caller knows the setting.
     */
    public static Outcome<Expression> parse(String text, Schema schema) {
        if (text.isBlank()) return failed(Problem.error(Location.DESIGN, "expression.no-expression"));
        if (text.length() > LONGEST) {
            return failed(
                    Problem.error(Location.DESIGN, "expression.expression-too-long", text.length(), LONGEST));
        }
        Asked asked = new Asked(text, schema, Sentences.language());
        synchronized (LATEST) {
            return LATEST.computeIfAbsent(asked, a -> PlainParser.parse(text, schema)
                    .map(Outcome::of)
                    .orElseGet(() -> Language.parse(text, schema)));
        }
    }

    /** As {@link #parse}, and the result must be of a type. */
    public static Outcome<Expression> parse(String text, Schema schema, FieldType wanted) {
        Outcome<Expression> outcome = parse(text, schema);
        if (outcome.value().isEmpty() || outcome.value().get().type() == wanted) return outcome;
        FieldType type = outcome.value().get().type();
        String key = wanted == FieldType.BOOLEAN ? "expression.wrong-result.compare" : "expression.wrong-result";
        return failed(Problem.error(Location.DESIGN, key, text, type.word(), wanted.word(),
                comparison(text.strip(), type)));
    }

    private static String comparison(String text, FieldType type) {
        return switch (type) {
            case LONG -> text + " > 0";
            case DOUBLE -> text + " > 0.0";
            case STRING -> text + " == 'A'";
            case TIMESTAMP -> text + ".getHours() == 12";
            case BOOLEAN -> text;
        };
    }

    /** Why a name can't be a field's, if it can't: expressions must be able to say it. */
    public static Optional<Problem> nameProblem(String name) {
        if (RESERVED.contains(name)) {
            return Optional.of(
                    Problem.error(Location.DESIGN, "expression.reserved-name.field", name, name + "_"));
        }
        if (NAME.matcher(name).matches()) return Optional.empty();
        return Optional.of(
                Problem.error(Location.DESIGN, "expression.bad-name", shortened(name), proper(name)));
    }

    private static String proper(String name) {
        String letters = name.replaceAll("[^A-Za-z0-9_]+", "_");
        String cut = letters.substring(0, Math.min(letters.length(), 40));
        return cut.matches("[A-Za-z_].*") ? cut : "field" + (cut.startsWith("_") ? "" : "_") + cut;
    }

    private static String shortened(String name) {
        return name.length() <= 80 ? name : name.substring(0, 77) + "...";
    }

    /** Loads the library ahead of the first expression; takes some hundred milliseconds the first time. */
    public static void warmUp() {
        Language.parse("true", Schema.of(List.of()));
    }

    private static Outcome<Expression> failed(Problem problem) {
        return Outcome.failed(List.of(problem));
    }
}

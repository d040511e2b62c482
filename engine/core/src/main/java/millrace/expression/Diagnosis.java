package millrace.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import millrace.design.Location;
import millrace.design.Problem;
import millrace.design.Suggestion;
import millrace.event.Field;
import millrace.event.Schema;
import millrace.text.Sentences;

/** Puts the library's complaints about an expression into the words of somebody who writes one, with what to do. */
final class Diagnosis {
    private static final int MOST = 5;
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
    private static final Pattern OVERLOAD = Pattern
            .compile("found no matching overload for '([^']*)' applied to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern SELECTION = Pattern.compile("type '([^']*)' does not support field selection");
    private static final Pattern RESERVED = Pattern.compile("reserved identifier: (.*)");
    private static final Pattern LIMIT = Pattern.compile(".*(recursion limit|node limit|size.*limit).*",
            Pattern.DOTALL);
    private static final Map<String, String> TYPE_WORDS = Map.of("int", "long", "bool", "boolean",
            "google.protobuf.Timestamp", "timestamp", "google.protobuf.Duration", "duration");
    private static final Map<String, String> OPERATORS = Map.of("!_", "!", "-_", "-", "@in", "in", "_?_:_", "? :");
    /** What people write who come from elsewhere, and what it is called here. */
    private static final Map<String, String> HABITS = Map.of("and", "&&", "or", "||", "not", "!", "AND", "&&", "OR",
            "||", "NOT", "!", "is", "==", "<>", "!=", "mod", "%");
    private static final Pattern SINGLE_EQUALS = Pattern.compile("[^=!<>]=[^=]");

    private final String text;
    private final Schema schema;
    private final Optional<CelNavigableAst> tree;
    private final Slips slip;

    Diagnosis(String text, Schema schema, Optional<CelAbstractSyntaxTree> tree) {
        this.text = text;
        this.schema = schema;
        this.tree = tree.map(CelNavigableAst::fromAst);
        slip = new Slips(text, tree);
    }

    List<Problem> problems(CelValidationResult result) {
        List<Problem> problems = new ArrayList<>();
        for (CelIssue issue : result.getErrors()) {
            Problem problem = placed(problem(issue), issue);
            if (!problems.contains(problem)) problems.add(problem);
            // One slip in the form makes the reader complain about all that follows.
            if (problem.code().equals("syntax") || problems.size() == MOST) break;
        }
        return problems;
    }

    private Problem problem(CelIssue issue) {
        String message = issue.getMessage();
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) return unknown(undeclared.group(1), issue);
        Matcher overload = OVERLOAD.matcher(message);
        if (overload.matches()) return mismatch(overload.group(1), overload.group(2), issue);
        Matcher selection = SELECTION.matcher(message);
        if (selection.matches()) {
            return error(issue, "expression.not-a-group", typeWord(selection.group(1)), nameOfField());
        }
        Matcher reserved = RESERVED.matcher(message);
        if (reserved.matches()) {
            return error(issue, "expression.reserved-name.word", reserved.group(1), nameOfField());
        }
        return LIMIT.matcher(message).matches()
                ? Problem.error(Location.DESIGN, "expression.expression-too-deep")
                : syntax(issue);
    }

    /** With the characters that the complaint is about, and what is to stand there. */
    private Problem placed(Problem problem, CelIssue issue) {
        return problem.slip().isPresent() ? problem
                : slip.of(issue, problem.meant()).map(problem::slipped).orElse(problem);
    }

    private Problem unknown(String name, CelIssue issue) {
        if (HABITS.containsKey(name)) return habit(name, issue);
        boolean call = expression(issue).filter(e -> e.getKind() == CelExpr.ExprKind.Kind.CALL).isPresent();
        if (name.equals("_[_]")) {
            return error(issue, "expression.unknown-function.brackets");
        }
        if (call) {
            return error(issue, "expression.unknown-function", name, Suggestion.of(name, Expressions.FUNCTIONS));
        }
        return unknownField(name, issue);
    }

    private Problem unknownField(String name, CelIssue issue) {
        List<String> names = schema.fields().stream().map(Field::name).toList();
        if (names.isEmpty()) return error(issue, "expression.unknown-field.none", name);
        Optional<String> sameLetters = names.stream().filter(n -> n.equalsIgnoreCase(name)).findFirst();
        return sameLetters.or(() -> Suggestion.nearest(name, names))
                .map(n -> error(issue, "expression.unknown-field", name, Suggestion.asking(n)))
                .orElseGet(() -> error(issue, "expression.unknown-field.other", name, String.join(", ", names)));
    }

    private Problem habit(String name, CelIssue issue) {
        String instead = HABITS.getOrDefault(name, name);
        return error(issue, "expression.syntax.habit", name, instead).slipped(slip.word(name, instead));
    }

    private Problem mismatch(String operator, String types, CelIssue issue) {
        String what = OPERATORS.getOrDefault(operator, operator.replace("_", ""));
        Problem problem = error(issue, "expression.wrong-types", what, words(types),
                Suggestion.saying(mismatchFix(what, types, issue)));
        return whole(types, issue).flatMap(w -> slip.argument(w, asDouble(w))).map(problem::slipped).orElse(problem);
    }

    /** "a long and a string". */
    private static String words(String types) {
        return List.of(types.replaceAll("[()]", "").split(", "))
                .stream()
                .map(t -> Sentences.of("expression.words.type.of-field", typeWord(t)))
                .reduce((a, b) -> Sentences.of("expression.wrong-types.and", a, b))
                .orElse("");
    }

    private String mismatchFix(String what, String types, CelIssue issue) {
        Optional<CelExpr> whole = whole(types, issue);
        if (whole.isPresent()) return Sentences.of("expression.wrong-types.double", asDouble(whole.get()));
        if (what.equals("+") && types.contains("string")) return Sentences.of("expression.wrong-types.text");
        if (types.contains("null")) return Sentences.of("expression.wrong-types.absent");
        if (what.equals("&&") || what.equals("||") || what.equals("!")) {
            return Sentences.of("expression.wrong-types.compare", what);
        }
        if (what.equals("? :")) return Sentences.of("expression.wrong-types.choice");
        if (Character.isLetter(what.charAt(0)) && !what.equals("in"))
            return Sentences.of("expression.wrong-types.function");
        return Sentences.of(types.contains("string") ? "expression.wrong-types.quotes" : "expression.wrong-types.same");
    }

    /** Of two numbers, the whole one that stands beside a decimal one. */
    private Optional<CelExpr> whole(String types, CelIssue issue) {
        List<CelExpr> arguments = expression(issue).filter(e -> e.getKind() == CelExpr.ExprKind.Kind.CALL)
                .map(e -> (List<CelExpr>) e.call().args())
                .orElse(List.of());
        if (arguments.size() != 2) return Optional.empty();
        return switch (types) {
            case "(int, double)" -> Optional.of(arguments.get(0));
            case "(double, int)" -> Optional.of(arguments.get(1));
            default -> Optional.empty();
        };
    }

    private String asDouble(CelExpr whole) {
        return switch (whole.getKind()) {
            case IDENT -> "double(" + whole.ident().name() + ")";
            case CONSTANT -> whole.constant().getKind() == CelConstant.Kind.INT64_VALUE
                    ? whole.constant().int64Value() + ".0"
                    : "double(...)";
            default -> Sentences.of("expression.words.double-around");
        };
    }

    private Problem syntax(CelIssue issue) {
        for (String word : HABITS.keySet().stream().sorted().toList()) {
            if (outsideQuotes(word)) return habit(word, issue);
        }
        Matcher single = SINGLE_EQUALS.matcher(withoutTexts());
        if (single.find()) {
            return Problem.error(Location.DESIGN, "expression.syntax.equals")
                    .slipped(new Problem.Slip(single.start() + 1, single.start() + 2, Optional.of("==")));
        }
        boolean end = issue.getMessage().contains("'<EOF>' expecting") || unclosed().isPresent();
        Suggestion fix = Suggestion
                .saying(unclosed().orElseGet(() -> Sentences.of("expression.syntax.example", example())));
        return end ? Problem.error(Location.DESIGN, "expression.syntax.end", fix)
                : error(issue, "expression.syntax.unreadable", fix);
    }

    /** The bracket or quote that is opened and never closed. */
    private Optional<String> unclosed() {
        String bare = withoutTexts();
        if (bare.contains("'") || bare.contains("\"")) {
            return Optional.of(Sentences.of("expression.syntax.quote"));
        }
        long open = bare.chars().filter(c -> c == '(').count() - bare.chars().filter(c -> c == ')').count();
        return open <= 0 ? Optional.empty()
                : Optional.of(Sentences.of(Sentences.form("expression.syntax.brackets", open), open));
    }

    private String example() {
        return schema.fields().stream().findFirst().map(f -> switch (f.type()) {
            case LONG -> f.name() + " > 0";
            case DOUBLE -> f.name() + " > 0.5";
            case STRING -> f.name() + " == 'A'";
            case BOOLEAN -> "!" + f.name();
            case TIMESTAMP -> f.name() + ".getHours() == 12";
        }).orElse("1 + 1");
    }

    private boolean outsideQuotes(String word) {
        String edge = Character.isLetter(word.charAt(0)) ? "\\b" : "";
        return Pattern.compile(edge + Pattern.quote(word) + edge).matcher(withoutTexts()).find();
    }

    private String withoutTexts() {
        return slip.withoutTexts();
    }

    private Optional<CelExpr> expression(CelIssue issue) {
        return tree.flatMap(t -> t.getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(e -> e.id() == issue.getExprId())
                .findFirst());
    }

    private Suggestion nameOfField() {
        return Suggestion.saying(Sentences.of("expression.words.name-of-a-field",
                String.join(", ", schema.fields().stream().map(Field::name).toList())));
    }

    private static String typeWord(String type) {
        return TYPE_WORDS.getOrDefault(type, type);
    }

    /** An error at the place of the complaint. */
    private Problem error(CelIssue issue, String key, Object... parts) {
        Problem problem = Problem.error(Location.DESIGN, key, parts);
        return problem.reworded(at(issue, problem.message()), problem.fix());
    }

    private String at(CelIssue issue, String message) {
        int column = issue.getSourceLocation().getColumn() + 1;
        return text.length() < 12 || column < 1 ? message
                : Sentences.of("expression.words.at-character", message, column);
    }
}

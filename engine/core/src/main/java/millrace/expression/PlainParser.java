package millrace.expression;

import java.util.Optional;
import java.util.OptionalInt;
import millrace.event.Schema;
import millrace.expression.Term.Decimal;
import millrace.expression.Term.Text;
import millrace.expression.Term.Time;
import millrace.expression.Term.Truth;
import millrace.expression.Term.Whole;
import org.jspecify.annotations.Nullable;

/**
 * Reads the expressions that nearly everybody writes - fields, numbers, texts, arithmetic, comparisons, logic - so that
 * they run at once and fast. It gives up at whatever it does not know and at every mistake: what it makes means exactly what
 * CEL means by it (a test compares the two), and CEL decides on everything else.
 */
final class PlainParser {
    /** Far below what CEL refuses. */
    private static final int MOST_OPERATORS = 30;
    private static final int LONGEST = 300;

    /** Leaves the text to CEL. */
    private static final class GiveUp extends Exception {
        private static final long serialVersionUID = 1;
        private static final GiveUp NOW = new GiveUp();

        private GiveUp() {
            super(null, null, false, false);
        }
    }

    private final PlainTokens tokens;
    private final Schema schema;
    private int operators;

    private PlainParser(String text, Schema schema) {
        tokens = new PlainTokens(text);
        this.schema = schema;
    }

    static Optional<Expression> parse(String text, Schema schema) {
        if (text.length() > LONGEST) return Optional.empty();
        PlainParser parser = new PlainParser(text, schema);
        try {
            Term term = parser.choice();
            return parser.tokens.atEnd() ? Optional.of(new PlainExpression(text, term)) : Optional.empty();
        } catch (GiveUp e) {
            return Optional.empty();
        }
    }

    private Term choice() throws GiveUp {
        Term condition = or();
        if (!operator("?")) return condition;
        Term yes = or();
        if (!tokens.take(":")) throw GiveUp.NOW;
        Term no = choice();
        if (!(condition instanceof Truth c)) throw GiveUp.NOW;
        if (yes instanceof Whole a && no instanceof Whole b) {
            return new Whole(e -> c.of().from(e) ? a.of().from(e) : b.of().from(e));
        }
        if (yes instanceof Decimal a && no instanceof Decimal b) {
            return new Decimal(e -> c.of().from(e) ? a.of().from(e) : b.of().from(e));
        }
        if (yes instanceof Text a && no instanceof Text b) {
            return new Text(e -> c.of().from(e) ? a.of().from(e) : b.of().from(e));
        }
        throw GiveUp.NOW;
    }

    private boolean operator(String sign) throws GiveUp {
        if (!tokens.take(sign)) return false;
        if (++operators > MOST_OPERATORS) throw GiveUp.NOW;
        return true;
    }

    private Term or() throws GiveUp {
        Term left = and();
        while (operator("||"))
            left = Term.or(truth(left), truth(and()));
        return left;
    }

    private Term and() throws GiveUp {
        Term left = relation();
        while (operator("&&"))
            left = Term.and(truth(left), truth(relation()));
        return left;
    }

    private static Term.TruthOf truth(Term term) throws GiveUp {
        if (term instanceof Truth t) return t.of();
        throw GiveUp.NOW;
    }

    private Term relation() throws GiveUp {
        Term left = sum();
        for (String sign : PlainComparison.SIGNS) {
            if (operator(sign)) return compared(sign, left, sum());
        }
        return left;
    }

    private static Term compared(String sign, Term left, Term right) throws GiveUp {
        @Nullable
        Term compared = PlainComparison.of(sign, left, right);
        if (compared == null) throw GiveUp.NOW;
        return compared;
    }

    private Term sum() throws GiveUp {
        Term left = product();
        while (true) {
            if (operator("+")) left = plus(left, product());
            else if (operator("-")) left = minus(left, product());
            else
                return left;
        }
    }

    private static Term plus(Term left, Term right) throws GiveUp {
        if (left instanceof Whole a && right instanceof Whole b) {
            return new Whole(e -> Term.sum(a.of().from(e), b.of().from(e)));
        }
        if (left instanceof Decimal a && right instanceof Decimal b) {
            return new Decimal(e -> a.of().from(e) + b.of().from(e));
        }
        if (left instanceof Text a && right instanceof Text b) {
            return new Text(e -> a.of().from(e) + b.of().from(e));
        }
        throw GiveUp.NOW;
    }

    private static Term minus(Term left, Term right) throws GiveUp {
        if (left instanceof Whole a && right instanceof Whole b) {
            return new Whole(e -> Term.difference(a.of().from(e), b.of().from(e)));
        }
        if (left instanceof Decimal a && right instanceof Decimal b) {
            return new Decimal(e -> a.of().from(e) - b.of().from(e));
        }
        throw GiveUp.NOW;
    }

    private Term product() throws GiveUp {
        Term left = unary();
        while (true) {
            if (operator("*")) left = times(left, unary());
            else if (operator("/")) left = divided(left, unary());
            else if (operator("%")) left = remainder(left, unary());
            else
                return left;
        }
    }

    private static Term times(Term left, Term right) throws GiveUp {
        if (left instanceof Whole a && right instanceof Whole b) {
            return new Whole(e -> Term.product(a.of().from(e), b.of().from(e)));
        }
        if (left instanceof Decimal a && right instanceof Decimal b) {
            return new Decimal(e -> a.of().from(e) * b.of().from(e));
        }
        throw GiveUp.NOW;
    }

    private static Term divided(Term left, Term right) throws GiveUp {
        if (left instanceof Whole a && right instanceof Whole b) {
            return new Whole(e -> Term.divided(a.of().from(e), b.of().from(e)));
        }
        if (left instanceof Decimal a && right instanceof Decimal b) {
            return new Decimal(e -> a.of().from(e) / b.of().from(e));
        }
        throw GiveUp.NOW;
    }

    private static Term remainder(Term left, Term right) throws GiveUp {
        if (left instanceof Whole a && right instanceof Whole b) {
            return new Whole(e -> Term.remainder(a.of().from(e), b.of().from(e)));
        }
        throw GiveUp.NOW;
    }

    private Term unary() throws GiveUp {
        if (operator("!")) {
            Term.TruthOf truth = truth(primary());
            return new Truth(e -> !truth.from(e));
        }
        if (!operator("-")) return primary();
        return switch (primary()) {
            case Whole a -> new Whole(e -> Term.negated(a.of().from(e)));
            case Decimal a -> new Decimal(e -> -a.of().from(e));
            case Truth a -> throw GiveUp.NOW;
            case Text a -> throw GiveUp.NOW;
            case Time a -> throw GiveUp.NOW;
        };
    }

    private Term primary() throws GiveUp {
        if (operator("(")) {
            Term inner = choice();
            if (!tokens.take(")")) throw GiveUp.NOW;
            return inner;
        }
        Optional<String> name = tokens.name();
        if (name.isPresent()) return named(name.get());
        return tokens.literal().orElseThrow(() -> GiveUp.NOW);
    }

    private Term named(String name) throws GiveUp {
        if (name.equals("true") || name.equals("false")) {
            boolean value = name.equals("true");
            return new Truth(e -> value);
        }
        OptionalInt field = Expressions.nameProblem(name).isPresent() ? OptionalInt.empty() : schema.indexOf(name);
        if (field.isEmpty()) throw GiveUp.NOW;
        return Term.field(name, schema.type(field.getAsInt()), schema.slot(field.getAsInt()));
    }
}

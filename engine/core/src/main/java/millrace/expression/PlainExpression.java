package millrace.expression;

import millrace.event.Event;
import millrace.event.FieldType;

/** An expression made of terms. Holds nothing that changes, so any number of runs may share it. */
final class PlainExpression implements Expression {
    private final String source;
    private final Term term;

    PlainExpression(String source, Term term) {
        this.source = source;
        this.term = term;
    }

    @Override
    public FieldType type() {
        return term.type();
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Object evaluate(Event event) throws EvaluationException {
        try {
            return switch (term) {
                case Term.Truth t -> t.of().from(event);
                case Term.Whole w -> whole(w.of().from(event));
                case Term.Decimal d -> finite(d.of().from(event));
                case Term.Text t -> t.of().from(event);
                case Term.Time t -> t.of().from(event);
            };
        } catch (EvaluationException e) {
            throw EvaluationException.in(source, String.valueOf(e.getMessage()));
        }
    }

    private static Long whole(long n) throws EvaluationException {
        if (n == Event.ABSENT) throw EvaluationException.of("expression.words.too-small");
        return n;
    }

    private static Double finite(double d) throws EvaluationException {
        if (!Double.isFinite(d)) throw EvaluationException.of("expression.words.not-finite");
        return d;
    }
}

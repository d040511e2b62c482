package millrace.expression;

import millrace.event.Event;
import millrace.event.FieldType;
import millrace.text.Sentences;
import millrace.expression.Expression.EvaluationException;

/** A part of a plain expression, by the type of what it gives. A term without a result throws why, without the source. */
sealed interface Term {
    record Whole(WholeOf of) implements Term {}

    record Decimal(DecimalOf of) implements Term {}

    record Truth(TruthOf of) implements Term {}

    record Text(TextOf of) implements Term {}

    /** Milliseconds. */
    record Time(WholeOf of) implements Term {}

    interface WholeOf {
        long from(Event event) throws EvaluationException;
    }

    interface DecimalOf {
        double from(Event event) throws EvaluationException;
    }

    interface TruthOf {
        boolean from(Event event) throws EvaluationException;
    }

    interface TextOf {
        String from(Event event) throws EvaluationException;
    }

    default FieldType type() {
        return switch (this) {
            case Whole w -> FieldType.LONG;
            case Decimal d -> FieldType.DOUBLE;
            case Truth t -> FieldType.BOOLEAN;
            case Text t -> FieldType.STRING;
            case Time t -> FieldType.TIMESTAMP;
        };
    }

    /** A field of the schema by its slot. */
    static Term field(String name, FieldType type, int slot) {
        EvaluationException absent = new EvaluationException(Sentences.of("expression.words.absent", name));
        WholeOf number = event -> {
            long n = event.num(slot);
            if (n == Event.ABSENT) throw absent;
            return n;
        };
        return switch (type) {
            case LONG -> new Whole(number);
            case TIMESTAMP -> new Time(number);
            case DOUBLE -> new Decimal(event -> Double.longBitsToDouble(number.from(event)));
            case BOOLEAN -> new Truth(event -> number.from(event) != 0);
            case STRING -> new Text(event -> {
                if (event.ref(slot) instanceof String text) return text;
                throw absent;
            });
        };
    }

    static Truth and(TruthOf left, TruthOf right) {
        return new Truth(event -> {
            try {
                return left.from(event) && right.from(event);
            } catch (EvaluationException e) {
                // What is false on one side decides, whatever is wrong with the other.
                if (isNot(left, event) || isNot(right, event)) return false;
                throw e;
            }
        });
    }

    static Truth or(TruthOf left, TruthOf right) {
        return new Truth(event -> {
            try {
                return left.from(event) || right.from(event);
            } catch (EvaluationException e) {
                if (is(left, event) || is(right, event)) return true;
                throw e;
            }
        });
    }

    private static boolean is(TruthOf truth, Event event) {
        try {
            return truth.from(event);
        } catch (EvaluationException e) {
            return false;
        }
    }

    private static boolean isNot(TruthOf truth, Event event) {
        try {
            return !truth.from(event);
        } catch (EvaluationException e) {
            return false;
        }
    }

    static long divided(long a, long b) throws EvaluationException {
        if (b == 0) throw EvaluationException.of("expression.words.by-zero");
        if (a == Long.MIN_VALUE && b == -1) throw EvaluationException.of("expression.words.too-large");
        return a / b;
    }

    static long remainder(long a, long b) throws EvaluationException {
        if (b == 0) throw EvaluationException.of("expression.words.by-zero");
        return a % b;
    }

    static long sum(long a, long b) throws EvaluationException {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) throw EvaluationException.of("expression.words.too-large");
        return sum;
    }

    static long difference(long a, long b) throws EvaluationException {
        long difference = a - b;
        if (((a ^ b) & (a ^ difference)) < 0) throw EvaluationException.of("expression.words.too-large");
        return difference;
    }

    static long product(long a, long b) throws EvaluationException {
        long low = a * b;
        if (Math.multiplyHigh(a, b) != low >> 63) throw EvaluationException.of("expression.words.too-large");
        return low;
    }

    static long negated(long a) throws EvaluationException {
        if (a == Long.MIN_VALUE) throw EvaluationException.of("expression.words.too-large");
        return -a;
    }
}

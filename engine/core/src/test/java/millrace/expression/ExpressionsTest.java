package millrace.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import millrace.design.Outcome;
import millrace.design.Problem;
import millrace.event.Event;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {
    private static final Schema SCHEMA = Schema.of(List.of(new Field("value", FieldType.LONG),
            new Field("price", FieldType.DOUBLE), new Field("name", FieldType.STRING),
            new Field("ok", FieldType.BOOLEAN),
            new Field("at", FieldType.TIMESTAMP), new Field("gone", FieldType.LONG),
            new Field("note", FieldType.STRING)));
    /** value 7, price 2.5, name "a", ok, at 01:00; gone and note are absent. */
    private static final Event EVENT = new Event(1, 0, SCHEMA,
            new long[] {7, Event.bits(2.5), 1, 3_600_000, Event.ABSENT}, new Object[] {"a", null});

    private static String result(String text) {
        Outcome<Expression> outcome = Expressions.parse(text, SCHEMA);
        if (outcome.value().isEmpty()) {
            return outcome.problems().stream().map(Problem::toString).collect(Collectors.joining("; "));
        }
        try {
            return outcome.value().get().type().word() + " " + outcome.value().get().evaluate(EVENT);
        } catch (Expression.EvaluationException e) {
            return e.getMessage();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "value > 0                         | boolean true",
        "value > 0 && !ok                  | boolean false",
        "value - 20                        | long -13",
        "value / 2                         | long 3",
        "-value % 4                        | long -3",
        "price * 2.0                       | double 5.0",
        "double(value) * 1.5               | double 10.5",
        "value > 6.5                       | boolean true",
        "price < 3                         | boolean true",
        "name == 'a' ? 'yes' : 'no'        | string yes",
        "name in ['a', 'b']                | boolean true",
        "name.startsWith('a')              | boolean true",
        "'say ' + name                     | string say a",
        "upper(name) + string(value)       | string A7",
        "size(name)                        | long 1",
        "at                                | timestamp 3600000",
        "at + duration('2m')               | timestamp 3720000",
        "at > timestamp('1970-01-01T00:59:00Z') | boolean true",
        "at.getHours()                     | long 1",
        "(at - timestamp(0)).getSeconds()  | long 3600",
        "abs(value - 50)                   | long 43",
        "min(value, 3) + max(value, 3)     | long 10",
        "round(price) + floor(price) + ceil(price) | long 8",
        "int(price)                        | long 2",
        "!ok && value / 0 > 1              | boolean false",
        "ok ? value : value / 0            | long 7",
    })
    void gives_results(String text, String expected) {
        assertEquals(expected, result(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "value / 0                | 'value / 0' has no result: division by zero",
        "value % 0                | 'value % 0' has no result: division by zero",
        "value + 9223372036854775807 | 'value + 9223372036854775807' has no result: the number is too large (beyond 9,223,372,036,854,775,807)",
        "value * 9223372036854775807 | 'value * 9223372036854775807' has no result: the number is too large (beyond 9,223,372,036,854,775,807)",
        "-9223372036854775807 - 1 | '-9223372036854775807 - 1' has no result: too small for a whole number",
        "abs(-9223372036854775801 - value) | 'abs(-9223372036854775801 - value)' has no result: the number is too large",
        "round(1e300)             | 'round(1e300)' has no result: the number is too large",
        "price / 0.0              | 'price / 0.0' has no result: not a finite number (a division by 0.0?)",
        "gone + 1                 | 'gone + 1' has no result: the field 'gone' is absent",
        "gone                     | 'gone' has no result: the field 'gone' is absent",
        "note == 'x'              | 'note == 'x'' has no result: the field 'note' is absent",
        "int('12a')               | 'int('12a')' has no result: a text does not have the form of what it is turned into",
    })
    void an_event_without_a_result_says_why(String text, String expected) {
        assertEquals(expected, result(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "valu > 3        | there is no field 'valu': did you mean 'value'?",
        "Value > 3       | there is no field 'Value': did you mean 'value'?",
        "city == 'x'     | there is no field 'city': the fields are value, price, name, ok, at, gone, note; a text stands in quotes: 'city'",
        "value * 1.5     | '*' can't be used with a long and a double: write double(value)",
        "1.5 * value     | '*' can't be used with a double and a long: write double(value)",
        "price == 5      | '==' can't be used with a double and a long: write 5.0",
        "price * (value + 1) | '*' can't be used with a double and a long (character 7): write double(...) around the whole number",
        "name + value    | '+' can't be used with a string and a long (character 6): write string(...) around what is not a text",
        "value == '5'    | '==' can't be used with a long and a string (character 7): numbers stand without quotes: 5, texts with: '5'; int(...) makes a number of a text",
        "value && ok     | '&&' can't be used with a long and a boolean: compare first, for example value > 0 && value < 9",
        "value = 5       | a single = is not written here: write == to compare",
        "value > 3 and ok | 'and' is not written so here (character 11): write &&",
        "not ok          | 'not' is not written so here: write !",
        "value <> 3      | '<>' is not written so here: write !=",
        "value >         | the expression ends too soon: write for example value > 0",
        "(value          | the expression ends too soon: a ) is missing",
        "name == 'a      | the expression ends too soon: a quote is missing",
        "maxx(value, 1)  | there is no function 'maxx' (character 5): did you mean 'max'?",
        "if              | 'if' is a word that can't be used: write the name of a field: value, price, name, ok, at, gone, note",
        "value.foo       | a long has no fields: write the name of a field: value, price, name, ok, at, gone, note",
        "at - timestamp(0) | the result of 'at - timestamp(0)' is a duration, which a field can't hold: write (at - timestamp(0)).getSeconds() for its whole seconds",
        "null            | the result of 'null' is null, which a field can't hold: let it be a number, a text, true or false, or a timestamp",
        "value ? 1 : 2   | '? :' can't be used with a long and a long and a long (character 7): before ? stands a comparison, and both results are of one type",
    })
    void mistakes_are_told_in_words_with_what_to_do(String text, String expected) {
        assertEquals(expected, result(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "valu > 3 | valu | value > 3",
        "price > 1.0 && Value > 3 | Value | price > 1.0 && value > 3",
        "name == 'not' && not ok | not | name == 'not' && ! ok",
        "value > 3 and ok | and | value > 3 && ok",
        "value <> 3 | <> | value != 3",
        "name != '=' && value = 5 | = | name != '=' && value == 5",
        "value * 1.5 | value | double(value) * 1.5",
        "price == 5 | 5 | price == 5.0",
        "maxx(value, 1) > 2 | maxx | max(value, 1) > 2",
        "name + value | + | name + value",
    })
    void a_mistake_has_its_place_and_what_is_to_stand_there(String text, String slip, String mended) {
        Problem problem = Expressions.parse(text, SCHEMA).problems().getFirst();
        Problem.Slip at = problem.slip().orElseThrow();
        assertEquals(slip, text.substring(at.from(), at.to()));
        assertEquals(mended, at.instead()
                .map(i -> text.substring(0, at.from()) + i + text.substring(at.to()))
                .orElse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name.matches('(a+)+$')", "[1, 2].exists(x, x > 1)", "[1, 2].map(x, x)",
        "name.replace('a', 'b')",
        "['a', 'b'].join()", "cel.bind(x, 1, x)", "name[0]", "type(value)", "dyn(value)",
        "b'x' + b'y' == b'xy' ? bytes('a') : b''",
        "has(value.x)"})
    void what_could_loop_or_explode_is_not_there(String text) {
        Outcome<Expression> outcome = Expressions.parse(text, SCHEMA);
        assertTrue(outcome.value().isEmpty(), text);
        assertFalse(outcome.problems().isEmpty());
    }

    @Test
    void hostile_texts_are_refused_quickly() {
        for (String text : List.of("(".repeat(999) + "1" + ")".repeat(999), "!".repeat(1999) + "x",
                "value" + "+value".repeat(300), "ok ? 1 : ".repeat(150) + "2", "[".repeat(1500),
                "value." + "a.".repeat(900),
                "1".repeat(2000), "'" + "\\u00e9".repeat(200), "x".repeat(100_000), "\u0000\ud800",
                "ok && ".repeat(300) + "ok")) {
            long start = System.nanoTime();
            Outcome<Expression> outcome = Expressions.parse(text, SCHEMA);
            assertTrue(outcome.value().isEmpty(), text.substring(0, Math.min(20, text.length())));
            assertFalse(outcome.errors().isEmpty());
            assertTrue(System.nanoTime() - start < 5_000_000_000L, "within 5 s");
        }
    }

    @Test
    void a_condition_must_be_true_or_false() {
        Outcome<Expression> outcome = Expressions.parse("value", SCHEMA, FieldType.BOOLEAN);
        assertEquals("['value' gives a long, a boolean is needed: compare it, for example value > 0]",
                outcome.problems().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"as", "if", "in", "package", "true", "null", "two words", "1st", "é", "", "a-b", "a.b"})
    void names_that_expressions_can_not_say_are_refused(String name) {
        Problem problem = Expressions.nameProblem(name).orElseThrow();
        String fix = problem.fix().orElseThrow().replaceAll(".*'(.*)'", "$1");
        assertTrue(Expressions.nameProblem(fix).isEmpty(), "the name proposed is a good one: " + fix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"int", "string", "type", "size", "list", "timestamp", "duration", "google", "double", "min",
        "key"})
    void names_of_functions_and_types_may_be_fields(String name) throws Exception {
        Schema schema = Schema.of(List.of(new Field(name, FieldType.LONG)));
        Expression expression = Expressions.parse(name + " + 1", schema).value().orElseThrow();
        assertEquals(6L, expression.evaluate(new Event(1, 0, schema, new long[] {5}, new Object[0])));
    }

    @Test
    void one_expression_serves_several_threads() throws Exception {
        Expression expression = Expressions.parse("value * 2 + 1", SCHEMA).value().orElseThrow();
        List<Thread> threads = java.util.stream.IntStream.range(0, 4).mapToObj(t -> new Thread(() -> {
            for (int i = 0; i < 20_000; i++)
                check(expression, t * 100_000 + i);
        })).toList();
        List<Throwable> failures = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
        threads.forEach(t -> t.setUncaughtExceptionHandler((thread, e) -> failures.add(e)));
        threads.forEach(Thread::start);
        for (Thread thread : threads)
            thread.join();
        assertEquals(List.of(), failures);
    }

    private static void check(Expression expression, long value) {
        Event event = new Event(1, 0, SCHEMA, new long[] {value, 0, 0, 0, 0}, new Object[] {"a", null});
        try {
            if (!Long.valueOf(value * 2 + 1).equals(expression.evaluate(event))) throw new AssertionError("" + value);
        } catch (Expression.EvaluationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_exception_costs_no_stack() {
        Expression expression = Expressions.parse("value / 0", SCHEMA).value().orElseThrow();
        Expression.EvaluationException e = assertThrows(Expression.EvaluationException.class,
                () -> expression.evaluate(EVENT));
        assertEquals(0, e.getStackTrace().length);
    }
}

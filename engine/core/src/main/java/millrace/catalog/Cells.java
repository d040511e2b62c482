package millrace.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import millrace.design.Location;
import millrace.design.Problem;
import millrace.design.Value;
import millrace.event.Event;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.text.Sentences;
import org.jspecify.annotations.Nullable;

/** Reads the cells of tables, and tells what is wrong with them, though not without end. */
final class Cells {
    private static final int MOST_PROBLEMS = 20;

    private final Reader reader;
    private int problems;

    Cells(Reader reader) {
        this.reader = reader;
    }

    int problems() {
        return problems;
    }

    /** Whether so much is wrong that further rows need not be looked at. */
    boolean full() {
        return problems >= MOST_PROBLEMS;
    }

    /** Where a row stands; its path is written only when something is wrong with it. */
    record Place(String table, int line) {
        String row() {
            return table + "[" + line + "]";
        }

        String cell(int column) {
            return row() + "[" + column + "]";
        }
    }

    /** What stands in a row: what all rows have, then the fields. */
    static String header(String key, Schema schema) {
        return Stream.concat(Stream.of(Sentences.of(key)), schema.fields().stream().map(Field::name))
                .collect(Collectors.joining(", "));
    }

    long time(Place place, int column, Value value) {
        OptionalLong instant = value instanceof Value.Text t ? reader.clock().parse(t.text()) : OptionalLong.empty();
        if (instant.isEmpty()) {
            wrong(place.cell(column), "catalog.not-a-time", Reader.shown(value));
        }
        return instant.orElse(0);
    }

    @Nullable
    Object read(Place place, int column, Value value, Field field) {
        if (value instanceof Value.Nothing) return null;
        Object read = switch (field.type()) {
            case STRING -> value instanceof Value.Text t ? t.text() : null;
            case BOOLEAN -> value instanceof Value.Flag f ? f.on() : null;
            case LONG -> value instanceof Value.Number n ? whole(n.number()) : null;
            case DOUBLE -> value instanceof Value.Number n ? finite(n.number()) : null;
            case TIMESTAMP -> value instanceof Value.Text t ? instant(t.text()) : null;
        };
        if (read == null) {
            wrong(place.cell(column), "catalog.wrong-value", Reader.shown(value), field.type().word(), field.name(),
                    fix(value, field.type()));
        }
        return read;
    }

    private static @Nullable Long whole(BigDecimal n) {
        if (n.scale() == 0 && n.precision() < 19) return n.longValue();
        if (n.precision() - n.scale() > 19 || n.stripTrailingZeros().scale() > 0) return null;
        boolean fits = n.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return fits && n.longValue() != Event.ABSENT ? n.longValueExact() : null;
    }

    private static @Nullable Double finite(BigDecimal n) {
        double d = n.doubleValue();
        return Double.isFinite(d) ? d : null;
    }

    private @Nullable Long instant(String text) {
        OptionalLong instant = reader.clock().parse(text);
        return instant.isPresent() ? instant.getAsLong() : null;
    }

    private static String fix(Value value, FieldType type) {
        return switch (type) {
            case STRING -> Sentences.of("catalog.words.write-text");
            case BOOLEAN -> Sentences.of("catalog.words.write-flag");
            case LONG -> Sentences.of(value instanceof Value.Text ? "catalog.words.write-whole.without-quotes"
                    : "catalog.words.write-whole");
            case DOUBLE -> Sentences.of("catalog.words.write-number");
            case TIMESTAMP -> Sentences.of("catalog.words.write-time");
        };
    }

    /** As {@link Reader#error}. */
    void wrong(String path, String key, Object... parts) {
        problems++;
        Problem problem = Problem.error(Location.DESIGN, key, parts);
        if (problems <= MOST_PROBLEMS) reader.tell(path, List.of(full() ? last(problem) : problem));
    }

    private static Problem last(Problem problem) {
        return problem.reworded(problem.message(),
                problem.fix().map(f -> Sentences.of("catalog.words.no-further-rows", f)));
    }
}

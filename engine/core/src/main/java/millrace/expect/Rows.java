package millrace.expect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import millrace.design.Clock;
import millrace.design.Counts;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.text.Sentences;

/** Compares the rows that came with those expected. */
final class Rows {
    private static final List<String> SUMMARY_PARTS = List.of("count", "sum", "first", "last", "contains");
    private static final String SUMMARY = String.join(", ", SUMMARY_PARTS);
    private final String what;
    private final List<Row> got;
    private final Clock clock;

    /** @param what whose rows they are, in words: "totals" */
    Rows(String what, List<Row> got, Clock clock) {
        this.what = what;
        this.got = got;
        this.clock = clock;
    }

    /** In order and complete. */
    Optional<String> exactly(Value expected) {
        if (!(expected instanceof Value.Items list))
            return says("expect.rows.no-list", expected.kind());
        Optional<String> different = firstOf(list.items(), 0);
        if (different.isPresent() || list.items().size() == got.size()) return different;
        int size = list.items().size();
        boolean more = size < got.size();
        return says(Sentences.form(more ? "expect.rows.more" : "expect.rows.fewer", size), Counts.grouped(size),
                got.size(), more ? got.get(size).show(clock) : Words.of(list.items().get(got.size())));
    }

    /** A difference: whose rows they are is {0}. */
    private Optional<String> says(String key, Object... parts) {
        return Optional.of(Sentences.of(key, Stream.concat(Stream.of(what), Stream.of(parts)).toArray()));
    }

    /** Complete, in whatever order. */
    Optional<String> inAnyOrder(Value expected) {
        if (!(expected instanceof Value.Items list))
            return says("expect.rows.no-list", expected.kind());
        List<Row> left = new ArrayList<>(got);
        for (Value value : list.items()) {
            if (!(value instanceof Value.Group group))
                return says("expect.rows.no-group", value.kind());
            Optional<Row> found = left.stream().filter(row -> row.is(group, clock)).findFirst();
            if (found.isEmpty())
                return left.isEmpty() ? says("expect.rows.none-left", Words.of(value))
                        : says("expect.rows.only", Words.of(value), shown(left));
            left.remove(found.get());
        }
        return left.isEmpty() ? Optional.empty() : says("expect.rows.unexpected", shown(left));
    }

    private String shown(List<Row> rows) {
        return rows.stream().map(row -> row.show(clock)).collect(Collectors.joining("; "));
    }

    /** The rows from a place on, as far as both go. */
    private Optional<String> firstOf(List<Value> expected, int from) {
        for (int i = 0; i < expected.size() && from + i < got.size(); i++) {
            if (!(expected.get(i) instanceof Value.Group group))
                return says("expect.rows.no-group", expected.get(i).kind());
            Row row = got.get(from + i);
            Optional<String> difference = row.difference(group, clock);
            if (difference.isPresent())
                return says("expect.rows.row", from + i + 1, difference.get(), row.show(clock));
        }
        return Optional.empty();
    }

    /** For long outputs: count, sum, first, last, contains. */
    Optional<String> summary(Value.Group expected) {
        if (expected.fields().isEmpty()) return says("expect.rows.empty", SUMMARY);
        List<Optional<String>> found = new ArrayList<>();
        expected.fields().forEach((name, value) -> found.add(part(name, value)));
        return found.stream().flatMap(Optional::stream).findFirst();
    }

    private Optional<String> part(String name, Value value) {
        return switch (name) {
            case "count" -> number(value, new Cell.Whole(got.size()), "expect.rows.count");
            case "sum" -> value instanceof Value.Group sums && !sums.fields().isEmpty() ? sums(sums)
                    : says("expect.rows.sums");
            case "first" -> edge(value, 0);
            case "last" -> edge(value, got.size() - (value instanceof Value.Items list ? list.items().size() : 0));
            case "contains" -> contains(value);
            default -> says("expect.rows.unknown", name, Suggestion.fix(name, SUMMARY_PARTS));
        };
    }

    private Optional<String> number(Value expected, Cell cell, String key, Object... of) {
        return cell.is(expected, clock) ? Optional.empty()
                : says(key, Stream.concat(Stream.of(of), Stream.of(Words.of(expected), cell.show(clock))).toArray());
    }

    private Optional<String> sums(Value.Group sums) {
        for (var sum : sums.fields().entrySet()) {
            Optional<String> different = number(sum.getValue(), total(sum.getKey()), "expect.rows.sum", sum.getKey());
            if (different.isPresent()) return different;
        }
        return Optional.empty();
    }

    /** A row that takes another back counts against it. */
    private Cell total(String column) {
        double sum = 0;
        long whole = 0;
        boolean decimal = false;
        for (Row row : got) {
            int sign = row.takesBack() ? -1 : 1;
            switch (row.cells().get(column)) {
                case Cell.Whole w -> whole += sign * w.number();
                case Cell.Decimal d -> {
                    sum += sign * d.number();
                    decimal = true;
                }
                case null, default -> {
                    return new Cell.Words(Sentences.of("expect.rows.sum.none"));
                }
            }
        }
        return decimal ? new Cell.Decimal(sum + whole) : new Cell.Whole(whole);
    }

    private Optional<String> edge(Value expected, int from) {
        if (!(expected instanceof Value.Items list) || list.items().isEmpty())
            return says("expect.rows.edges");
        if (list.items().size() > got.size())
            return says("expect.rows.least", list.items().size(), got.size());
        return firstOf(list.items(), from);
    }

    private Optional<String> contains(Value expected) {
        if (!(expected instanceof Value.Items list) || list.items().isEmpty())
            return says("expect.rows.contains");
        return list.items().stream().map(v -> missing(v, list.items())).flatMap(Optional::stream).findFirst();
    }

    /** A row that is expected twice must be there twice. */
    private Optional<String> missing(Value row, List<Value> expected) {
        int times = Collections.frequency(expected, row);
        long found = row instanceof Value.Group group ? got.stream().filter(g -> g.is(group, clock)).count() : 0;
        if (found >= times) return Optional.empty();
        return found == 0
                ? says(Sentences.form("expect.rows.missing", times), times, Words.of(row), got.size())
                : says("expect.rows.only-some", times, Words.of(row), found);
    }
}

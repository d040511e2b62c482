package millrace.expect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import millrace.design.Clock;
import millrace.design.Counts;
import millrace.design.Suggestion;
import millrace.design.Value;

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
            return Optional.of(what + ": the expected rows must be a list, not " + expected.kind());
        Optional<String> different = firstOf(list.items(), 0);
        if (different.isPresent() || list.items().size() == got.size()) return different;
        return Optional.of(what + ": expected " + Counts.of(list.items().size(), "row") + ", got " + got.size() + "; "
                + (list.items().size() < got.size()
                        ? "the first too many is: " + got.get(list.items().size()).show(clock)
                        : "the first missing one is: " + Words.of(list.items().get(got.size()))));
    }

    /** Complete, in whatever order. */
    Optional<String> inAnyOrder(Value expected) {
        if (!(expected instanceof Value.Items list))
            return Optional.of(what + ": the expected rows must be a list, not " + expected.kind());
        List<Row> left = new ArrayList<>(got);
        for (Value value : list.items()) {
            if (!(value instanceof Value.Group group))
                return Optional.of(what + ": an expected row must be a group, not " + value.kind());
            Optional<Row> found = left.stream().filter(row -> row.is(group, clock)).findFirst();
            if (found.isEmpty())
                return Optional.of(what + ": expected a row " + Words.of(value) + ", but there is "
                        + (left.isEmpty() ? "none left" : "only " + shown(left)));
            left.remove(found.get());
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(what + ": nobody expected " + shown(left));
    }

    private String shown(List<Row> rows) {
        return rows.stream().map(row -> row.show(clock)).collect(Collectors.joining("; "));
    }

    /** The rows from a place on, as far as both go. */
    private Optional<String> firstOf(List<Value> expected, int from) {
        for (int i = 0; i < expected.size() && from + i < got.size(); i++) {
            if (!(expected.get(i) instanceof Value.Group group))
                return Optional.of(what + ": an expected row must be a group, not " + expected.get(i).kind());
            Row row = got.get(from + i);
            Optional<String> difference = row.difference(group, clock);
            if (difference.isPresent())
                return Optional.of(what + ", row " + (from + i + 1) + ": " + difference.get()
                        + " (the whole row: " + row.show(clock) + ")");
        }
        return Optional.empty();
    }

    /** For long outputs: count, sum, first, last, contains. */
    Optional<String> summary(Value.Group expected) {
        if (expected.fields().isEmpty()) return Optional.of(what + ": nothing is expected: say " + SUMMARY);
        List<Optional<String>> found = new ArrayList<>();
        expected.fields().forEach((name, value) -> found.add(part(name, value)));
        return found.stream().flatMap(Optional::stream).findFirst();
    }

    private Optional<String> part(String name, Value value) {
        return switch (name) {
            case "count" -> number(what + ": expected %s rows, got %s", value, new Cell.Whole(got.size()));
            case "sum" -> value instanceof Value.Group sums && !sums.fields().isEmpty() ? sums(sums)
                    : Optional.of(what + ": sum must be a group of fields and their totals");
            case "first" -> edge(value, 0);
            case "last" -> edge(value, got.size() - (value instanceof Value.Items list ? list.items().size() : 0));
            case "contains" -> contains(value);
            default -> Optional.of(what + ": '" + name + "' is not known here: "
                    + Suggestion.fix(name, SUMMARY_PARTS));
        };
    }

    private Optional<String> number(String message, Value expected, Cell cell) {
        return cell.is(expected, clock) ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, message, Words.of(expected), cell.show(clock)));
    }

    private Optional<String> sums(Value.Group sums) {
        for (var sum : sums.fields().entrySet()) {
            Optional<String> different = number(
                    what + ": expected the " + sum.getKey() + " of all rows to be %s, got %s",
                    sum.getValue(), total(sum.getKey()));
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
                    return new Cell.Words("no number in every row");
                }
            }
        }
        return decimal ? new Cell.Decimal(sum + whole) : new Cell.Whole(whole);
    }

    private Optional<String> edge(Value expected, int from) {
        if (!(expected instanceof Value.Items list) || list.items().isEmpty())
            return Optional.of(what + ": first and last are lists of rows");
        if (list.items().size() > got.size())
            return Optional
                    .of(what + ": expected at least " + list.items().size() + " rows, got " + got.size());
        return firstOf(list.items(), from);
    }

    private Optional<String> contains(Value expected) {
        if (!(expected instanceof Value.Items list) || list.items().isEmpty())
            return Optional.of(what + ": contains is a list of rows");
        return list.items().stream().map(v -> missing(v, list.items())).flatMap(Optional::stream).findFirst();
    }

    /** A row that is expected twice must be there twice. */
    private Optional<String> missing(Value row, List<Value> expected) {
        int times = Collections.frequency(expected, row);
        long found = row instanceof Value.Group group ? got.stream().filter(g -> g.is(group, clock)).count() : 0;
        if (found >= times) return Optional.empty();
        String wanted = (times == 1 ? "a row " : times + " rows ") + Words.of(row);
        return Optional.of(what + ": expected " + wanted
                + (found == 0 ? ", but there is none among " + got.size() : ", got only " + found));
    }
}

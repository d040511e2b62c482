package millrace.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import millrace.event.Field;
import millrace.operator.SourceSpec.File;
import millrace.simulation.Records.Broken;
import millrace.simulation.SourceFeed.Rejection;
import millrace.text.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file from its beginning as portions of typed rows. Without an arrival column a row arrives when it happens, or
 * together with the row before it if it is older than the newest; with one, a row that would arrive before the one before it
 * arrives together with it. Nothing arrives before the run begins. A row that can't be read is kept as a {@link Rejection}
 * that arrives with the row before it.
 */
final class RowReader {
    /** A portion ends after so many rows, */
    static final int PORTION = 1024;
    /** or after so many characters of text. */
    private static final int PORTION_TEXT = 1 << 21;
    private static final int SHOWN = 300;
    private static final Pattern DECIMAL = Pattern
            .compile("[+-]?[0-9]*\\.?[0-9]+([eE][+-]?[0-9]{1,4})?|[+-]?[0-9]+\\.");

    /** A value can't be read; the message is for people. */
    private static final class Unreadable extends Exception {
        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    private final File spec;
    private final List<Field> fields;
    private final TimeReader times;
    private final int eventTimeColumn;
    private final int arrivalColumn;
    private final int partitionColumn;
    private final List<String> columns;
    private @Nullable Records records;
    private boolean done;
    /** Arrival of the newest row. */
    private long arrival;
    /** Characters of text in the present portion. */
    private int text;

    RowReader(File spec, long start) {
        this.spec = spec;
        fields = spec.type().schema().fields();
        times = new TimeReader(spec.timeFormat(), start);
        columns = new ArrayList<>(spec.columns());
        eventTimeColumn = column(spec.eventTimeColumn());
        arrivalColumn = column(spec.arrivalColumn());
        partitionColumn = column(spec.partitionColumn());
        arrival = start;
    }

    private int column(String name) {
        if (name.isEmpty()) return -1;
        if (!columns.contains(name)) columns.add(name);
        return columns.indexOf(name);
    }

    /** The next portion; an empty one at the end. */
    Rows next() {
        Rows.Builder rows = new Rows.Builder(spec.type().schema(), done ? 0 : PORTION);
        text = 0;
        while (!done && rows.size() < PORTION && text < PORTION_TEXT)
            read(rows);
        return rows.build();
    }

    private void read(Rows.Builder rows) {
        try {
            if (records == null) records = Records.open(spec, columns);
            if (records.next()) row(records, rows);
            else
                close();
        } catch (Broken e) {
            rows.add(new Rejection(e.line, e.reason(), ""), arrival);
            close();
        }
    }

    /** Nothing more is read. */
    void close() {
        done = true;
        if (records != null) records.close();
        records = null;
    }

    private void row(Records record, Rows.Builder rows) {
        @Nullable
        Object[] values = new Object[fields.size()];
        try {
            String fault = record.fault();
            if (fault != null) throw new Unreadable(fault);
            long eventTime = time(record, eventTimeColumn);
            long arrives = arrivalColumn < 0 ? eventTime : time(record, arrivalColumn);
            int partition = partition(record);
            for (int i = 0; i < values.length; i++)
                values[i] = value(record, i);
            arrival = Math.max(arrival, arrives);
            rows.add(eventTime, arrival, partition);
            for (int i = 0; i < values.length; i++)
                rows.put(i, values[i]);
        } catch (Unreadable e) {
            rows.add(new Rejection(record.line(), String.valueOf(e.getMessage()), shortened(record.text())), arrival);
        }
    }

    private static String shortened(String row) {
        return row.length() <= SHOWN ? row : row.substring(0, SHOWN) + "...";
    }

    private long time(Records record, int column) throws Unreadable {
        String written = record.get(column);
        String name = columns.get(column);
        if (written == null || written.isBlank()) throw new Unreadable(Sentences.of("simulation.row.no-time", name));
        OptionalLong time = times.read(written);
        if (time.isPresent()) return time.getAsLong();
        throw unreadable(written, column, times.expected());
    }

    private int partition(Records record) throws Unreadable {
        if (partitionColumn < 0) return 0;
        String name = record.get(partitionColumn);
        int partition = name == null ? -1 : spec.timing().partitions().indexOf(name);
        if (partition >= 0) return partition;
        throw new Unreadable(Sentences.of("simulation.row.no-partition", columns.get(partitionColumn),
                String.valueOf(name), String.join(", ", spec.timing().partitions())));
    }

    private @Nullable Object value(Records record, int field) throws Unreadable {
        String written = record.get(field);
        text += written == null ? 0 : written.length();
        if (written == null || written.isEmpty()) return null;
        return switch (fields.get(field).type()) {
            case STRING -> written;
            case LONG -> whole(written.strip(), field);
            case DOUBLE -> decimal(written.strip(), field);
            case BOOLEAN -> flag(written.strip(), field);
            case TIMESTAMP -> time(record, field);
        };
    }

    private Long whole(String written, int field) throws Unreadable {
        try {
            long value = Long.parseLong(written);
            if (value != Long.MIN_VALUE) return value;
        } catch (NumberFormatException e) {
            // Told below, with the name of the column.
        }
        throw unreadable(written, field, Sentences.of("simulation.expected.whole"));
    }

    private Double decimal(String written, int field) throws Unreadable {
        double value = DECIMAL.matcher(written).matches() ? Double.parseDouble(written) : Double.NaN;
        if (Double.isFinite(value)) return value;
        throw unreadable(written, field, Sentences.of("simulation.expected.number"));
    }

    private Boolean flag(String written, int field) throws Unreadable {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw unreadable(written, field, Sentences.of("simulation.expected.flag"));
        };
    }

    private Unreadable unreadable(String written, int column, String expected) {
        return new Unreadable(
                Sentences.of("simulation.row.not", columns.get(column), shortened(written), expected));
    }
}

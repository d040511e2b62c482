package millrace.simulation;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import millrace.text.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values as RFC 4180 has them: a header with the names of the columns, quoted values with commas, doubled
 * quotes and line breaks in them. Empty lines are passed over. A row with more or fewer values than the header is at fault.
 */
final class CsvRecords implements Records {
    private static final int MOST_COLUMNS = 4096;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    /** For each column asked for, its place in the file. */
    private final int[] places;
    private int width;
    private long line = 1;
    private @Nullable CsvRecord record;

    CsvRecords(Reader text, List<String> columns) throws Broken {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(MOST_COLUMNS)
                .maxFieldSize(LONGEST_VALUE)
                .maxRecordSize(LONGEST_ROW)
                .build();
        reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_ROW * 2)
                .build(handler, text);
        records = reader.iterator();
        places = places(columns);
    }

    private int[] places(List<String> columns) throws Broken {
        if (!next() || record == null) throw new Broken(1, Sentences.of("simulation.file.empty"));
        List<String> header = record.getFields().stream().map(CsvRecords::name).toList();
        width = header.size();
        int[] found = new int[columns.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = header.indexOf(columns.get(i));
            if (found[i] < 0) throw new Broken(line, missing(columns.get(i), header));
        }
        return found;
    }

    private static String name(String written) {
        String name = written.strip();
        return !name.isEmpty() && name.charAt(0) == BYTE_ORDER_MARK ? name.substring(1).strip() : name;
    }

    private String missing(String column, List<String> header) {
        close();
        List<String> some = header.subList(0, Math.min(30, header.size()));
        return Sentences.of("simulation.file.no-column", column, String.join(", ", some));
    }

    @Override
    public boolean next() throws Broken {
        try {
            if (!records.hasNext()) return false;
            record = records.next();
            line = record.getStartingLineNumber();
            return true;
        } catch (UncheckedIOException | CsvParseException e) {
            close();
            throw new Broken(line + 1, Sentences.of("simulation.file.broken", line, cause(e)));
        }
    }

    private static String cause(RuntimeException e) {
        Throwable deepest = e;
        while (deepest.getCause() != null)
            deepest = deepest.getCause();
        return String.valueOf(deepest.getMessage());
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public @Nullable String fault() {
        int count = record == null ? 0 : record.getFieldCount();
        return count == width ? null : Sentences.of("simulation.row.values", count, width);
    }

    @Override
    public @Nullable String get(int column) {
        return record == null ? null : record.getField(places[column]);
    }

    @Override
    public String text() {
        return record == null ? "" : String.join(",", record.getFields());
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            // Nothing is written, so nothing can be lost by a failing close.
        }
    }
}

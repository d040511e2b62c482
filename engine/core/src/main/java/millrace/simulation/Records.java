package millrace.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import millrace.operator.SourceSpec.File;
import millrace.text.Sentences;
import org.jspecify.annotations.Nullable;

/** Reads the records of a file one after the other, each as the texts of the columns asked for. Memory stays flat. */
interface Records extends AutoCloseable {
    /** The longest row that is read, characters. */
    int LONGEST_ROW = 1 << 18;
    /** The longest value of one column, characters. */
    int LONGEST_VALUE = 1 << 16;

    /** The file can't be read any further, or not at all; what was read before counts. */
    final class Broken extends Exception {
        final long line;

        Broken(long line, String message) {
            super(message);
            this.line = line;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** Opens the file at its beginning. */
    static Records open(File spec, List<String> columns) throws Broken {
        try {
            InputStream bytes = spec.opener().open();
            InputStream plain = spec.gzip() ? new Unpacked(bytes) : bytes;
            Reader text = new InputStreamReader(plain, StandardCharsets.UTF_8);
            return switch (spec.format()) {
                case CSV -> new CsvRecords(text, columns);
                case JSON_LINES -> new JsonRecords(text, columns);
            };
        } catch (IOException e) {
            throw new Broken(1, Sentences.of("simulation.file.unopened", String.valueOf(e.getMessage())));
        }
    }

    /** Goes to the next record; false at the end. */
    boolean next() throws Broken;

    /** The line on which the record begins, from 1. */
    long line();

    /** Why the record can't be used; null if it can. */
    @Nullable
    String fault();

    /** The text of a column of those asked for; null or empty = no value. */
    @Nullable
    String get(int column);

    /** The record as text, for messages. */
    String text();

    @Override
    void close();
}

package millrace.simulation;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import millrace.text.Sentences;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object a line. Empty lines are passed over; a line that is no object, or too long, is at fault and the next one is
 * read. Names that nobody asked for are passed over; where a name stands twice the last one counts.
 */
final class JsonRecords implements Records {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(LONGEST_VALUE)
                    .maxNumberLength(200)
                    .maxNameLength(1000)
                    .build())
            .build();
    private final LineReader lines;
    private final Map<String, Integer> columns = new HashMap<>();
    private final @Nullable String[] values;
    private @Nullable String fault;

    JsonRecords(Reader text, List<String> columns) {
        lines = new LineReader(text, LONGEST_ROW);
        for (String column : columns)
            this.columns.putIfAbsent(column, this.columns.size());
        values = new String[columns.size()];
        places = columns.stream().mapToInt(c -> this.columns.getOrDefault(c, 0)).toArray();
    }

    /** For each column asked for, its place among the values: a name may be asked for twice. */
    private final int[] places;

    @Override
    public boolean next() throws Broken {
        try {
            do {
                if (!lines.next()) return false;
            } while (lines.isBlank());
        } catch (IOException e) {
            close();
            throw new Broken(lines.number() + 1,
                    Sentences.of("simulation.file.broken", lines.number(), String.valueOf(e.getMessage())));
        }
        Arrays.fill(values, null);
        fault = lines.isTooLong() ? Sentences.of("simulation.row.too-long", LONGEST_ROW) : read(lines.text());
        return true;
    }

    private @Nullable String read(String line) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return Sentences.of("simulation.row.no-object");
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String trouble = take(parser);
                if (trouble != null) return trouble;
            }
            return parser.nextToken() == null ? null : Sentences.of("simulation.row.follows");
        } catch (JacksonException e) {
            return Sentences.of("simulation.row.no-json", column(e), e.getOriginalMessage());
        }
    }

    private static int column(JacksonException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
    }

    private @Nullable String take(JsonParser parser) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        Integer place = columns.get(name);
        if (place != null && !token.isScalarValue()) return Sentences.of("simulation.row.not-single", name);
        if (place == null) parser.skipChildren();
        else
            values[place] = token == JsonToken.VALUE_NULL ? null : parser.getString();
        return null;
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public @Nullable String fault() {
        return fault;
    }

    @Override
    public @Nullable String get(int column) {
        return values[places[column]];
    }

    @Override
    public String text() {
        return lines.text();
    }

    @Override
    public void close() {
        lines.close();
    }
}

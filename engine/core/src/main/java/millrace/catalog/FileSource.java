package millrace.catalog;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.event.Field;
import millrace.operator.SourceSpec;
import millrace.operator.SourceSpec.File.Format;
import millrace.operator.SourceSpec.File.Opener;
import millrace.operator.SourceSpec.File.TimeFormat;
import millrace.operator.StreamType;

/** Rows of a file beside the design. */
final class FileSource extends SourceType {
    FileSource() {
        super("file", "File", "CSV or JSON Lines", inserted(end(partitions(key(new Form()
                .required("file", "File", "The name of a file beside the design; .gz at its end is unpacked.",
                        new Kind.FileName(true))
                .choice("format", "Format", "How its rows are written.", "csv:CSV", "jsonl:JSON Lines")
                .required("fields", "Fields", "The columns that are read, with their types.", new Kind.Fields())
                .required("eventTime", "Event time", "The column that says when it happened.", new Kind.Text(200))
                .add("arrival", "Arrival", "The column that says when it arrives; empty = in the order of the file.",
                        new Kind.Text(200), Value.of(""))
                .choice("timeFormat", "Times are", "How the two columns write times.", "iso:ISO 8601",
                        "ms:Milliseconds", "s:Seconds", "clock:On the design's clock", "pattern:By a pattern")
                .when("timeFormat", "pattern")
                .required("timePattern", "Pattern", "For example yyyy-MM-dd HH:mm:ss; times are UTC.",
                        new Kind.Text(100))
                .always(), "")))));
    }

    @Override
    public String icon() {
        return "M5 2.5H11.5L15.5 6.5V17.5H5Z M11.5 2.5V6.5H15.5 M8 10.5H12.5 M8 13.5H12.5";
    }

    @Override
    public String help() {
        return "Reads events from a CSV or JSON Lines file beside the design, row by row. Rows that can't be read are "
                + "counted and shown with their line. Common mistake: to take the order of the file for the order of "
                + "things. Without a column for the arrival, a row older than the newest arrives together with the row "
                + "before it, and may be late.";
    }

    @Override
    public List<String> patterns() {
        return List.of("no file yet");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String file = shown(settings, "file");
        return file.isBlank() ? Phrase.of("no file yet") : Phrase.plain(file);
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("file", Value.of(""))
                .withAt("format", Value.of("csv"))
                .withAt("fields", group("value", "long"))
                .withAt("eventTime", Value.of("time"))
                .withAt("timeFormat", Value.of("iso"));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        String name = reader.text("file");
        List<Field> fields = Fields.declared(reader, "fields");
        StreamType type = type(reader, fields);
        int partition = partitionField(reader, type.schema());
        List<String> partitions = reader.names("partitions");
        if (partition >= 0 && partitions.isEmpty()) {
            reader.error("partitions", "catalog.missing.partitions", fields.get(partition).name());
        }
        Format format = reader.choice("format").equals("csv") ? Format.CSV : Format.JSON_LINES;
        String eventTime = column(reader);
        List<SourceSpec.Timetable.Entry> inserted = new Rows(reader, type.schema(), partition, partitions)
                .read("inserted");
        return source(new SourceSpec.File(type, timing(reader, binding, partitions, inserted), name, format,
                name.toLowerCase(Locale.ROOT).endsWith(".gz"), opener(reader, binding, name), eventTime,
                reader.text("arrival"), timeFormat(reader), fields.stream().map(Field::name).toList(),
                partition < 0 ? "" : fields.get(partition).name()));
    }

    private static String column(Reader reader) {
        boolean given = reader.given("eventTime").isPresent();
        String column = reader.text("eventTime");
        if (given && column.isBlank()) {
            reader.error("eventTime", "catalog.missing.event-time");
        }
        return column;
    }

    private static Opener opener(Reader reader, Binding binding, String name) {
        Optional<Opener> opener = Optional.empty();
        if (!name.isBlank()) opener = binding.file(name);
        else if (reader.given("file").isPresent()) {
            reader.error("file", "catalog.missing.file-to-read");
        }
        if (opener.isEmpty() && !name.isBlank()) {
            reader.error("file", "catalog.no-file", Names.shortened(name));
        }
        return opener.orElse(() -> {
            throw new java.io.FileNotFoundException(name);
        });
    }

    private static TimeFormat timeFormat(Reader reader) {
        return switch (reader.choice("timeFormat")) {
            case "ms" -> new TimeFormat(TimeFormat.Kind.MILLIS, "");
            case "s" -> new TimeFormat(TimeFormat.Kind.SECONDS, "");
            case "clock" -> new TimeFormat(TimeFormat.Kind.CLOCK, "");
            case "pattern" -> new TimeFormat(TimeFormat.Kind.PATTERN, pattern(reader));
            default -> new TimeFormat(TimeFormat.Kind.ISO, "");
        };
    }

    private static String pattern(Reader reader) {
        String pattern = reader.text("timePattern");
        try {
            var _ = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        } catch (IllegalArgumentException e) {
            reader.error("timePattern", "catalog.bad-pattern", Names.shortened(pattern));
        }
        return pattern;
    }
}

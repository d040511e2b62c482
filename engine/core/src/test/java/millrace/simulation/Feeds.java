package millrace.simulation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import millrace.design.Clock;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.operator.SourceSpec;
import millrace.operator.SourceSpec.File.Format;
import millrace.operator.SourceSpec.File.TimeFormat;
import millrace.operator.SourceTiming;
import millrace.operator.SourceTiming.EndPolicy;
import millrace.operator.StreamType;
import millrace.operator.WatermarkSpec;
import org.jspecify.annotations.Nullable;

/** Sources for tests, written as a person would. Times are "12:05:19" of one day; the clock starts at 12:00. */
final class Feeds {
    static final Clock CLOCK = Clock.parseStart("12:00:00").orElseThrow();
    static final long NOON = CLOCK.start();

    private Feeds() {}

    static long time(String text) {
        return CLOCK.parse(text).orElseThrow();
    }

    static StreamType type(String... fields) {
        List<Field> list = new ArrayList<>();
        for (String field : fields) {
            String[] parts = field.split(":");
            list.add(new Field(parts[0], FieldType.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT))));
        }
        return new StreamType(Schema.of(list), StreamType.UNKEYED);
    }

    static SourceTiming timing(WatermarkSpec watermark) {
        return new SourceTiming(watermark, 0, 0, List.of(""), false, new EndPolicy.AtLastRow());
    }

    /** Rows of "happened arrives value" or "happened arrives partition value". */
    static SourceSpec.Timetable timetable(SourceTiming timing, String... rows) {
        List<SourceSpec.Timetable.Entry> entries = new ArrayList<>();
        for (String row : rows) {
            String[] parts = row.split(" +");
            int partition = parts.length == 3 ? 0 : timing.partitions().indexOf(parts[2]);
            entries.add(new SourceSpec.Timetable.Entry(entries.size(), time(parts[0]), time(parts[1]), partition,
                    List.of(Long.parseLong(parts[parts.length - 1]))));
        }
        return new SourceSpec.Timetable(type("value:long"), timing, entries);
    }

    /** A CSV file whose columns are the fields, an event time "t" in milliseconds and what is given. */
    static SourceSpec.File csv(StreamType type, String text) {
        return file(type, timing(new WatermarkSpec.Ascending()), Format.CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    static SourceSpec.File json(StreamType type, String text) {
        return file(type, timing(new WatermarkSpec.Ascending()), Format.JSON_LINES,
                text.getBytes(StandardCharsets.UTF_8));
    }

    static SourceSpec.File file(StreamType type, SourceTiming timing, Format format, byte[] bytes) {
        return new SourceSpec.File(type, timing, "test", format, false, () -> new ByteArrayInputStream(bytes), "t", "",
                new TimeFormat(TimeFormat.Kind.MILLIS, ""), names(type), "");
    }

    static List<String> names(StreamType type) {
        return type.schema().fields().stream().map(Field::name).toList();
    }

    static SourceSpec.File with(SourceSpec.File f, String arrival, TimeFormat.Kind kind, String pattern,
            String partition) {
        return new SourceSpec.File(f.type(), f.timing(), f.name(), f.format(), f.gzip(), f.opener(),
                f.eventTimeColumn(), arrival, new TimeFormat(kind, pattern), f.columns(), partition);
    }

    static SourceSpec.File with(SourceSpec.File f, SourceTiming timing) {
        return new SourceSpec.File(f.type(), timing, f.name(), f.format(), f.gzip(), f.opener(), f.eventTimeColumn(),
                f.arrivalColumn(), f.timeFormat(), f.columns(), f.partitionColumn());
    }

    static SourceSpec.File zipped(SourceSpec.File f, SourceSpec.File.Opener opener) {
        return new SourceSpec.File(f.type(), f.timing(), f.name(), f.format(), true, opener, f.eventTimeColumn(),
                f.arrivalColumn(), f.timeFormat(), f.columns(), f.partitionColumn());
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static SourceFeed feed(SourceSpec spec) {
        return SourceFeed.of(spec, spec instanceof SourceSpec.File ? 0 : NOON, 1, "source");
    }

    /** The present row: "eventTime/arrival value value", or "line: reason" of a rejected one; times in ms. */
    static String row(SourceFeed feed, StreamType type) {
        SourceFeed.Rejection rejection = feed.rejection();
        if (rejection != null) return rejection.line() + ": " + rejection.reason();
        long[] nums = new long[type.schema().nums()];
        @Nullable
        Object[] refs = new Object[type.schema().refs()];
        feed.values(nums, refs);
        millrace.event.Event event = new millrace.event.Event(1, feed.eventTime(), type.schema(), nums, refs);
        StringBuilder text = new StringBuilder().append(feed.eventTime()).append('/').append(feed.arrival());
        IntStream.range(0, type.schema().fields().size()).forEach(i -> text.append(' ').append(event.value(i)));
        return text.toString();
    }

    static List<String> rows(SourceSpec spec) {
        return rest(feed(spec), spec.type());
    }

    static List<String> rest(SourceFeed feed, StreamType type) {
        List<String> rows = new ArrayList<>();
        while (feed.advance())
            rows.add(row(feed, type));
        return rows;
    }
}

package millrace.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import millrace.design.Clock;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.operator.SourceSpec.File.Format;

/**
 * The rows of a file sink, flat, so that a file source can read them again (times as on the design's clock): when it came
 * out, its event time, its fields (for a pane the window's bounds among them), and a pane's marks.
 */
final class FileResults implements Results {
    private static final List<String> TIMES = List.of("processingTime", "eventTime");
    private static final List<String> MARKS = List.of("timing", "index", "first", "last", "retraction");

    private final Clock clock;
    private final Writer file;
    private final boolean csv;
    private final JsonLine json = new JsonLine();
    private final CsvLine cells = new CsvLine();

    FileResults(Clock clock, SinkShape sink, Format format, Writer file) {
        this.clock = clock;
        this.file = file;
        csv = format == Format.CSV;
        if (csv) header(sink);
    }

    private void header(SinkShape sink) {
        TIMES.forEach(cells::cell);
        sink.schema().fields().forEach(f -> cells.cell(free(f.name())));
        if (sink.panes()) MARKS.forEach(cells::cell);
        write(cells.line());
    }

    /** A field's name, another one where a column of ours has it. */
    private static String free(String name) {
        return TIMES.contains(name) || MARKS.contains(name) ? "field." + name : name;
    }

    @Override
    public void row(SinkShape sink, long now, Event event) {
        write(csv ? csv(sink, now, event) : json(sink, now, event));
    }

    private CharSequence csv(SinkShape sink, long now, Event event) {
        cells.clear().cell(clock.full(now)).cell(Times.exact(clock, event.time));
        for (int field = 0; field < sink.schema().fields().size(); field++)
            cells.cell(sink.isNumber(field) ? String.valueOf(event.value(field)) : RowText.exact(event, field, clock));
        if (sink.panes()) CsvResults.marks(cells, Pane.of(event));
        return cells.line();
    }

    private CharSequence json(SinkShape sink, long now, Event event) {
        json.clear().begin();
        JsonResults.time(json.name("processingTime"), now, clock);
        JsonResults.time(json.name("eventTime"), event.time, clock);
        for (int field = 0; field < sink.schema().fields().size(); field++)
            value(sink, json.name(free(sink.name(field))), event, field);
        if (sink.panes()) JsonResults.marks(json, Pane.of(event));
        return json.end().line();
    }

    private void value(SinkShape sink, JsonLine to, Event event, int field) {
        if (sink.isNumber(field)) to.value(event.value(field));
        else
            JsonResults.value(to, event, field, clock);
    }

    private void write(CharSequence line) {
        try {
            file.append(line).write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

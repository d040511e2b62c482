package millrace.app.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import millrace.design.Clock;
import millrace.event.Event;
import millrace.event.Pane;

/** CSV with one header for all sinks: what a row has, then a column for each field; a cell is empty where there is none. */
final class CsvResults implements Results {
    private static final List<String> ABOUT = List.of("sink", "processingTime", "eventTime", "key", "windowStart",
            "windowEnd", "timing", "index", "first", "last", "retraction");

    private final Clock clock;
    private final Consumer<CharSequence> lines;
    private final List<String> fields;
    private final CsvLine line = new CsvLine();

    CsvResults(Clock clock, List<SinkShape> sinks, Consumer<CharSequence> lines) {
        this.clock = clock;
        this.lines = lines;
        Set<String> names = new LinkedHashSet<>();
        sinks.forEach(s -> s.fields().forEach(f -> names.add(s.name(f))));
        fields = List.copyOf(names);
        ABOUT.forEach(line::cell);
        fields.forEach(name -> line.cell(ABOUT.contains(name) ? "field." + name : name));
        lines.accept(line.line());
    }

    @Override
    public void row(SinkShape sink, long now, Event event) {
        line.clear().cell(sink.id()).cell(clock.full(now)).cell(Times.exact(clock, event.time));
        line.cell(sink.keyed() ? RowText.exact(event, sink.key(), clock) : "");
        if (sink.panes()) pane(sink, Pane.of(event));
        else
            for (int i = 0; i < 7; i++)
                line.cell("");
        for (String name : fields) {
            OptionalInt field = event.schema.indexOf(name);
            line.cell(field.isPresent() ? RowText.exact(event, field.getAsInt(), clock) : "");
        }
        lines.accept(line.line());
    }

    private void pane(SinkShape sink, Pane pane) {
        line.cell(bound(sink, pane.start())).cell(bound(sink, pane.end()));
        marks(line, pane);
    }

    private String bound(SinkShape sink, long bound) {
        return sink.counted() ? Long.toString(bound) : Times.exact(clock, bound);
    }

    static void marks(CsvLine line, Pane pane) {
        line.cell(pane.timing().word()).cell(String.valueOf(pane.index()));
        line.cell(String.valueOf(pane.first())).cell(String.valueOf(pane.last()));
        line.cell(String.valueOf(pane.retraction()));
    }
}

package millrace.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import millrace.design.Clock;
import millrace.event.Event;
import millrace.event.FieldType;
import millrace.event.Pane;

/**
 * A table for a person: columns as wide as their widest cell among the first rows; a later cell that is wider widens its
 * column from there on. Columns that no sink of the design has are left out; of a short table also those that stay empty.
 */
final class TableResults implements Results {
    private static final int HELD_BACK = 1000;
    private static final String GAP = "  ";
    /** The width of a column that is not shown. */
    private static final int NONE = -1;

    private record Column(String title, boolean right) {}

    private final Clock clock;
    private final Consumer<CharSequence> lines;
    private final boolean keys;
    private final boolean panes;
    private final boolean plain;
    private final boolean several;
    private final List<Column> columns = new ArrayList<>();
    /** Place of a field's column among the fields' columns. */
    private final Map<String, Integer> fields = new LinkedHashMap<>();
    private final int[] widths;
    private final List<String[]> held = new ArrayList<>();
    private boolean begun;

    TableResults(Clock clock, List<SinkShape> sinks, Consumer<CharSequence> lines) {
        this.clock = clock;
        this.lines = lines;
        keys = sinks.stream().anyMatch(SinkShape::keyed);
        panes = sinks.stream().anyMatch(SinkShape::panes);
        plain = sinks.stream().anyMatch(s -> !s.panes());
        several = sinks.size() > 1;
        columns(sinks);
        widths = columns.stream().mapToInt(c -> c.title.length()).toArray();
    }

    private void columns(List<SinkShape> sinks) {
        add(true, "at", false);
        add(several, "sink", false);
        add(plain, "event time", false);
        add(panes, "window", false);
        add(keys, "key", false);
        for (SinkShape sink : sinks) {
            for (int field : sink.fields()) {
                if (field == sink.key() || fields.putIfAbsent(sink.name(field), fields.size()) != null) continue;
                add(true, sink.name(field), right(sink.schema().type(field)));
            }
        }
        add(panes, "timing", false);
    }

    private static boolean right(FieldType type) {
        return type == FieldType.LONG || type == FieldType.DOUBLE;
    }

    private void add(boolean wanted, String title, boolean right) {
        if (wanted) columns.add(new Column(RowText.harmless(title), right));
    }

    @Override
    public void row(SinkShape sink, long now, Event event) {
        String[] cells = cells(sink, now, event);
        for (int i = 0; i < cells.length; i++)
            widths[i] = Math.max(widths[i], width(cells[i]));
        if (begun) lines.accept(line(cells));
        else
            hold(cells);
    }

    private void hold(String[] cells) {
        held.add(cells);
        if (held.size() == HELD_BACK) begin();
    }

    private String[] cells(SinkShape sink, long now, Event event) {
        List<String> cells = new ArrayList<>(columns.size());
        cells.add(clock.format(now));
        if (several) cells.add(sink.id());
        if (plain) cells.add(sink.panes() ? "" : Times.text(clock, event.time));
        if (panes) cells.add(sink.panes() ? window(sink, Pane.of(event)) : "");
        if (keys) cells.add(sink.keyed() ? RowText.shown(event, sink.key(), clock) : "");
        String[] values = new String[fields.size()];
        Arrays.fill(values, "");
        for (int field : sink.fields()) {
            if (field != sink.key())
                values[fields.getOrDefault(sink.name(field), 0)] = RowText.shown(event, field, clock);
        }
        cells.addAll(Arrays.asList(values));
        if (panes) cells.add(sink.panes() ? timing(Pane.of(event)) : "");
        return cells.toArray(String[]::new);
    }

    private String window(SinkShape sink, Pane pane) {
        return Times.window(clock, sink, pane.start(), pane.end());
    }

    private static String timing(Pane pane) {
        return pane.retraction() ? pane.timing().word() + ", taken back" : pane.timing().word();
    }

    @Override
    public void end() {
        if (begun) return;
        for (int i = 0; i < widths.length && !held.isEmpty(); i++) {
            if (isEmpty(i)) widths[i] = NONE;
        }
        begin();
    }

    private boolean isEmpty(int column) {
        return held.stream().allMatch(cells -> cells[column].isEmpty());
    }

    private void begin() {
        begun = true;
        lines.accept(line(columns.stream().map(Column::title).toArray(String[]::new)));
        held.forEach(cells -> lines.accept(line(cells)));
        held.clear();
    }

    private CharSequence line(String[] cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            if (widths[i] == NONE) continue;
            String padding = " ".repeat(widths[i] - width(cells[i]));
            if (!line.isEmpty()) line.append(GAP);
            if (columns.get(i).right) line.append(padding).append(cells[i]);
            else
                line.append(cells[i]).append(padding);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}

package millrace.catalog;

import java.util.List;
import java.util.Optional;
import millrace.catalog.PortSpec.Carries;
import millrace.design.Value;
import millrace.operator.JoinShape;
import millrace.operator.JoinType;
import millrace.operator.StreamTableJoin;
import millrace.operator.TimeDomain;
import millrace.operator.Work;

/** Looks up a row of a table for each event. */
final class StreamTableType extends BaseType {
    StreamTableType() {
        super("stream-table-join", "Stream-table", "Events look up a row", Group.JOINS, settings());
    }

    private static Form settings() {
        Form form = new Form()
                .choice("asOf", "As of", "Which state of the table counts for an event.",
                        "event:Event time", "processing:Processing time")
                .choice("type", "Type", "Whether an event leaves though the table has no row for it.", "inner:Inner",
                        "left:Left");
        return JoinFields.names(JoinFields.keys(form, "stream", "table"), "stream", "table");
    }

    @Override
    public String icon() {
        return "M2.5 10H8 M5.5 7.5L8 10L5.5 12.5 M10.5 4.5H17.5V15.5H10.5Z M10.5 8H17.5 M10.5 12H17.5";
    }

    @Override
    public String help() {
        return "Adds to each event the table's row of its key. As of processing time it takes what the table holds just "
                + "then; as of event time it waits for the watermark and takes the row that was valid when the event "
                + "happened. Changes of the table make no result. Common mistake: to expect the table to wait or to call "
                + "back. An event that comes before its row stays without it.";
    }

    @Override
    public List<PortSpec> inputs(Value.Group settings) {
        return List.of(new PortSpec("stream", Carries.ADDITIONS, true), new PortSpec("table", Carries.CHANGES, true));
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return shown(settings, "asOf").equals("processing") ? List.of(OUT)
                : List.of(OUT, new PortSpec("late", Carries.LATE, true));
    }

    @Override
    public List<String> patterns() {
        return List.of("{0}, as of {1} time", "Look up");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        return Phrase.of("{0}, as of {1} time", shown(settings, "type"), shown(settings, "asOf"));
    }

    @Override
    public Phrase suggestedName(Value.Group settings) {
        return Phrase.of("Look up");
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("streamKey", Value.of("key"))
                .withAt("tableKey", Value.of("key"));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        TimeDomain asOf = reader.choice("asOf").equals("event") ? TimeDomain.EVENT : TimeDomain.PROCESSING;
        JoinType type = IntervalType.type(reader);
        if (binding.inputs().getFirst().schema().changelog())
            reader.error("streamKey", "catalog.changes-as-events.stream");
        Optional<JoinShape> shape = JoinFields.read(reader, binding, "stream", "table")
                .map(f -> f.both(true).events());
        if (shape.isEmpty()) return IntervalType.unjoined(reader, binding);
        StreamTableJoin join = new StreamTableJoin(shape.get(), type, asOf, binding.dialect(), binding.batch());
        var out = shape.get().out();
        return new Binding.Bound(new Work.Transform(join),
                asOf == TimeDomain.EVENT ? List.of(out, out) : List.of(out));
    }
}

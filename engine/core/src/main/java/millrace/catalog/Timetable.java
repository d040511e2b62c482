package millrace.catalog;

import java.util.List;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.operator.SourceSpec;
import millrace.operator.StreamType;

/** A typed table of events: when each happened, when it arrives, and what it says. */
final class Timetable extends SourceType {
    Timetable() {
        super("timetable", "Event list", "Typed or pasted events", inserted(end(partitions(key(new Form()
                .required("fields", "Fields", "The name and the type of what each event says.", new Kind.Fields())
                .add("rows", "Events", "When each happened, when it arrives, and its values.", new Kind.Rows(),
                        Value.of(List.of())),
                "")))));
    }

    @Override
    public String icon() {
        return "M3.5 5H16.5 M3.5 10H16.5 M3.5 15H11";
    }

    @Override
    public String help() {
        return "Sends the events of a table, each at the time at which it arrives. An event that arrives later than it "
                + "happened is ordinary: the distance between the two is what watermarks and lateness are about. "
                + "Common mistake: to expect the windows to follow the arrivals. A window belongs to the time at which "
                + "things happened, and closes by the watermark, not by the clock.";
    }

    @Override
    public List<String> patterns() {
        return List.of("{0} event", "{0} events");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        return counted(size(settings, "rows"), "{0} event", "{0} events");
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("fields", group("value", "long"))
                .withAt("rows", Value.of(List.of(Value.of(List.of(Value.of("12:00:05"), Form.NONE, Value.of(5))),
                        Value.of(List.of(Value.of("12:00:20"), Form.NONE, Value.of(7))))));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType type = type(reader, Fields.declared(reader, "fields"));
        Rows rows = new Rows(reader, type.schema(), partitionField(reader, type.schema()),
                reader.names("partitions"));
        List<SourceSpec.Timetable.Entry> entries = rows.read("rows");
        List<SourceSpec.Timetable.Entry> inserted = rows.read("inserted");
        return source(new SourceSpec.Timetable(type, timing(reader, binding, rows.partitions(), inserted), entries));
    }
}

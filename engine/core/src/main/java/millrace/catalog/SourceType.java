package millrace.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.operator.Interference;
import millrace.operator.SourceSpec;
import millrace.operator.SourceSpec.Timetable.Entry;
import millrace.operator.SourceTiming;
import millrace.operator.SourceTiming.EndPolicy;
import millrace.operator.StreamType;
import millrace.operator.WatermarkSpec;
import millrace.operator.Work;

/** What the sources share: key, watermark, idleness, partitions and end. */
abstract class SourceType extends BaseType {
    private static final int MOST_PARTITIONS = 64;

    SourceType(String id, String title, String line, Form own) {
        super(id, title, line, Group.SOURCES, shared(own));
    }

    private static Form shared(Form form) {
        form.always()
                .choice("watermark.strategy", "Watermark", "How the source says how far event time has come.",
                        "ascending:Newest so far", "bounded:Newest less a bound", "perfect:Knows the future",
                        "script:By a table", "none:None until the end")
                .when("watermark.strategy", "bounded")
                .duration("watermark.bound", "Bound",
                        "How much older than the newest an event may be without being late.",
                        0, "10 s")
                .when("watermark.strategy", "script")
                .add("watermark.script", "Watermark table", "At these times the watermark becomes these values.",
                        new Kind.Script(), Value.of(List.of()))
                .when("watermark.strategy", "ascending", "bounded", "perfect")
                .duration("watermark.every", "Stated every",
                        "Processing time between watermarks; 0 s states one after every event.", 0, "0 s")
                .always()
                .duration("idleAfter", "Idle after",
                        "Without an event for so long it holds nobody back; 0 s means never.", 0, "0 s")
                .choice("timestamps", "Timestamps", "Ingestion stamps each event with its arrival.",
                        "event:As it happened",
                        "ingestion:On arrival")
                .add("touched", "Touched", "Single events, by their number from 1: left out, put off or doubled.",
                        new Kind.Groups(Touches.touch()), Value.of(List.of()))
                .add("stops", "Stops", "Between these times it is silent.", new Kind.Groups(Touches.stop()),
                        Value.of(List.of()));
        return form;
    }

    /** Partitions by a field's value. */
    static Form partitions(Form form) {
        return form.always()
                .add("partitions", "Partitions", "Each has a watermark of its own; none named means one.",
                        new Kind.Names(),
                        Value.of(List.of()))
                .add("partitionBy", "Partition by", "The text field whose value names the partition.",
                        new Kind.Field(false), Value.of(""));
    }

    static Form end(Form form) {
        return form.always()
                .choice("end", "Ends", "When the source says that nothing follows.", "last row:With its last row",
                        "never:Never", "at:At a time")
                .when("end", "at")
                .required("endAt", "End at", "The time at which it ends, or with its last row if that is later.",
                        new Kind.Time())
                .always();
    }

    /** Events that it would not have sent. */
    static Form inserted(Form form) {
        return form.always()
                .add("inserted", "Inserted", "Events besides: when each happened, when it arrives, and its values.",
                        new Kind.Rows(), Value.of(List.of()));
    }

    static Form key(Form form, String usual) {
        return form.always()
                .add("key", "Key", "The field whose value is the key; windows keep each key apart.",
                        new Kind.Field(false),
                        Value.of(usual));
    }

    @Override
    public List<PortSpec> inputs(Value.Group settings) {
        return List.of();
    }

    static StreamType type(Reader reader, List<Field> fields) {
        Schema schema = Schema.of(fields);
        return new StreamType(schema, Fields.index(reader, "key", schema));
    }

    static SourceTiming timing(Reader reader, Binding binding, List<String> partitions) {
        return timing(reader, binding, partitions, List.of());
    }

    static SourceTiming timing(Reader reader, Binding binding, List<String> partitions, List<Entry> inserted) {
        Interference interference = Touches.read(reader, inserted);
        WatermarkSpec watermark = watermark(reader);
        long period = reader.applies("watermark.every") ? reader.duration("watermark.every") : 0;
        long idle = reader.duration("idleAfter");
        boolean ingestion = reader.choice("timestamps").equals("ingestion");
        EndPolicy end = end(reader);
        if (partitions.size() > MOST_PARTITIONS) {
            reader.error("partitions", "catalog.too-many.partitions", partitions.size(), MOST_PARTITIONS);
        }
        List<String> named = partitions.isEmpty() ? List.of("") : partitions;
        if (!binding.batch()) return new SourceTiming(watermark, period, idle, named, ingestion, end, interference);
        // A batch is complete when its rows are: until then nothing is known of event time, and nothing is idle.
        EndPolicy whole = end instanceof EndPolicy.Hold ? new EndPolicy.AtLastRow() : end;
        return new SourceTiming(new WatermarkSpec.None(), 0, 0, named, ingestion, whole, interference);
    }

    private static WatermarkSpec watermark(Reader reader) {
        return switch (reader.choice("watermark.strategy")) {
            case "bounded" -> new WatermarkSpec.Bounded(reader.duration("watermark.bound"));
            case "perfect" -> new WatermarkSpec.Perfect();
            case "script" -> Rows.script(reader, "watermark.script");
            case "none" -> new WatermarkSpec.None();
            default -> new WatermarkSpec.Ascending();
        };
    }

    private static EndPolicy end(Reader reader) {
        return switch (reader.choice("end")) {
            case "never" -> new EndPolicy.Hold();
            case "at" -> {
                OptionalLong at = reader.time("endAt");
                yield new EndPolicy.At(at.orElse(0));
            }
            default -> new EndPolicy.AtLastRow();
        };
    }

    /** The field that names the partition; -1 if there is none. */
    static int partitionField(Reader reader, Schema schema) {
        int field = Fields.index(reader, "partitionBy", schema);
        if (field >= 0 && schema.type(field) != FieldType.STRING) {
            reader.error("partitionBy", "catalog.wrong-types.partition", schema.fields().get(field).name(),
                    schema.type(field).word());
        }
        boolean needed = reader.names("partitions").size() > 1 && reader.text("partitionBy").isBlank();
        if (needed) partitionNeeded(reader, schema);
        return field;
    }

    private static void partitionNeeded(Reader reader, Schema schema) {
        Optional<Field> text = schema.fields().stream().filter(f -> f.type() == FieldType.STRING).findFirst();
        if (text.isPresent()) reader.error("partitionBy", "catalog.missing.partition.such-as", text.get().name());
        else
            reader.error("partitionBy", "catalog.missing.partition");
    }

    static Binding.Bound source(SourceSpec spec) {
        return new Binding.Bound(new Work.Source(spec), List.of(spec.type()));
    }
}

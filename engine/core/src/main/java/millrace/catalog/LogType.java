package millrace.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import millrace.catalog.PortSpec.Carries;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.event.FieldType;
import millrace.operator.Log;
import millrace.operator.LogGroup;
import millrace.operator.StreamType;
import millrace.operator.WatermarkSpec;
import millrace.operator.Work;

/** Keeps what it is given; groups read it, each from a place of its own. */
final class LogType extends BaseType {
    private static final int MOST_PARTITIONS = 64;

    LogType() {
        super("log", "Log", "Partitions and offsets", Group.BROKERS, time(kept(LogGroups.add(dealt()))));
    }

    private static Form dealt() {
        return new Form().whole("partitions", "Partitions", "Order holds within each, and only there.", 1,
                MOST_PARTITIONS, 1)
                .choice("assign", "Dealt out", "What decides to which partition an event is appended.", "key:By key",
                        "hash:By a field", "number:By a number in a field")
                .when("assign", "hash", "number")
                .required("partitionBy", "Field", "Its value decides: equal values go to one partition.",
                        new Kind.Field(false))
                .always();
    }

    private static Form kept(Form form) {
        return form.always()
                .duration("retention.age", "Kept for", "What is as old as this is removed; 0 s keeps all.", 0, "0 s")
                .whole("retention.records", "Kept records", "The newest that are kept in each partition; 0 keeps all.",
                        0, Integer.MAX_VALUE, 0)
                .choice("compaction", "Compaction", "Whether a cleaner keeps only the last record of each key.",
                        "off:Off", "on:Last of each key")
                .when("compaction", "on")
                .whole("segment", "Segment", "Records to a segment; the last segment is active and never cleaned.", 1,
                        1_000_000, 4)
                .duration("cleanEvery", "Cleaned every", "How often the cleaner runs; 0 s means only at set times.", 0,
                        "0 s")
                .add("cleanAt", "Cleaned at", "Times at which the cleaner runs besides.", new Kind.Times(),
                        Value.of(List.of()))
                .duration("keepTombstones", "Tombstones kept",
                        "How long a tombstone outlives the run of the cleaner that first met it.", 0, "60 s");
    }

    private static Form time(Form form) {
        return form.always()
                .choice("watermark.strategy", "Watermark",
                        "How each group says, of each partition, how far event time has come.",
                        "ascending:Newest so far", "bounded:Newest less a bound", "none:None until the end")
                .when("watermark.strategy", "bounded")
                .duration("watermark.bound", "Bound",
                        "How much older than the newest an event may be without being late.", 0, "10 s")
                .always()
                .duration("idleAfter", "Idle after",
                        "Without an event for so long a partition or a reader holds nobody back; 0 s means never.", 0,
                        "0 s")
                .choice("end", "Ends", "When a group is told that nothing follows.", "input:With its input",
                        "never:Never");
    }

    @Override
    public String icon() {
        return "M2.5 6.5H17.5V13.5H2.5Z M6.5 6.5V13.5 M10.5 6.5V13.5 M14 3V6.5 M14 13.5V17";
    }

    @Override
    public String help() {
        return "Appends each event to one of its partitions and keeps it. Every consumer group is an output: it reads each "
                + "partition in order from a place of its own, and what one group has read stays there for the others. A "
                + "partition is read by one reader of a group, and a reader takes from its partitions in turn. A record "
                + "with nothing but its key is a tombstone: compaction removes the key. Common mistake: to count on one "
                + "order for the whole log. Order holds within a partition, and more readers than partitions only "
                + "wait, and hold the watermark back.";
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return LogGroups.names(settings).stream().map(n -> new PortSpec(n, Carries.SAME, true)).toList();
    }

    @Override
    public List<String> patterns() {
        return List.of("{0} partition", "{0} partitions", "{0}: {1}");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String partitions = shown(settings, "partitions");
        Phrase count = Phrase.of(partitions.equals("1") ? "{0} partition" : "{0} partitions", partitions);
        return LogGroups.summary(settings).map(g -> Phrase.with("{0}: {1}", count, Phrase.plain(g))).orElse(count);
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY;
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType in = binding.inputs().getFirst();
        int partitions = (int) reader.whole("partitions");
        List<LogGroup> groups = LogGroups.read(reader, partitions);
        boolean holds = reader.choice("end").equals("never") && !binding.batch();
        Log.Retention retention = new Log.Retention(reader.duration("retention.age"),
                reader.whole("retention.records"));
        long idle = binding.batch() ? 0 : reader.duration("idleAfter");
        WatermarkSpec watermark = binding.batch() ? new WatermarkSpec.None() : watermark(reader);
        Log log = new Log(in, partitions, assign(reader, in), binding.clock().start(), watermark, idle, holds,
                retention, compaction(reader, in), groups);
        return new Binding.Bound(new Work.Transform(log), Collections.nCopies(groups.size(), in));
    }

    private static Log.Assign assign(Reader reader, StreamType in) {
        String by = reader.choice("assign");
        if (by.equals("key")) return new Log.Assign.Hashed(in.key());
        int field = Fields.index(reader, "partitionBy", in.schema());
        if (by.equals("hash")) return new Log.Assign.Hashed(field);
        boolean fits = field < 0 || in.schema().type(field) == FieldType.LONG
                || in.schema().type(field) == FieldType.STRING;
        if (!fits)
            reader.error("partitionBy", "catalog.wrong-types.numbered");
        return new Log.Assign.Numbered(Math.max(0, field));
    }

    private static WatermarkSpec watermark(Reader reader) {
        return switch (reader.choice("watermark.strategy")) {
            case "bounded" -> new WatermarkSpec.Bounded(reader.duration("watermark.bound"));
            case "none" -> new WatermarkSpec.None();
            default -> new WatermarkSpec.Ascending();
        };
    }

    private static Optional<Log.Compaction> compaction(Reader reader, StreamType in) {
        if (!reader.choice("compaction").equals("on")) return Optional.empty();
        if (!in.keyed() && !in.schema().fields().isEmpty())
            reader.error("compaction", "catalog.wrong-types.compaction");
        return Optional.of(new Log.Compaction((int) reader.whole("segment"), reader.duration("cleanEvery"),
                reader.times("cleanAt"), reader.duration("keepTombstones")));
    }
}

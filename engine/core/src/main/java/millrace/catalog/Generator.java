package millrace.catalog;

import java.util.List;
import java.util.OptionalLong;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.operator.SourceSpec;
import millrace.operator.SourceSpec.Delay;
import millrace.operator.SourceSpec.Timetable.Entry;
import millrace.operator.SourceSpec.Values;
import millrace.operator.SourceTiming;
import millrace.operator.StreamType;

/** Random events by a seed: as many as wished, with keys, values and delays of known distributions. */
final class Generator extends SourceType {
    private static final List<Field> FIELDS = List.of(new Field("key", FieldType.STRING),
            new Field("value", FieldType.LONG));
    private static final long LARGEST = 1_000_000_000_000L;
    private static final String DAY = "The time from happening to arriving.";

    Generator() {
        super("generator", "Generator", "Random, with a seed",
                inserted(end(key(delays(values(amounts(new Form()))), "key")
                        .add("partitions", "Partitions", "Each has a watermark of its own; equal keys share one.",
                                new Kind.Names(), Value.of(List.of())))));
    }

    private static Form amounts(Form form) {
        return form.whole("events", "Events", "How many in all; 0 means without end.", 0, 1_000_000_000, 100)
                .decimal("rate", "Rate", "Events per second of event time.", 0.000001, 1_000_000, "1")
                .duration("bursts.every", "Burst every", "How often the rate rises; 0 s means never.", 0, "0 s")
                .duration("bursts.for", "Burst lasts", "How long the rate stays high.", 0, "10 s")
                .decimal("bursts.factor", "Burst factor", "How many times the rate is as high then.", 0.001, 10_000,
                        "5")
                .whole("keys.count", "Keys", "How many different keys there are.", 1, 1_000_000, 3)
                .decimal("keys.zipf", "Zipf", "0 = all keys equally often; 1 = a few make up most.", 0, 10, "0");
    }

    private static Form values(Form form) {
        return form.choice("values.distribution", "Values", "How the values are spread.", "uniform:Uniform",
                "constant:Constant", "normal:Normal", "sequence:1, 2, 3, ...")
                .when("values.distribution", "uniform")
                .whole("values.from", "From", "The smallest value.", -LARGEST, LARGEST, 1)
                .whole("values.to", "To", "The largest value.", -LARGEST, LARGEST, 9)
                .when("values.distribution", "constant")
                .whole("values.value", "Value", "The value of every event.", -LARGEST, LARGEST, 1)
                .when("values.distribution", "normal")
                .decimal("values.mean", "Mean", "The middle of the values.", -1e12, 1e12, "20")
                .decimal("values.deviation", "Deviation", "Two in three values lie within it.", 0, 1e12, "5")
                .always();
    }

    private static Form delays(Form form) {
        return form.choice("delay.distribution", "Delay", DAY, "constant:Constant", "uniform:Uniform", "normal:Normal",
                "exponential:Exponential", "pareto:Pareto")
                .when("delay.distribution", "constant", "normal", "exponential")
                .duration("delay.mean", "Mean", "The usual delay.", 0, "0 s")
                .when("delay.distribution", "normal")
                .duration("delay.deviation", "Deviation", "Two in three delays lie within it.", 0, "1 s")
                .when("delay.distribution", "uniform")
                .duration("delay.from", "From", "The shortest delay.", 0, "0 s")
                .duration("delay.to", "To", "The longest delay.", 0, "10 s")
                .when("delay.distribution", "pareto")
                .duration("delay.scale", "Scale", "The shortest delay.", 1, "1 s")
                .decimal("delay.shape", "Shape", "Smaller means more very long delays.", 0.1, 100, "1.5")
                .always()
                .add("outage.from", "Outage from", "What happens from here on is held back, as in a tunnel.",
                        new Kind.Time(), Form.NONE)
                .add("outage.to", "Outage to", "Here all that was held back arrives.", new Kind.Time(), Form.NONE);
    }

    @Override
    public String icon() {
        return "M2.5 10H5.5L8 4L12 16L14.5 10H17.5";
    }

    @Override
    public String help() {
        return "Makes random events with a key and a value; the same seed gives the same events every time. Delays put "
                + "them out of order, an outage holds them back and lets them arrive together. Common mistake: to leave "
                + "the watermark at 'newest so far' while delays differ: then nearly every slow event is late.";
    }

    @Override
    public List<String> patterns() {
        return List.of("{0} a second, without end", "{0} a second, {1} events");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String rate = shown(settings, "rate");
        String events = shown(settings, "events");
        return events.equals("0") ? Phrase.of("{0} a second, without end", rate)
                : Phrase.of("{0} a second, {1} events", rate, events);
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("events", Value.of(100))
                .withAt("rate", Value.of(1))
                .withAt("delay.distribution", Value.of("exponential"))
                .withAt("delay.mean", Value.of("5 s"))
                .withAt("watermark.strategy", Value.of("bounded"))
                .withAt("watermark.bound", Value.of("10 s"));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        long events = reader.whole("events");
        if (events == 0 && binding.batch()) {
            reader.error("events", "catalog.endless-batch");
        }
        double rate = reader.decimal("rate");
        List<String> partitions = reader.names("partitions");
        StreamType type = type(reader, FIELDS);
        SourceTiming timing = timing(reader, binding, partitions, inserted(reader, type, partitions));
        return source(new SourceSpec.Generator(type, timing, events == 0 ? Long.MAX_VALUE : events,
                rate,
                reader.duration("bursts.every"), burstFor(reader), reader.decimal("bursts.factor"),
                new SourceSpec.Keys((int) reader.whole("keys.count"), reader.decimal("keys.zipf")), values(reader),
                delay(reader)));
    }

    /** Equal keys share a partition, as those drawn do. */
    private static List<Entry> inserted(Reader reader, StreamType type, List<String> partitions) {
        return new Rows(reader, type.schema(), -1, List.of()).read("inserted")
                .stream()
                .map(e -> new Entry(e.line(), e.eventTime(), e.arrival(),
                        SourceSpec.Keys.partition(String.valueOf(e.values().getFirst()), partitions), e.values()))
                .toList();
    }

    private static long burstFor(Reader reader) {
        long every = reader.duration("bursts.every");
        long lasts = reader.duration("bursts.for");
        if (every > 0 && lasts > every) {
            reader.error("bursts.for", "catalog.out-of-range.burst");
        }
        return lasts;
    }

    private static Values values(Reader reader) {
        return switch (reader.choice("values.distribution")) {
            case "constant" -> new Values.Constant(reader.whole("values.value"));
            case "normal" -> new Values.Normal(reader.decimal("values.mean"), reader.decimal("values.deviation"));
            case "sequence" -> new Values.Sequence();
            default -> {
                long from = reader.whole("values.from");
                long to = reader.whole("values.to");
                ordered(reader, "values", from, to);
                yield new Values.Uniform(from, to);
            }
        };
    }

    private static Delay delay(Reader reader) {
        Delay usual = switch (reader.choice("delay.distribution")) {
            case "uniform" -> {
                long from = reader.duration("delay.from");
                long to = reader.duration("delay.to");
                ordered(reader, "delay", from, to);
                yield new Delay.Uniform(from, to);
            }
            case "normal" -> new Delay.Normal(reader.duration("delay.mean"), reader.duration("delay.deviation"));
            case "exponential" -> new Delay.Exponential(reader.duration("delay.mean"));
            case "pareto" -> new Delay.Pareto(reader.duration("delay.scale"), reader.decimal("delay.shape"));
            default -> new Delay.Constant(reader.duration("delay.mean"));
        };
        return outage(reader, usual);
    }

    private static Delay outage(Reader reader, Delay usual) {
        OptionalLong from = reader.time("outage.from");
        OptionalLong to = reader.time("outage.to");
        if (from.isEmpty() && to.isEmpty()) return usual;
        boolean both = from.isPresent() && to.isPresent();
        if (!both && !reader.failed()) {
            String missing = from.isEmpty() ? "outage.from" : "outage.to";
            reader.error(missing, "catalog.missing.outage", missing);
        }
        ordered(reader, "outage", from.orElse(0), to.orElse(Long.MAX_VALUE));
        return new Delay.Outage(from.orElse(0), to.orElse(0), usual);
    }

    private static void ordered(Reader reader, String group, long from, long to) {
        if (from > to) {
            reader.error(group + ".to", "catalog.out-of-range.order", group + ".to", group + ".from");
        }
    }
}

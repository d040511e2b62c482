package millrace.catalog;

import java.util.List;
import java.util.Optional;
import millrace.catalog.Setting.Kind;
import millrace.design.Durations;
import millrace.design.Value;
import millrace.operator.IntervalJoin;
import millrace.operator.JoinShape;
import millrace.operator.JoinType;
import millrace.operator.Work;

/** Pairs events of two streams that lie near each other in time. */
final class IntervalType extends StreamJoinType {
    private static final long FOR_EVER = Long.MAX_VALUE;

    IntervalType() {
        super("interval-join", "Interval", "Pairs near in time", settings());
    }

    private static Form settings() {
        Form form = JoinFields.keys(new Form(), "left", "right")
                .duration("lower", "From", "The earliest time of a right event, after that of the left one.",
                        -Durations.MAX, "0 s")
                .duration("upper", "To", "The latest time of a right event, after that of the left one.",
                        -Durations.MAX)
                .choice("type", "Type", "Which events leave though they found no partner.", "inner:Inner", "left:Left",
                        "right:Right", "full:Full")
                .add("ttl", "Time to live",
                        "So long after its own time an event is kept at most; none: as long as needed.",
                        new Kind.Duration(0, Durations.MAX), Form.NONE)
                .duration("grace", "Grace", "Only as Kafka Streams: how much longer events without a partner wait.", 0,
                        "0 s");
        return JoinFields.names(form, "left", "right");
    }

    @Override
    public String icon() {
        return "M2.5 5.5H17.5 M2.5 14.5H17.5 M6 5.5V8.5L10 14.5 M10 5.5L14 11.5V14.5";
    }

    @Override
    public String help() {
        return "Pairs a left event with every right one of the same key whose time lies from 'from' to 'to' after its own, "
                + "both included. A pair leaves as soon as both are there; an event without a partner leaves only when "
                + "the watermark shows that none can come. Common mistake: to ask for unmatched events and to forget the "
                + "quiet side. The watermark is the smaller of the two, and as long as one side is silent nobody may be "
                + "called unmatched.";
    }

    @Override
    public List<String> patterns() {
        return List.of("{0}, {1} to {2}", "Interval join");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        return Phrase.of("{0}, {1} to {2}", shown(settings, "type"), duration(settings, "lower"),
                duration(settings, "upper"));
    }

    @Override
    public Phrase suggestedName(Value.Group settings) {
        return Phrase.of("Interval join");
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("leftKey", Value.of("key"))
                .withAt("rightKey", Value.of("key"))
                .withAt("upper", Value.of("2 min"));
    }

    /** The type, of all four or those that a join has. */
    static JoinType type(Reader reader) {
        return switch (reader.choice("type")) {
            case "left" -> JoinType.LEFT;
            case "right" -> JoinType.RIGHT;
            case "full" -> JoinType.FULL;
            default -> JoinType.INNER;
        };
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        long lower = reader.duration("lower");
        long upper = reader.duration("upper");
        if (!reader.failed() && upper < lower)
            reader.error("upper", "catalog.out-of-range.order", "upper", "lower");
        JoinFields.noChanges(reader, binding, "left", "right");
        long ttl = reader.given("ttl").isEmpty() ? FOR_EVER : reader.duration("ttl");
        long grace = reader.duration("grace");
        JoinType type = type(reader);
        Optional<JoinShape> shape = JoinFields.read(reader, binding, "left", "right")
                .map(f -> f.both(false).times().events());
        if (shape.isEmpty()) return unjoined(reader, binding);
        IntervalJoin join = new IntervalJoin(shape.get(), type, lower, upper, ttl, grace, binding.dialect(),
                binding.batch());
        return new Binding.Bound(new Work.Transform(join), List.of(shape.get().out(), shape.get().out()));
    }

    /** Something for a node whose inputs are not known: it is thrown away. */
    static Binding.Bound unjoined(Reader reader, Binding binding) {
        if (!reader.failed()) reader.error("", "catalog.wrong-types.no-join");
        return new Binding.Bound(new Work.Transform(new millrace.operator.PassThrough(binding.inputs().getFirst())),
                List.of(binding.inputs().getFirst()));
    }
}

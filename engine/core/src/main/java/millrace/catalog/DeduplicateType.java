package millrace.catalog;

import java.util.List;
import java.util.Optional;
import millrace.catalog.PortSpec.Carries;
import millrace.catalog.Setting.Kind;
import millrace.design.Durations;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.operator.Deduplicate;
import millrace.operator.Operator;
import millrace.operator.StreamType;
import millrace.operator.TableByKey;
import millrace.operator.Work;

/** One event of each key: the first, or the last. */
final class DeduplicateType extends BaseType {
    DeduplicateType() {
        super("deduplicate", "Deduplicate", "One event of each key", Group.TABLES, new Form()
                .add("by", "Key", "The field that tells events apart; empty = the key.", new Kind.Field(false),
                        Form.NONE)
                .choice("keep", "Keep", "Which event of a key counts.", "first:The first", "last:The last")
                .when("keep", "first")
                .add("for", "Time to live", "How long a key is known, by the clock; empty = for ever.",
                        new Kind.Duration(1, Durations.MAX), Form.NONE)
                .when("keep", "last")
                .choice("order", "The last by", "When it happened, or when it came.", "event:Event time",
                        "arrival:Arrival"));
    }

    @Override
    public String icon() {
        return "M2.5 10H6 M14 10H17.5 M6 6.5H11V11.5H6Z M9 11.5V14H14V8.5H11";
    }

    @Override
    public String help() {
        return "Lets one event of each key through. The first goes on as it is, and what follows with the same key ends "
                + "here; the last is a table, in which each better one replaces the one before. Common mistake: to give a time to live "
                + "that is shorter than a duplicate may take. A key that is forgotten is new again.";
    }

    @Override
    public List<PortSpec> inputs(Value.Group settings) {
        return List.of(ADDITIONS_IN);
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        boolean last = shown(settings, "keep").equals("last");
        return List.of(new PortSpec(PortRef.OUT, last ? Carries.CHANGES : Carries.EVENTS, true));
    }

    @Override
    public List<String> patterns() {
        return List.of("the {0} by key", "the {0} by {1}", "{0}, for {1}");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String by = shown(settings, "by");
        Phrase kept = by.isBlank() ? Phrase.of("the {0} by key", shown(settings, "keep"))
                : Phrase.of("the {0} by {1}", shown(settings, "keep"), by);
        boolean forgets = shown(settings, "keep").equals("first") && !shown(settings, "for").isBlank();
        return forgets ? Phrase.with("{0}, for {1}", kept, Phrase.plain(duration(settings, "for"))) : kept;
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("by", Value.of("key"))
                .withAt("keep", Value.of("first"));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType in = binding.inputs().getFirst();
        int key = TableType.key(reader, in);
        if (in.schema().changelog())
            reader.error("keep", "catalog.changes.one-row-each");
        boolean first = reader.choice("keep").equals("first");
        Optional<Operator> firstOf = first ? Optional.of(new Deduplicate(key, timeToLive(reader))) : Optional.empty();
        boolean byEventTime = !first && reader.choice("order").equals("event");
        if (reader.failed()) return new Binding.Bound(TableType.nothing(in), List.of(in));
        StreamType out = first ? in : TableByKey.outputType(in, key, -1);
        Operator operator = firstOf.orElseGet(() -> new TableByKey(in, out, key, -1, false, byEventTime));
        return new Binding.Bound(new Work.Transform(operator), List.of(out));
    }

    private static long timeToLive(Reader reader) {
        return reader.given("for").isPresent() ? reader.duration("for") : Long.MAX_VALUE;
    }
}

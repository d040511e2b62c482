package millrace.catalog;

import java.util.List;
import java.util.Optional;
import millrace.catalog.PortSpec.Carries;
import millrace.catalog.Setting.Kind;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.event.FieldType;
import millrace.operator.AggregateSpec;
import millrace.operator.RunningAggregate;
import millrace.operator.StreamType;
import millrace.operator.Work;

/** A running table of what is computed of all events so far. */
final class AggregateType extends BaseType {
    private static final int MOST_LAST = 100_000;
    static final PortSpec CHANGES_IN = new PortSpec(PortRef.IN, Carries.CHANGES, true);
    static final PortSpec CHANGES_OUT = new PortSpec(PortRef.OUT, Carries.CHANGES, true);

    AggregateType() {
        super("aggregate", "Aggregate", "Running results by key", Group.TABLES, new Form()
                .choice("rows", "Rows", "One result for each group, or one over everything.",
                        "groups:One for each group",
                        "one:One over everything")
                .when("rows", "groups")
                .add("by", "Group by", "The field that makes the groups; empty = the key.", new Kind.Field(false),
                        Form.NONE)
                .always()
                .add("aggregates", "Result", "What is computed of the events of each group.", new Kind.Aggregates(),
                        Value.of(List.of(Value.of("count"))))
                .whole("last", "Last", "How many rows of a group count, the last ones; 0 = all.", 0, MOST_LAST, 0)
                .add("lastBy", "Last by", "The time or whole number that orders them; empty = as they come.",
                        new Kind.Field(false), Form.NONE)
                .choice("newcomer", "A new row", "One that is before the first of them in that order.",
                        "ranks:Does not count", "stays:Takes its place"));
    }

    @Override
    public String icon() {
        return "M3 3.5H17V16.5H3Z M3 7.5H17 M13 10L7.5 10L10.5 12L7.5 14L13 14";
    }

    @Override
    public String help() {
        return "Keeps a row for each group and says at once how each event changes it: the row as it was (-U), then as it is (+U). It "
                + "never waits and never forgets. Over a changelog it takes back what goes, so the result is always that "
                + "of the rows that are there. Common mistake: to give it a stream that only grows and to expect the table to stay "
                + "small: every key that ever came keeps a row. With 'Last' only the newest rows of each group count, which bounds what a group "
                + "keeps.";
    }

    @Override
    public List<PortSpec> inputs(Value.Group settings) {
        return List.of(CHANGES_IN);
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return List.of(CHANGES_OUT);
    }

    @Override
    public List<String> patterns() {
        return List.of("nothing yet", "{0} over everything", "{0} by key", "{0} by {1}", "{0}, last {1}");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String what = Aggregates.words(settings, "aggregates", List.of("count"));
        String by = shown(settings, "by");
        Phrase said = what.isBlank() ? Phrase.of("nothing yet") : Phrase.plain(what);
        Phrase of = shown(settings, "rows").equals("one") ? Phrase.with("{0} over everything", said)
                : by.isBlank() ? Phrase.with("{0} by key", said) : Phrase.with("{0} by {1}", said, Phrase.plain(by));
        String last = shown(settings, "last");
        return last.equals("0") ? of : Phrase.with("{0}, last {1}", of, Phrase.plain(last));
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("aggregates", Value.of(List.of(Value.of("count"))));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType input = binding.inputs().getFirst();
        boolean one = reader.choice("rows").equals("one");
        int by = one ? -1 : Fields.index(reader, "by", input.schema());
        StreamType in = one ? input.keyedBy(StreamType.UNKEYED) : by < 0 ? input : input.keyedBy(by);
        if (!in.keyed()) TableType.notShared(reader, "catalog.not-shared.everything");
        List<AggregateSpec> aggregates = Aggregates.read(reader, "aggregates", in);
        StreamType out = RunningAggregate.outputType(in, aggregates);
        RunningAggregate operator = new RunningAggregate(aggregates, in, out, input.schema().changelog(),
                last(reader, input));
        return new Binding.Bound(new Work.Transform(operator), List.of(out));
    }

    private static Optional<RunningAggregate.Last> last(Reader reader, StreamType input) {
        int most = (int) reader.whole("last");
        int order = Fields.index(reader, "lastBy", input.schema());
        boolean alwaysIn = reader.choice("newcomer").equals("stays");
        if (most == 0) return Optional.empty();
        if (input.schema().changelog())
            reader.error("last", "catalog.changes.last");
        boolean ordered = order < 0 || input.schema().type(order) == FieldType.LONG
                || input.schema().type(order) == FieldType.TIMESTAMP;
        if (!ordered)
            reader.error("lastBy", "catalog.wrong-types.order");
        return Optional.of(new RunningAggregate.Last(most, order, alwaysIn));
    }
}

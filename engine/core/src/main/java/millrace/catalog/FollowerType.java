package millrace.catalog;

import java.util.List;
import millrace.catalog.PortSpec.Carries;
import millrace.catalog.Setting.Kind;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.operator.Follower;
import millrace.operator.StreamType;
import millrace.operator.Work;

/** A copy of a table that follows its changes, each a little later. */
abstract class FollowerType extends BaseType {
    private static final PortSpec CHANGES_IN = new PortSpec(PortRef.IN, Carries.CHANGES, true);
    private static final PortSpec CHANGES_OUT = new PortSpec(PortRef.OUT, Carries.CHANGES, true);

    FollowerType(String id, String title, String line, Form form) {
        super(id, title, line, Group.TABLES, form);
    }

    static Form form(String lag) {
        return new Form()
                .duration("lag", "Lag", "How long after it came a change is to be seen.", 0, lag)
                .add("wipes", "Wiped at", "At these times it is emptied; only what comes again is in it afterwards.",
                        new Kind.Times(), Value.of(List.of()));
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
        return List.of("{0} behind");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        return Phrase.of("{0} behind", duration(settings, "lag"));
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY.withAt("lag", Value.of(shown(Value.Group.EMPTY, "lag")));
    }

    /** How long a row is kept, ms; 0 = for ever. */
    long expireAfter(Reader reader) {
        return 0;
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType in = binding.inputs().getFirst();
        Keys.needed(in, reader, "catalog.no-key.of-rows");
        Follower follower = new Follower(in, reader.duration("lag"), reader.times("wipes").stream().sorted().toList(),
                expireAfter(reader));
        return new Binding.Bound(new Work.Transform(follower), List.of(follower.out()));
    }
}

package millrace.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import millrace.catalog.PortSpec.Carries;
import millrace.catalog.Setting.Kind;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.event.Field;
import millrace.operator.Envelope;
import millrace.operator.StreamType;
import millrace.operator.Work;

/** One record for each edit, with the row before and the row after. */
final class EnvelopeType extends BaseType {
    private static final String FIELDS = "op, before, after";

    private static final PortSpec CHANGES = new PortSpec(PortRef.IN, Carries.CHANGES, true);

    EnvelopeType() {
        super("envelope", "Envelope", "Each edit as one record", Group.TABLES, new Form()
                .add("connects", "Connects at",
                        "Until then it only reads the table; then it tells all rows that are there, with op r.",
                        new Kind.Time(), Form.NONE)
                .choice("deletes", "Deletes",
                        "Whether a record with the key alone follows, for logs that are compacted.",
                        "record:One record", "tombstone:And a tombstone"));
    }

    @Override
    public List<PortSpec> inputs(Value.Group settings) {
        return List.of(CHANGES);
    }

    @Override
    public State state() {
        return State.NONE;
    }

    @Override
    public String icon() {
        return "M2.5 5H17.5V15.5H2.5Z M2.5 5.5L10 11.5L17.5 5.5";
    }

    @Override
    public String help() {
        return "Turns changes of a table into events, one for each edit: op says c (created), u (updated), d (deleted) or r "
                + "(read as it connected), beside the row before and the row after. Common mistake: to take the records for "
                + "rows. They are a history: only the last one of each key says what is in the table, and after op d "
                + "nothing is.";
    }

    @Override
    public List<String> patterns() {
        return List.of("{0}, from {1}");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String connects = shown(settings, "connects");
        return connects.isBlank() ? Phrase.plain(FIELDS) : Phrase.of("{0}, from {1}", FIELDS, connects);
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY;
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType in = binding.inputs().getFirst();
        Keys.needed(in, reader, "catalog.no-key.of-edits");
        Set<String> names = new HashSet<>();
        for (Field field : in.schema().fields()) {
            if (names.add(Envelope.name("before", field.name()))) continue;
            reader.error("", "catalog.duplicate-name.envelope", Envelope.name("before", field.name()));
        }
        Envelope envelope = new Envelope(in, reader.time("connects"), reader.choice("deletes").equals("tombstone"));
        return new Binding.Bound(new Work.Transform(envelope), List.of(envelope.out()));
    }
}

package millrace.catalog;

import java.util.List;
import millrace.catalog.PortSpec.Carries;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.operator.StreamType;
import millrace.operator.Validity;
import millrace.operator.Work;

/** From when until when each row of a table held. */
final class ValidityType extends BaseType {
    ValidityType() {
        super("validity", "Row versions", "When each row held", Group.TABLES, new Form()
                .add("by", "Key", "The field that tells rows apart; empty = the key.", new Kind.Field(false), Form.NONE)
                .choice("leave", "Versions leave", "As rows come, or when nothing older can come.",
                        "watermark:At the watermark", "at once:At once"));
    }

    @Override
    public String icon() {
        return "M2.5 6.5H8.5V13.5H2.5Z M11.5 6.5H17.5V13.5H11.5Z M8.5 10H11.5 M5.5 4V6.5 M14.5 4V6.5";
    }

    @Override
    public String help() {
        return "Keeps every version of a row: it holds from its event time (validFrom) until the next row of its key happens "
                + "(validTo, empty while it is open). At once: a row that comes out of order splits the version in which it "
                + "lies, and what was said is corrected. At the watermark: versions leave in order and are only closed. Common "
                + "mistake: to take the key for the key of this table. One key has many versions: to write them by key, compute one of "
                + "key and validFrom.";
    }

    @Override
    public List<PortSpec> inputs(Value.Group settings) {
        return List.of(AggregateType.CHANGES_IN);
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return List.of(AggregateType.CHANGES_OUT, new PortSpec("late", Carries.LATE, true));
    }

    @Override
    public List<String> patterns() {
        return List.of("by key", "by {0}", "{0}, {1}", "{0}, at the {1}");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String by = shown(settings, "by");
        Phrase whose = by.isBlank() ? Phrase.of("by key") : Phrase.of("by {0}", by);
        String leave = shown(settings, "leave");
        return Phrase.with(leave.equals("at once") ? "{0}, {1}" : "{0}, at the {1}", whose, Phrase.plain(leave));
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("by", Value.of("key"));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType in = binding.inputs().getFirst();
        int key = TableType.key(reader, in);
        for (String name : List.of(Validity.FROM, Validity.TO))
            if (in.schema().indexOf(name).isPresent())
                reader.error("by", "catalog.duplicate-name.validity", name);
        // In a batch the watermark comes when all is there: nothing has to be corrected.
        boolean atOnce = reader.choice("leave").equals("at once") && !binding.batch();
        if (reader.failed()) return new Binding.Bound(TableType.nothing(in), List.of(in, in));
        StreamType out = Validity.outputType(in);
        return new Binding.Bound(new Work.Transform(new Validity(in, out, key, atOnce)), List.of(out, in));
    }
}

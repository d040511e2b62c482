package millrace.catalog;

import java.util.List;
import java.util.Optional;
import millrace.catalog.PortSpec.Carries;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.operator.JoinShape;
import millrace.operator.JoinType;
import millrace.operator.StreamType;
import millrace.operator.TableJoin;
import millrace.operator.Work;

/** A view of two tables that follows both. */
final class TableJoinType extends BaseType {
    TableJoinType() {
        super("table-join", "Table join", "A view that follows both", Group.JOINS, settings());
    }

    private static Form settings() {
        Form form = new Form().add("foreignKey", "Foreign key",
                "The left field that names a right row; none: the left key itself.", new Kind.Field(false), Form.NONE)
                .choice("type", "Type", "Which rows are in the view though they have no partner.", "inner:Inner",
                        "left:Left", "full:Full");
        return JoinFields.names(JoinFields.keys(form, "left", "right"), "left", "right");
    }

    @Override
    public String icon() {
        return "M2.5 3.5H9V10.5H2.5Z M2.5 7H9 M11 9.5H17.5V16.5H11Z M11 13H17.5 M9 7H14.5V9.5";
    }

    @Override
    public String help() {
        return "Keeps both tables and shows each left row together with its right row. Whichever side changes, the view "
                + "changes, and says so: the row as it was goes, the row as it is comes. By a foreign key one right row "
                + "may stand beside many left ones. Common mistake: to take its first answer for its last. A row without "
                + "a partner gets one later.";
    }

    @Override
    public List<PortSpec> inputs(Value.Group settings) {
        return List.of(new PortSpec("left", Carries.CHANGES, true), new PortSpec("right", Carries.CHANGES, true));
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return List.of(new PortSpec("out", Carries.CHANGES, true));
    }

    @Override
    public List<String> patterns() {
        return List.of("{0}, by key", "{0}, by {1}", "View");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String foreign = shown(settings, "foreignKey");
        return foreign.isBlank() ? Phrase.of("{0}, by key", shown(settings, "type"))
                : Phrase.of("{0}, by {1}", shown(settings, "type"), foreign);
    }

    @Override
    public Phrase suggestedName(Value.Group settings) {
        return Phrase.of("View");
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("leftKey", Value.of("key"))
                .withAt("rightKey", Value.of("key"));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        JoinType type = IntervalType.type(reader);
        StreamType left = binding.inputs().getFirst();
        int foreign = Fields.index(reader, "foreignKey", left.schema());
        if (foreign >= 0 && type == JoinType.FULL)
            reader.error("type", "catalog.full-by-foreign-key");
        Optional<JoinFields> fields = JoinFields.read(reader, binding, "left", "right", foreign);
        if (fields.isEmpty()) return IntervalType.unjoined(reader, binding);
        JoinShape shape = fields.get().both(false).changes();
        TableJoin join = new TableJoin(shape, fields.get().leftKey(), type, binding.dialect(), binding.batch());
        return new Binding.Bound(new Work.Transform(join), List.of(shape.out()));
    }
}

package millrace.app.editor;

import java.util.List;
import java.util.Optional;
import millrace.catalog.Binding;
import millrace.catalog.Group;
import millrace.catalog.NodeType;
import millrace.catalog.Phrase;
import millrace.catalog.PortSpec;
import millrace.catalog.PortSpec.Carries;
import millrace.catalog.Setting;
import millrace.design.Node;
import millrace.design.Value;

/** Four kinds of node with the ports of the real ones, for tests of what hands do. */
public record TestTypes(String id, String title, Group group, List<PortSpec> in, List<PortSpec> out)
        implements NodeType {
    private static final PortSpec EVENTS_IN = new PortSpec("in", Carries.EVENTS, true);
    private static final PortSpec EVENTS_OUT = new PortSpec("out", Carries.EVENTS, true);

    public static final TestTypes SOURCE = new TestTypes("timetable", "Event list", Group.SOURCES, List.of(),
            List.of(EVENTS_OUT));
    public static final TestTypes FILTER = new TestTypes("filter", "Filter", Group.TRANSFORMS, List.of(EVENTS_IN),
            List.of(EVENTS_OUT));
    public static final TestTypes WINDOW = new TestTypes("tumbling", "Tumbling window", Group.WINDOWS,
            List.of(EVENTS_IN), List.of(EVENTS_OUT, new PortSpec("late", Carries.LATE, true)));
    public static final TestTypes SINK = new TestTypes("results", "Results", Group.SINKS,
            List.of(new PortSpec("in", Carries.EVENTS, false)), List.of());
    public static final List<NodeType> ALL = List.of(SOURCE, FILTER, WINDOW, SINK);

    public static Optional<NodeType> find(String id) {
        return ALL.stream().filter(t -> t.id().equals(id)).findFirst();
    }

    @Override
    public String line() {
        return title;
    }

    @Override
    public String icon() {
        return switch (group) {
            case SOURCES -> "M4 5.5 H16 M4 10 H16 M4 14.5 H11";
            case BROKERS, JOINS, TABLES -> "M3 4.5 H17 V15.5 H3 Z M3 10 H17";
            case TRANSFORMS -> "M3.5 4.5 H16.5 L11.8 10.4 V16 L8.2 14.2 V10.4 Z";
            case WINDOWS -> "M2.5 5.5 H17.5 V14.5 H2.5 Z M7.5 5.5 V14.5 M12.5 5.5 V14.5";
            case SINKS -> "M10 3 V11 M6.8 8 L10 11.2 L13.2 8 M3.5 10 V16.5 H16.5 V10";
        };
    }

    @Override
    public String help() {
        return title;
    }

    @Override
    public List<Setting> form() {
        Setting size = new Setting("size", "Size", "How long a window is.", new Setting.Kind.Duration(1, 1_000_000),
                Optional.empty(), Optional.empty());
        return group == Group.WINDOWS ? List.of(size) : List.of();
    }

    @Override
    public List<PortSpec> inputs(Value.Group settings) {
        return in;
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return out;
    }

    @Override
    public Phrase summary(Value.Group settings) {
        return Phrase.plain(
                settings.get("condition").or(() -> settings.get("aggregates")).map(TestTypes::text).orElse(title));
    }

    @Override
    public List<String> patterns() {
        return List.of();
    }

    @Override
    public Phrase suggestedName(Value.Group settings) {
        return Phrase.plain(group == Group.WINDOWS ? "Tumbling " + settings.get("size").map(TestTypes::text).orElse("")
                : title);
    }

    private static String text(Value value) {
        return value instanceof Value.Text t ? t.text() : "";
    }

    @Override
    public Value.Group initial() {
        return group == Group.WINDOWS ? Value.Group.EMPTY.with("size", Value.of("1 min")) : Value.Group.EMPTY;
    }

    @Override
    public Optional<Binding.Bound> bind(Node node, Binding binding) {
        return Optional.empty();
    }
}

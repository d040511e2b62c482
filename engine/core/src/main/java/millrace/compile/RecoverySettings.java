package millrace.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import millrace.compile.Recovery.Crash;
import millrace.compile.Recovery.Guarantee;
import millrace.compile.Recovery.Target;
import millrace.compile.Recovery.Upgrade;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.design.Durations;
import millrace.design.Location;
import millrace.design.PortRef;
import millrace.design.Problem;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.operator.BrokerProcessor;
import millrace.operator.KeyGroups;
import millrace.operator.StreamType;
import millrace.operator.Work;

/** Reads checkpoints, crashes and the upgrade of a design's settings; crashes name nodes, so nodes must be known. */
final class RecoverySettings {
    private static final int MOST_CRASHES = 1000;
    private static final String COORDINATOR = "coordinator";

    private final Value.Group settings;
    private final Clock clock;
    private final List<Plan.PlanNode> nodes;
    private final Design design;
    private final Consumer<Problem> out;

    RecoverySettings(Design design, Clock clock, List<Plan.PlanNode> nodes, Consumer<Problem> out) {
        this.design = design;
        settings = design.settings();
        this.clock = clock;
        this.nodes = nodes;
        this.out = out;
    }

    Recovery read() {
        Guarantee guarantee = switch (choice("checkpoints.guarantee", "none", "at-least-once", "exactly-once")) {
            case "at-least-once" -> Guarantee.AT_LEAST_ONCE;
            case "exactly-once" -> Guarantee.EXACTLY_ONCE;
            default -> Guarantee.NONE;
        };
        return new Recovery(guarantee, duration("checkpoints.every", 1, 10_000), told(guarantee),
                duration("checkpoints.timeout", 1, 600_000), flag("checkpoints.unaligned"),
                duration("recovery.restartDelay", 0, 0), duration("recovery.detectAfter", 0, 0),
                choice("recovery.resume", "now", "last read").equals("last read"), crashes(), upgrade());
    }

    private Optional<Value> given(String path) {
        return settings.at(path).filter(v -> !(v instanceof Value.Nothing));
    }

    private long duration(String path, long least, long usual) {
        Optional<Value> given = given(path);
        if (given.isEmpty()) return usual;
        OptionalLong millis = durationOf(given.get());
        if (millis.isPresent() && millis.getAsLong() >= least) return millis.getAsLong();
        error(path, "compile.not-a-duration.at-least", Durations.format(least));
        return usual;
    }

    /** The times of checkpoints besides the regular ones. */
    private List<Long> told(Guarantee guarantee) {
        Value value = given("checkpoints.at").orElse(Value.of(List.of()));
        List<Value> items = value instanceof Value.Items i ? i.items() : List.of();
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < Math.min(items.size(), MOST_CRASHES); i++) {
            OptionalLong time = time(items.get(i));
            if (time.isPresent()) times.add(time.getAsLong());
            else
                error("checkpoints.at[" + i + "]", "compile.not-a-time.checkpoint");
        }
        if (!(value instanceof Value.Items) || items.size() > MOST_CRASHES)
            error("checkpoints.at", "compile.not-a-list.checkpoints", MOST_CRASHES);
        if (guarantee == Guarantee.NONE && !times.isEmpty())
            out.accept(Problem.warning(Location.setting("", "settings.checkpoints.at"), "compile.no-checkpoints"));
        times.sort(Comparator.naturalOrder());
        return times;
    }

    private static OptionalLong durationOf(Value value) {
        return value instanceof Value.Text t ? Durations.parse(t.text()) : OptionalLong.empty();
    }

    private String choice(String path, String... known) {
        Optional<Value> given = given(path);
        if (given.isEmpty()) return known[0];
        String text = given.get() instanceof Value.Text t ? t.text() : "";
        if (List.of(known).contains(text)) return text;
        error(path, "compile.unknown-choice.recovery", path, Suggestion.of(text, List.of(known)));
        return known[0];
    }

    private boolean flag(String path) {
        Value given = given(path).orElse(Value.of(false));
        if (given instanceof Value.Flag f) return f.on();
        error(path, "compile.not-a-flag");
        return false;
    }

    /** [time, what] or [time, what, restart delay] each. */
    private List<Crash> crashes() {
        Value value = given("crashes").orElse(Value.of(List.of()));
        List<Value> items = value instanceof Value.Items i ? i.items() : List.of();
        if (!(value instanceof Value.Items) || items.size() > MOST_CRASHES) {
            error("crashes", "compile.not-a-list.crashes", MOST_CRASHES);
        }
        List<Crash> crashes = new ArrayList<>();
        for (int i = 0; i < Math.min(items.size(), MOST_CRASHES); i++)
            crash("crashes[" + i + "]", items.get(i)).ifPresent(crashes::add);
        crashes.sort(Comparator.comparingLong(Crash::at));
        return crashes;
    }

    private Optional<Crash> crash(String path, Value value) {
        List<Value> parts = value instanceof Value.Items i ? i.items() : List.of();
        OptionalLong at = parts.isEmpty() ? OptionalLong.empty() : time(parts.get(0));
        boolean shaped = (parts.size() == 2 || parts.size() == 3) && at.isPresent()
                && parts.get(1) instanceof Value.Text
                && (parts.size() == 2 || parts.get(2) instanceof Value.Nothing || durationOf(parts.get(2)).isPresent());
        if (!shaped) {
            error(path, "compile.bad-row.crash");
            return Optional.empty();
        }
        OptionalLong delay = parts.size() == 3 ? durationOf(parts.get(2)) : OptionalLong.empty();
        return target(path, ((Value.Text) parts.get(1)).text()).map(t -> new Crash(at.getAsLong(), t, delay));
    }

    private OptionalLong time(Value value) {
        return value instanceof Value.Text t ? clock.parse(t.text()) : OptionalLong.empty();
    }

    private Optional<Target> target(String path, String name) {
        if (name.equals(COORDINATOR)) return Optional.of(new Target.OfCoordinator());
        int node = number(name);
        if (node >= 0) return Optional.of(new Target.OfNode(node));
        Optional<Target> one = instance(path, name);
        if (one.isPresent()) return one;
        PortRef port = PortRef.parse(name, PortRef.OUT);
        int broker = number(port.node());
        int output = broker < 0 ? -1 : nodes.get(broker).outputPorts().indexOf(port.port());
        if (output >= 0) return Optional.of(new Target.OfConsumer(broker, output));
        if (design.node(name).isEmpty()) {
            List<String> known = new ArrayList<>(nodes.stream().map(Plan.PlanNode::id).toList());
            known.add(COORDINATOR);
            error(path, "compile.unknown-node.to-crash", name, Suggestion.of(name, known));
        }
        return Optional.empty();
    }

    /** "count#2" is the second instance of count. */
    private Optional<Target> instance(String path, String name) {
        int hash = name.lastIndexOf('#');
        int node = hash < 0 ? -1 : number(name.substring(0, hash));
        if (node < 0) return Optional.empty();
        int instances = nodes.get(node).effort().instances();
        String written = name.substring(hash + 1);
        int instance = written.matches("[1-9]\\d?") ? Integer.parseInt(written) : 0;
        if (instance >= 1 && instance <= instances) return Optional.of(new Target.OfInstance(node, instance - 1));
        error(path, instances == 1 ? "compile.unknown-instance.of-one" : "compile.unknown-instance", written,
                nodes.get(node).id(), instances);
        return Optional.of(new Target.OfNode(node));
    }

    private int number(String id) {
        for (int i = 0; i < nodes.size(); i++)
            if (nodes.get(i).id().equals(id)) return i;
        return -1;
    }

    private Optional<Upgrade> upgrade() {
        if (given("upgrade.at").isEmpty()) return Optional.empty();
        OptionalLong at = time(given("upgrade.at").get());
        OptionalLong restart = given("upgrade.restart").map(this::time).orElse(at);
        if (at.isEmpty() || restart.isEmpty() || restart.getAsLong() < at.getAsLong()) {
            error("upgrade", "compile.not-a-time.upgrade");
            return Optional.empty();
        }
        boolean byPosition = choice("upgrade.ids", "stable", "position").equals("position");
        return Optional.of(new Upgrade(at.getAsLong(), restart.getAsLong(), byPosition, named("upgrade.adds"),
                named("upgrade.removes"), rescaled(), instances()));
    }

    private List<Integer> rescaled() {
        List<Integer> named = named("upgrade.rescales");
        for (int node : named)
            if (!keyed(nodes.get(node)))
                error("upgrade.rescales", "compile.needs-key.rescaled", nodes.get(node).id());
        return named;
    }

    private static boolean keyed(Plan.PlanNode node) {
        return node.work() instanceof Work.Transform(var operator) && !(operator.start() instanceof BrokerProcessor)
                && IntStream.range(0, node.inputs().size())
                        .allMatch(i -> operator.keyField(i, node.inputs().get(i)) != StreamType.UNKEYED);
    }

    private int instances() {
        Value value = given("upgrade.instances").orElse(Value.of(2));
        boolean fits = value instanceof Value.Number n && n.number().stripTrailingZeros().scale() <= 0
                && n.number().compareTo(BigDecimal.ONE) >= 0
                && n.number().compareTo(BigDecimal.valueOf(KeyGroups.GROUPS)) <= 0;
        if (fits) return ((Value.Number) value).number().intValue();
        error("upgrade.instances", "compile.not-a-number.instances", KeyGroups.GROUPS);
        return 1;
    }

    private List<Integer> named(String path) {
        Value value = given(path).orElse(Value.of(List.of()));
        List<Integer> numbers = new ArrayList<>();
        for (Value item : value instanceof Value.Items i ? i.items() : List.of(value)) {
            int number = item instanceof Value.Text t ? number(t.text()) : -1;
            if (number >= 0) numbers.add(number);
            else
                error(path, "compile.unknown-node.named");
        }
        return numbers;
    }

    private void error(String path, String key, Object... parts) {
        out.accept(Problem.error(Location.setting("", "settings." + path), key, parts));
    }
}

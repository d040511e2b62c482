package millrace.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import millrace.catalog.Binding;
import millrace.catalog.PortSpec;
import millrace.compile.Wiring.Link;
import millrace.compile.Wiring.Typed;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.design.Durations;
import millrace.design.Location;
import millrace.design.PortRef;
import millrace.design.Problem;
import millrace.design.Value;
import millrace.event.Schema;
import millrace.operator.Dialect;
import millrace.operator.Files;
import millrace.operator.Operator;
import millrace.operator.Processor;
import millrace.operator.SourceSpec;
import millrace.operator.StreamType;
import millrace.operator.Work;
import millrace.text.Sentences;

/** Binds the nodes of a design one after another, each to the types of those before it, and makes the plan of them. */
final class Binder {
    /** What can't be said of a node without knowing its input. */
    private static final Set<String> OF_THE_INPUT = Set.of("unknown-field", "wrong-types", "wrong-result", "no-key");

    private static final BigDecimal MOST_ROOM = BigDecimal.valueOf(1_000_000);

    private final Design design;
    private final RunSettings run;
    private final Files files;
    private final Wiring wiring;
    private final Problems out;
    /** By id, once bound; a node with errors, or left out, is not there. */
    private final Map<String, Bound> bound = new HashMap<>();
    /** Nodes with errors, and those that hang on them: why they are not bound is said already. */
    private final Set<String> broken = new HashSet<>();
    private final List<Plan.PlanNode> nodes = new ArrayList<>();

    private record Bound(int number, Plan.PlanNode node) {}

    Binder(Design design, RunSettings run, Files files, Wiring wiring, Problems out) {
        this.design = design;
        this.run = run;
        this.files = files;
        this.wiring = wiring;
        this.out = out;
    }

    Plan plan() {
        for (Typed typed : wiring.inOrder()) {
            if (!out.full()) bind(typed);
        }
        Recovery recovery = new RecoverySettings(design, run.clock(), nodes, out).read();
        return new Plan(design, run.clock(), run.until(), run.seed(), run.dialect(), nodes, wires(), recovery);
    }

    private void bind(Typed typed) {
        String id = typed.node().id();
        Optional<List<StreamType>> inputs = inputs(typed);
        if (inputs.isEmpty()) {
            checkAlone(typed);
            return;
        }
        Optional<Binding.Bound> made = typed.type().bind(typed.node(), new NodeBinding(inputs.get(), out));
        if (made.isEmpty()) {
            broken.add(id);
            return;
        }
        if (made.get().effort().instances() > 1) checkInstances(typed, made.get().work(), inputs.get());
        List<String> ports = typed.type().outputs(typed.node().settings()).stream().map(PortSpec::name).toList();
        Plan.PlanNode node = new Plan.PlanNode(id, typed.node().type(), made.get().work(), inputs.get(), ports,
                made.get().outputs(), made.get().effort());
        bound.put(id, new Bound(nodes.size(), node));
        nodes.add(node);
    }

    /** Several instances need a key by which each has its own part of the state. */
    private void checkInstances(Typed typed, Work work, List<StreamType> inputs) {
        boolean apart = switch (work) {
            case Work.Source s -> true;
            case Work.Sink s -> false;
            case Work.Transform(var operator) -> stateless(operator) || IntStream.range(0, inputs.size())
                    .allMatch(i -> operator.keyField(i, inputs.get(i)) != StreamType.UNKEYED);
        };
        Location where = Location.setting(typed.node().id(), "instances");
        if (!apart)
            out.accept(Problem.error(where,
                    work instanceof Work.Sink ? "compile.needs-key.sink" : "compile.needs-key"));
    }

    private static boolean stateless(Operator operator) {
        Processor processor = operator.start();
        return processor.copy() == processor;
    }

    /** What is wrong with a node whatever comes to it. What is left out of the run does not keep the rest from running. */
    private void checkAlone(Typed typed) {
        boolean counts = broken.contains(typed.node().id());
        List<StreamType> nothing = typed.type()
                .inputs(typed.node().settings())
                .stream()
                .map(p -> new StreamType(Schema.of(List.of()), StreamType.UNKEYED))
                .toList();
        Consumer<Problem> tell = p -> {
            if (!OF_THE_INPUT.contains(p.code())) out.accept(counts ? p : p.warned());
        };
        typed.type().bind(typed.node(), new NodeBinding(nothing, tell));
    }

    /** The type at each input; empty if one is not known, for a reason that is told here or was told before. */
    private Optional<List<StreamType>> inputs(Typed typed) {
        List<PortSpec> ports = typed.type().inputs(typed.node().settings());
        List<StreamType> types = new ArrayList<>();
        for (int i = 0; i < ports.size(); i++) {
            input(typed, ports.get(i), i).ifPresent(types::add);
        }
        return types.size() == ports.size() ? Optional.of(types) : Optional.empty();
    }

    private Optional<StreamType> input(Typed typed, PortSpec port, int number) {
        String id = typed.node().id();
        List<Link> all = wiring.into(id).stream().filter(l -> l.input() == number).toList();
        List<Link> known = all.stream().filter(l -> bound.containsKey(l.wire().from().node())).toList();
        if (known.isEmpty()) {
            boolean lost = wiring.fedByUnknown(id)
                    || all.stream().anyMatch(l -> broken.contains(l.wire().from().node()));
            if (lost) broken.add(id);
            else
                out.accept(noInput(id, port, all.isEmpty()));
            return Optional.empty();
        }
        if (typesAgree(id, known)) return Optional.of(type(typed, known));
        broken.add(id);
        return Optional.empty();
    }

    private static Problem noInput(String id, PortSpec port, boolean unwired) {
        return Problem.warning(Location.node(id), unwired ? "compile.no-input" : "compile.no-input.of-wired",
                port.name());
    }

    private Bound bound(PortRef end) {
        return Objects.requireNonNull(bound.get(end.node()), "asked for a node that is not bound");
    }

    private StreamType outputType(Link link) {
        return bound(link.wire().from()).node().outputs().get(link.output());
    }

    private boolean typesAgree(String id, List<Link> links) {
        StreamType first = outputType(links.getFirst());
        for (Link link : links) {
            StreamType other = outputType(link);
            if (other.schema().equals(first.schema())) continue;
            out.accept(Problem.error(Location.node(id), "compile.schema-mismatch",
                    links.getFirst().wire().from().node(), words(first), link.wire().from().node(), words(other)));
            return false;
        }
        return true;
    }

    private static String words(StreamType type) {
        if (type.schema().fields().isEmpty()) return Sentences.of("compile.words.no-fields");
        return String.join(", ", type.schema()
                .fields()
                .stream()
                .map(f -> f.name() + " (" + f.type().word() + ")")
                .toList());
    }

    /** What the wires have in common: streams with different keys have none together. */
    private StreamType type(Typed typed, List<Link> links) {
        StreamType first = outputType(links.getFirst());
        Optional<Link> other = links.stream().filter(l -> outputType(l).key() != first.key()).findFirst();
        if (other.isEmpty()) return first;
        if (!typed.type().outputs(typed.node().settings()).isEmpty()) {
            out.accept(Problem.warning(Location.node(typed.node().id()), "compile.key-mismatch",
                    links.getFirst().wire().from().node(), other.get().wire().from().node()));
        }
        return first.keyedBy(StreamType.UNKEYED);
    }

    private List<Plan.PlanWire> wires() {
        List<Plan.PlanWire> wires = new ArrayList<>();
        for (Plan.PlanNode node : nodes) {
            wiring.outOf(node.id())
                    .stream()
                    .filter(l -> bound.containsKey(l.wire().to().node()))
                    .sorted(Comparator.comparingInt(Link::output))
                    .forEach(l -> wires.add(wire(l)));
        }
        return wires;
    }

    private Plan.PlanWire wire(Link link) {
        return new Plan.PlanWire(link.wire().id(), bound(link.wire().from()).number(), link.output(),
                bound(link.wire().to()).number(), link.input(), transit(link), capacity(link));
    }

    private long transit(Link link) {
        Optional<Value> given = link.wire().settings().get("transit").filter(v -> !(v instanceof Value.Nothing));
        if (given.isEmpty()) return run.transit();
        OptionalLong transit = given.get() instanceof Value.Text t ? Durations.parse(t.text()) : OptionalLong.empty();
        if (transit.isPresent() && transit.getAsLong() >= 0) return transit.getAsLong();
        out.accept(Problem.error(ofWire(link, "transit"), "compile.not-a-duration.wire", link.wire().id()));
        return 0;
    }

    private int capacity(Link link) {
        Optional<Value> given = link.wire().settings().get("capacity").filter(v -> !(v instanceof Value.Nothing));
        if (given.isEmpty()) return Plan.PlanWire.UNLIMITED;
        boolean fits = given.get() instanceof Value.Number n && n.number().stripTrailingZeros().scale() <= 0
                && n.number().compareTo(BigDecimal.ONE) >= 0 && n.number().compareTo(MOST_ROOM) <= 0;
        if (fits) return ((Value.Number) given.get()).number().intValue();
        out.accept(Problem.error(ofWire(link, "capacity"), "compile.not-a-number.room", link.wire().id()));
        return Plan.PlanWire.UNLIMITED;
    }

    private Location ofWire(Link link, String setting) {
        return Location.setting("", "wires[" + design.wires().indexOf(link.wire()) + "]." + setting);
    }

    /** The surroundings of one node. */
    private final class NodeBinding implements Binding {
        private final List<StreamType> inputs;
        private final Consumer<Problem> tell;

        NodeBinding(List<StreamType> inputs, Consumer<Problem> tell) {
            this.inputs = inputs;
            this.tell = tell;
        }

        @Override
        public Clock clock() {
            return run.clock();
        }

        @Override
        public Dialect dialect() {
            return run.dialect();
        }

        @Override
        public boolean batch() {
            return run.batch();
        }

        @Override
        public List<StreamType> inputs() {
            return inputs;
        }

        @Override
        public Optional<SourceSpec.File.Opener> file(String name) {
            return files.find(name);
        }

        @Override
        public void problem(Problem problem) {
            tell.accept(problem);
        }
    }
}

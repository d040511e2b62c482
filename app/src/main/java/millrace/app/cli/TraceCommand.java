package millrace.app.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import millrace.compile.Plan;
import millrace.design.Clock;
import millrace.design.Suggestion;
import millrace.simulation.Outlet;
import millrace.simulation.Simulation;
import millrace.trace.FactKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code millrace trace}: every fact of a run as it happens. Nothing is kept, so the run's length does not matter. */
@Command(name = "trace", description = "Runs a design and writes every fact of the run as JSON Lines.",
        footer = {"", "Event numbers are those that `millrace why --event` asks for."})
final class TraceCommand implements Callable<Integer> {
    private static final int OFTEN = 1024;

    private final Console console;

    @Mixin
    private DesignOptions options = new DesignOptions();

    @Option(names = "--node", paramLabel = "NODE", description = "Only facts of this node. May be given several times.")
    private List<String> nodes = List.of();

    @Option(names = "--kind", paramLabel = "KIND", split = ",",
            description = "Only facts of these kinds, such as fired,dropped.")
    private List<String> kinds = List.of();

    @Option(names = "--from", paramLabel = "TIME", description = "Only facts at this processing time or after.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME",
            description = "Only facts at this processing time or before; the run is cut there.")
    private Optional<String> to = Optional.empty();

    TraceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Interrupt interrupt = Interrupt.listen()) {
            Opened opened = Opened.open(options.file(), options, console);
            int status = trace(Horizon.cut(opened).plan(), interrupt);
            if (status == Status.DONE) Horizon.tell(opened, console);
            return status;
        }
    }

    private int trace(Plan plan, Interrupt interrupt) {
        long last = time(to, plan.clock()).orElse(Long.MAX_VALUE);
        FactLines facts = new FactLines(plan, wantedNodes(plan), wantedKinds(),
                time(from, plan.clock()).orElse(Long.MIN_VALUE), last, console::line);
        Simulation simulation = new Simulation(plan, facts, Outlet.NONE);
        Progress progress = new Progress(console, plan.clock());
        int steps = 0;
        while (simulation.next() <= last && simulation.step()) {
            if (++steps % OFTEN != 0) continue;
            if (interrupt.wished()) break;
            if (progress.due())
                progress.show(Progress.share(plan, simulation, facts.emitted()), facts.emitted(), simulation.now());
        }
        console.wipeBar();
        console.flush();
        return interrupt.wished() ? Status.INTERRUPTED : Status.DONE;
    }

    private Set<String> wantedNodes(Plan plan) {
        List<String> known = plan.nodes().stream().map(Plan.PlanNode::id).toList();
        for (String node : nodes)
            if (!known.contains(node))
                throw new Refused("there is no node '" + node + "': " + Suggestion.fix(node, known));
        return new LinkedHashSet<>(nodes.isEmpty() ? known : nodes);
    }

    private Set<FactKind> wantedKinds() {
        List<String> known = Stream.of(FactKind.values()).map(FactLines::word).toList();
        Set<FactKind> wanted = new LinkedHashSet<>();
        for (String kind : kinds) {
            String word = kind.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
            int at = known.indexOf(word);
            if (at < 0) throw new Refused("there is no kind of fact '" + kind + "': " + Suggestion.fix(word, known));
            wanted.add(FactKind.values()[at]);
        }
        return wanted.isEmpty() ? Set.of(FactKind.values()) : wanted;
    }

    static OptionalLong time(Optional<String> text, Clock clock) {
        if (text.isEmpty()) return OptionalLong.empty();
        OptionalLong time = clock.parse(text.get());
        if (time.isEmpty())
            throw new Refused("'" + text.get() + "' is not a time: write for example "
                    + clock.format(clock.start()));
        return time;
    }
}

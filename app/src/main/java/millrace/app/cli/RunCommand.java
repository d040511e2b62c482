package millrace.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import millrace.compile.Plan;
import millrace.design.Counts;
import millrace.design.Suggestion;
import millrace.expect.Truth;
import millrace.simulation.Outlet;
import millrace.simulation.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code millrace run}: results as they reach the sinks. Nothing of the run is kept, so its length does not matter. */
@Command(name = "run", description = "Runs a design without a window and writes what reaches its sinks.",
        footer = {"", "Results go to the standard output, a summary to the standard error. File sinks write their file "
                + "beside the design. Times are written as the design's clock writes them."})
final class RunCommand implements Callable<Integer> {
    enum Form {
        TABLE,
        JSONL,
        CSV
    }

    private static final int OFTEN = 1024;

    private final Console console;

    @Mixin
    private DesignOptions options = new DesignOptions();

    @Option(names = "--format", paramLabel = "FORM", description = "table (the usual), jsonl or csv.")
    private Form form = Form.TABLE;

    @Option(names = "--node", paramLabel = "SINK",
            description = "Only what reaches this sink. May be given several times.")
    private List<String> nodes = List.of();

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Interrupt interrupt = Interrupt.listen()) {
            return run(Opened.open(options.file(), options, console), interrupt);
        }
    }

    private int run(Opened opened, Interrupt interrupt) {
        int status = results(Horizon.cut(opened), interrupt);
        if (status == Status.DONE) Horizon.tell(opened, console);
        return status;
    }

    private int results(Opened design, Interrupt interrupt) {
        List<SinkShape> all = SinkShape.of(design.plan());
        List<SinkShape> shown = shown(all);
        try (FileSinks files = new FileSinks(design, all)) {
            return results(design.plan(), all, shown, files, interrupt);
        }
    }

    private int results(Plan plan, List<SinkShape> all, List<SinkShape> shown, FileSinks files, Interrupt interrupt) {
        Results results = results(plan, shown);
        Tally tally = new Tally(plan);
        Simulation simulation = new Simulation(plan, tally, outlet(plan, all, shown, results, files));
        boolean whole = true;
        try {
            whole = run(plan, simulation, tally, interrupt);
            results.end();
            console.flush();
        } catch (Console.ReaderGone e) {
            files.keep();
            throw e;
        }
        summary(plan, simulation, tally, files.keep(), whole);
        return whole ? Status.DONE : Status.INTERRUPTED;
    }

    private boolean run(Plan plan, Simulation simulation, Tally tally, Interrupt interrupt) {
        Progress progress = new Progress(console, plan.clock());
        while (simulation.run(OFTEN)) {
            if (interrupt.wished()) return false;
            if (progress.due())
                progress.show(Progress.share(plan, simulation, tally.emitted()), tally.emitted(), simulation.now());
        }
        return true;
    }

    private static Outlet outlet(Plan plan, List<SinkShape> all, List<SinkShape> shown, Results results,
            FileSinks files) {
        SinkShape[] byNode = new SinkShape[plan.nodes().size()];
        boolean[] show = new boolean[byNode.length];
        all.forEach(s -> byNode[s.node()] = s);
        shown.forEach(s -> show[s.node()] = true);
        return (node, now, event) -> {
            files.row(byNode[node], now, event);
            if (show[node]) results.row(byNode[node], now, event);
        };
    }

    private List<SinkShape> shown(List<SinkShape> all) {
        List<String> known = all.stream().map(SinkShape::id).toList();
        Set<String> wanted = new LinkedHashSet<>(nodes);
        for (String id : wanted) {
            if (!known.contains(id))
                throw new Refused("there is no sink '" + id + "': " + Suggestion.fix(id, known));
        }
        return wanted.isEmpty() ? all : all.stream().filter(s -> wanted.contains(s.id())).toList();
    }

    private Results results(Plan plan, List<SinkShape> sinks) {
        return switch (form) {
            case TABLE -> new TableResults(plan.clock(), sinks, console::line);
            case JSONL -> new JsonResults(plan.clock(), console::line);
            case CSV -> new CsvResults(plan.clock(), sinks, console::line);
        };
    }

    private void summary(Plan plan, Simulation simulation, Tally tally, List<Path> written, boolean whole) {
        written.forEach(path -> console.say("wrote " + path));
        tally.troubles().forEach(console::say);
        console.say(tally.text() + (whole ? "; the run ends at " : "; interrupted at ")
                + plan.clock().format(simulation.now()));
        if (whole && !plan.recovery().crashes().isEmpty()) truth(plan);
    }

    /** What crashes cost each sink. */
    private void truth(Plan plan) {
        for (Truth.Sink s : Truth.of(plan, Long.MAX_VALUE))
            console.say(s.node() + ": " + Counts.grouped(s.right()) + " right, " + Counts.grouped(s.lost()) + " lost, "
                    + Counts.grouped(s.doubled()) + " doubled, " + Counts.grouped(s.wrong()) + " wrong");
    }
}

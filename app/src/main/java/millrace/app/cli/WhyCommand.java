package millrace.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import millrace.compile.Plan;
import millrace.design.Suggestion;
import millrace.explain.Answer;
import millrace.explain.Explain;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.operator.Work;
import millrace.trace.Run;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code millrace why}: asks a run why an event fared as it did, or how a window stands. */
@Command(name = "why", description = "Says why an event fared as it did, or why a window has (not) answered.",
        footer = {"", "`millrace trace FILE` shows the numbers of events. Status 1 if the run has no such event."})
final class WhyCommand implements Callable<Integer> {
    /** What is asked about: one of the two. */
    private static final class Question {
        @Option(names = "--event", paramLabel = "ID", required = true,
                description = "The number of an event or a pane.")
        private Optional<Long> event = Optional.empty();

        @Option(names = "--window", paramLabel = "KEY@START", required = true,
                description = "A window by its key and start: A@12:02, @12:02 where the stream has no key, @0 the one of the first events.")
        private Optional<String> window = Optional.empty();
    }

    private final Console console;

    @Mixin
    private DesignOptions options = new DesignOptions();

    @ArgGroup(multiplicity = "0..1")
    private Question question = new Question();

    @Option(names = "--node", paramLabel = "NODE", description = "The window's node, where there are several; alone: how this node is, and why.")
    private Optional<String> node = Optional.empty();

    @Option(names = "--at", paramLabel = "TIME",
            description = "How the window or the node is at this processing time; at the end if not given.")
    private Optional<String> at = Optional.empty();

    WhyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (question.event.isEmpty() && question.window.isEmpty() && node.isEmpty())
            throw new Refused("say what to ask about: --event ID, --window KEY@START or --node NODE");
        Plan plan = Opened.open(options.file(), options, console).plan();
        if (question.window.isPresent()) asked(plan);
        else if (question.event.isEmpty()) known(plan);
        Run run = run(plan);
        if (!run.complete())
            console.say("the run was cut at " + plan.clock().format(run.end()) + ": " + run.ending().reason());
        return answer(run);
    }

    private Run run(Plan plan) {
        Progress progress = new Progress(console, plan.clock());
        Run run = Run.of(plan, p -> {
            if (progress.due()) progress.show(p.share(), p.events(), p.now());
            return true;
        });
        console.wipeBar();
        return run;
    }

    private int answer(Run run) {
        Optional<Answer> answer = question.event.isPresent() ? event(run, question.event.get())
                : question.window.isPresent() ? window(run) : node(run);
        if (answer.isEmpty()) return Status.NO;
        console.words(answer.get().question());
        console.words(answer.get().text());
        console.flush();
        return Status.DONE;
    }

    private Optional<Answer> event(Run run, long id) {
        if (run.trace().event(id).isPresent()) return Optional.of(Explain.event(run.trace(), id));
        console.say("the run has no event " + id);
        return Optional.empty();
    }

    private Optional<Answer> node(Run run) {
        long time = TraceCommand.time(at, run.plan().clock()).orElse(run.end());
        return Optional.of(Explain.node(run, known(run.plan()), time));
    }

    private String known(Plan plan) {
        String wanted = node.orElse("");
        if (plan.nodeNumber(wanted) >= 0) return wanted;
        throw new Refused("there is no node '" + wanted + "': "
                + Suggestion.fix(wanted, plan.nodes().stream().map(Plan.PlanNode::id).toList()));
    }

    /** A window by what was typed. */
    private record Asked(String node, String key, long start) {}

    private Asked asked(Plan plan) {
        String text = question.window.orElse("");
        int sign = text.lastIndexOf('@');
        String start = text.substring(sign + 1);
        String id = windowNode(plan);
        return new Asked(id, sign < 0 ? "" : text.substring(0, sign), start(plan, id, start));
    }

    /** Where a window begins: at a time, with an event by its number, or before all time. */
    private static long start(Plan plan, String node, String text) {
        return switch (plan.nodes().get(plan.nodeNumber(node)).work()) {
            case Work.Transform(WindowOperator w) when w.window() instanceof WindowSpec.Global -> Long.MIN_VALUE;
            case Work.Transform(WindowOperator w) when w.window() instanceof WindowSpec.Count -> number(text);
            default -> TraceCommand.time(Optional.of(text), plan.clock()).orElse(0);
        };
    }

    private static long number(String text) {
        if (text.matches("[0-9]{1,18}")) return Long.parseLong(text);
        throw new Refused(
                "'" + text + "' is not the number of an event: write 0 for the window that begins with the first");
    }

    private String windowNode(Plan plan) {
        List<String> known = plan.nodes().stream().filter(n -> isWindow(n.work())).map(Plan.PlanNode::id).toList();
        if (known.isEmpty()) throw new Refused("the design has no window");
        if (node.isEmpty() && known.size() > 1)
            throw new Refused("say which window node with --node: " + String.join(", ", known));
        String wanted = node.orElse(known.getFirst());
        if (!known.contains(wanted))
            throw new Refused("there is no window node '" + wanted + "': " + Suggestion.fix(wanted, known));
        return wanted;
    }

    private static boolean isWindow(Work work) {
        return work instanceof Work.Transform(WindowOperator operator);
    }

    private Optional<Answer> window(Run run) {
        Asked asked = asked(run.plan());
        long time = TraceCommand.time(at, run.plan().clock()).orElse(run.end());
        return Optional.of(Explain.window(run.trace(), asked.node, asked.key, asked.start, time));
    }
}

package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import millrace.app.editor.Edits;
import millrace.app.editor.Transaction;
import millrace.app.text.Texts;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.design.Durations;
import millrace.design.Node;
import millrace.event.Schema;
import millrace.operator.Interference.What;
import millrace.operator.SourceSpec;
import millrace.operator.Log;
import millrace.operator.LogGroup;
import millrace.operator.Queue;
import millrace.operator.Work;
import millrace.trace.Run;

/**
 * What can be let happen at an instant of a run, to a node, an event of a source or all of it. What can't is told with its
 * reason.
 */
final class WhatIfs {
    private static final long SHORT = 10_000;
    private static final long LONG = 60_000;
    /** How much past the end of the run "for ever" is, ms. */
    private static final long PAST = 1_000;

    /** Carries out what is chosen. */
    interface Doing {
        /** It happens at the instant. */
        void step(Transaction transaction);

        /** It happens to an event, whenever that comes. */
        void touch(Transaction transaction, String words);

        /** Asks for the fields of an event of a source, which arrives at the instant. */
        void askEvent(String source, Schema schema);

        void askRow(String node, SourceSpec.Database database, Schema schema);

        /** Asks for a duration. */
        void askDuration(String question, String usual, LongConsumer then);
    }

    private final Run run;
    private final Plan plan;
    private final Edits edits;
    private final long at;
    private final Doing doing;
    private final List<WhatIf> all = new ArrayList<>();
    private String group = "";

    private WhatIfs(Run run, Edits edits, long at, Doing doing) {
        this.run = run;
        plan = run.plan();
        this.edits = edits;
        this.at = Math.clamp(at, run.start(), Math.max(run.start(), run.end()));
        this.doing = doing;
    }

    static List<WhatIf> ofRun(Run run, Edits edits, long at, Doing doing) {
        WhatIfs ifs = new WhatIfs(run, edits, at, doing);
        boolean saves = run.plan().recovery().checkpoints();
        Optional<String> none = saves ? Optional.empty() : refused("no-checkpoints");
        ifs.add("checkpoint", none, () -> edits.checkpoint(ifs.text(ifs.at)));
        ifs.add("kill-coordinator", none, () -> edits.crash(Edits.COORDINATOR, ifs.text(ifs.at)));
        return ifs.all;
    }

    static List<WhatIf> ofEvent(Run run, Edits edits, long at, long event, Doing doing) {
        WhatIfs ifs = new WhatIfs(run, edits, at, doing);
        switch (new Origins(run).of(event)) {
            case Origins.Origin.Known(String source, long number) -> ifs.event(source, number);
            case Origins.Origin.Unknown(String why) -> {
                for (String word : List.of("drop", "delay", "duplicate"))
                    ifs.all.add(new WhatIf("", Texts.of("what-if." + word + "-event"), Optional.of(why), () -> {}));
            }
        }
        return ifs.all;
    }

    static List<WhatIf> ofNode(Run run, Edits edits, long at, String node, Doing doing) {
        WhatIfs ifs = new WhatIfs(run, edits, at, doing);
        int number = run.plan().nodeNumber(node);
        if (number >= 0) ifs.node(run.plan().nodes().get(number));
        return ifs.all;
    }

    /** What is said where no node is selected that could be killed. */
    static WhatIf killNothing() {
        return new WhatIf("", words("kill"), refused("no-node"), () -> {});
    }

    private void node(PlanNode node) {
        add("kill", Optional.empty(), () -> edits.crash(node.id(), text(at)));
        for (int i = 1; i <= node.effort().instances() && node.effort().instances() > 1; i++) {
            String instance = node.id() + "#" + i;
            add("kill-instance", Optional.empty(), () -> edits.crash(instance, text(at)), String.valueOf(i));
        }
        switch (node.work()) {
            case Work.Source(var spec) -> source(node, spec);
            case Work.Transform(Log log) -> log.groups().forEach(g -> group(node, g));
            case Work.Transform(Queue queue) ->
                    queue.workers().forEach(w -> consumer(node, w.name(), w.takes()));
            case Work.Transform t -> {}
            case Work.Sink s -> {}
        }
    }

    private void group(PlanNode log, LogGroup of) {
        group = of.name();
        add("kill-consumer", Optional.empty(), () -> edits.crash(log.id() + "." + of.name(), text(at)), of.name());
        consumer(log, of.name(), of.takes());
    }

    private void consumer(PlanNode node, String name, long takes) {
        group = name;
        String slowly = Durations.format(Math.max(1_000, 4 * takes));
        add("pause", Optional.empty(), () -> edits.pause(node.id(), name, text(at), text(at + SHORT)), name,
                Durations.format(SHORT));
        add("pause", Optional.empty(), () -> edits.pause(node.id(), name, text(at), text(at + LONG)), name,
                Durations.format(LONG));
        ask("pause-for", SHORT, length -> edits.pause(node.id(), name, text(at), text(at + length)), name);
        add("slow", Optional.empty(), () -> edits.slow(node.id(), name, text(at), text(past()), slowly), name,
                slowly);
        ask("slow-to", 4 * Math.max(250, takes),
                length -> edits.slow(node.id(), name, text(at), text(past()), Durations.format(length)), name);
        group = "";
    }

    private void source(PlanNode node, SourceSpec spec) {
        Optional<String> stopped = spec.timing().interference().stops().stream().anyMatch(s -> at < s.to())
                ? refused("stopped")
                : Optional.empty();
        add("stop", stopped, () -> edits.stop(node.id(), text(at), text(at + LONG), true), Durations.format(LONG));
        if (stopped.isEmpty())
            ask("stop-for", LONG, length -> edits.stop(node.id(), text(at), text(at + length), true));
        add("stop-for-ever", stopped, () -> edits.stop(node.id(), text(at), text(past()), false));
        Schema schema = node.outputs().getFirst().schema();
        if (spec instanceof SourceSpec.Database d) tell("edit-row", () -> doing.askRow(node.id(), d, schema));
        else
            tell("insert-event", () -> doing.askEvent(node.id(), schema));
    }

    private void event(String source, long number) {
        String name = plan.design().node(source).map(Node::name).orElse(source);
        String which = String.valueOf(number);
        touch("drop", () -> edits.touch(source, number, What.DROP, ""), which, name);
        for (long by : List.of(SHORT, LONG))
            touch("delay", () -> edits.touch(source, number, What.DELAY, Durations.format(by)), which, name,
                    Durations.format(by));
        String by = words("delay-by", which, name);
        tell(by, Optional.empty(), () -> doing.askDuration(by, Durations.format(SHORT),
                length -> doing.touch(edits.touch(source, number, What.DELAY, Durations.format(length)),
                        words("delay", which, name, Durations.format(length)))));
        touch("duplicate", () -> edits.touch(source, number, What.DUPLICATE, Durations.format(SHORT)), which, name,
                Durations.format(SHORT));
    }

    private void touch(String word, Supplier<Transaction> step, String... parts) {
        String words = words(word, parts);
        tell(words, Optional.empty(), () -> doing.touch(step.get(), words));
    }

    private void add(String word, Optional<String> refused, Supplier<Transaction> step, String... parts) {
        all.add(new WhatIf(group, words(word, parts), refused, () -> doing.step(step.get())));
    }

    private void ask(String word, long usual, Function<Long, Transaction> then, String... parts) {
        String words = words(word, parts);
        tell(words, Optional.empty(),
                () -> doing.askDuration(words, Durations.format(usual), length -> doing.step(then.apply(length))));
    }

    private void tell(String word, Runnable what) {
        tell(words(word), Optional.empty(), what);
    }

    private void tell(String words, Optional<String> refused, Runnable what) {
        all.add(new WhatIf(group, words, refused, what));
    }

    private static String words(String word, String... parts) {
        return Texts.of("what-if." + word, (Object[]) parts);
    }

    private static Optional<String> refused(String why) {
        return Optional.of(Texts.of("what-if.refused." + why));
    }

    private long past() {
        return Math.max(run.end(), at) + PAST;
    }

    private String text(long time) {
        return plan.clock().full(time);
    }
}

package millrace.app.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.application.Platform;
import millrace.app.chart.ChartModel;
import millrace.app.chart.ChartModels;
import millrace.app.pane.Shown;
import millrace.app.pane.Underway;
import millrace.app.text.Texts;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.design.Outcome;
import millrace.trace.Run;

/**
 * Makes comparisons in the background, only the newest that was asked for. One that is on its way as the next is asked for is still
 * told, so that a hand that drags sees what it does.
 */
final class Workshop {
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Workshop::thread);
    private final AtomicLong newest = new AtomicLong();
    private final Consumer<Made> tell;

    /** What came of it. */
    sealed interface Made {
        /** @param charts of each window and join, or of all nodes if there is none, one for each side */
        record Ready(Compared compared, Lanes lanes, Map<String, List<ChartModel>> charts) implements Made {
            /** Two of the sides alone. */
            Ready only(Compared.Pair pair) {
                Compared some = compared.only(pair);
                Map<String, List<ChartModel>> two = new LinkedHashMap<>();
                charts.forEach((node, all) -> two.put(node, List.of(all.get(pair.left()), all.get(pair.right()))));
                return new Ready(some, Lanes.of(some), two);
            }
        }

        /** One of the ways cannot be run: why. */
        record Refused(String why) implements Made {}
    }

    /** @param tell hears on the interface's thread */
    Workshop(Consumer<Made> tell) {
        this.tell = tell;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "compare");
        thread.setDaemon(true);
        return thread;
    }

    /** What is on its way does not matter any more. */
    void forget() {
        newest.incrementAndGet();
    }

    /** A pinned run beside the present one. */
    void pinned(Shown pinned, Shown present) {
        order(() -> made(List.of(Side.of(Texts.of("compare.pinned"), pinned.run()),
                Side.of(Texts.of("compare.present"), present.run()))));
    }

    /** The present design, run in each of the ways. */
    void pair(ReadyPair pair, Shown present) {
        order(() -> {
            List<Side> sides = new ArrayList<>();
            for (ReadyPair.Way way : pair.ways()) {
                Outcome<Plan> plan = Compiler.compile(way.design().apply(present.design()), present.files());
                if (plan.value().isEmpty())
                    return new Made.Refused(Texts.of("compare.refused", way.title(),
                            plan.problems().getFirst().message()));
                sides.add(Side.of(way.title(), Run.of(plan.value().get())));
            }
            return made(sides);
        });
    }

    private void order(java.util.function.Supplier<Made> make) {
        long number = newest.incrementAndGet();
        Underway.begun();
        worker.execute(() -> {
            Optional<Made> made = newest.get() == number ? Optional.of(attempt(make)) : Optional.empty();
            Platform.runLater(() -> {
                made.ifPresent(tell);
                Underway.ended();
            });
        });
    }

    /** A failure of our own is told, too. */
    private static Made attempt(java.util.function.Supplier<Made> make) {
        try {
            return make.get();
        } catch (RuntimeException | OutOfMemoryError e) {
            return new Made.Refused(Texts.of("run.failed", String.valueOf(e)));
        }
    }

    private static Made made(List<Side> sides) {
        Compared compared = Compared.of(sides);
        return new Made.Ready(compared, Lanes.of(compared), charts(sides));
    }

    private static Map<String, List<ChartModel>> charts(List<Side> sides) {
        Plan plan = sides.getFirst().run().plan();
        boolean windows = plan.nodes().stream().anyMatch(ChartModels::worth);
        Map<String, List<ChartModel>> charts = new LinkedHashMap<>();
        for (PlanNode node : plan.nodes()) {
            boolean everywhere = sides.stream().allMatch(s -> s.run().plan().nodeNumber(node.id()) >= 0);
            if (everywhere && (ChartModels.worth(node) || !windows))
                charts.put(node.id(), sides.stream().map(s -> chart(s, node.id())).toList());
        }
        return charts;
    }

    private static ChartModel chart(Side side, String node) {
        return ChartModels.of(side.run().trace(), node, side.keys(), side.run().start(), side.run().end());
    }
}

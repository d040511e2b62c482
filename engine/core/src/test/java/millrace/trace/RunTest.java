package millrace.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.simulation.Keyframe;
import millrace.simulation.Outlet;
import millrace.simulation.Simulation;
import org.junit.jupiter.api.Test;

/** Runs are recorded whole, can be entered anywhere, and are not changed by being watched. */
class RunTest {
    private static final long SEED = 20_261_122;

    private static long time(Run run, String text) {
        return run.plan().clock().parse(text).orElseThrow();
    }

    private static List<String> panes(Run run) {
        return run.trace().facts().filter(Fact.Fired.class::isInstance).map(Fact.Fired.class::cast).map(f -> {
            var clock = run.plan().clock();
            return clock.format(f.at()) + " " + clock.window(f.pane().start(), f.pane().end()) + " "
                    + (f.pane().retraction() ? "-" : "") + f.event().value(2) + " " + f.pane().timing().word();
        }).toList();
    }

    @Test
    void lateArrivalsGiveTenPanes() {
        Run run = Curriculum.run(Curriculum.lateArrivals("10 min"));
        assertEquals(List.of("12:05:59 [12:00, 12:02) 5 on time", "12:06:00 [12:02, 12:04) 7 early",
                "12:07:00 [12:02, 12:04) 10 early", "12:07:00 [12:04, 12:06) 4 early",
                "12:07:28 [12:02, 12:04) 18 on time", "12:07:39 [12:04, 12:06) 4 on time",
                "12:08:00 [12:06, 12:08) 3 early", "12:08:19 [12:00, 12:02) 14 late",
                "12:09:00 [12:06, 12:08) 12 early", "12:09:20 [12:06, 12:08) 12 on time"), panes(run));
        assertTrue(run.complete());
        assertEquals(time(run, "12:09:22"), run.end());
    }

    @Test
    void aRunThatIsCutSaysSo() {
        Plan plan = Curriculum.plan(Curriculum.generated(5000));
        assertEquals(Run.Ending.EVENTS, Run.of(plan, Run.Watch.NONE, new Run.Limits(1 << 20, 100, 1000)).ending());
        assertEquals(Run.Ending.STEPS, Run.of(plan, Run.Watch.NONE, new Run.Limits(100, 1000, 1000)).ending());
        Run stopped = Run.of(plan, progress -> progress.steps() < 4000);
        assertEquals(Run.Ending.CANCELLED, stopped.ending());
        assertEquals(4096, stopped.steps());
        assertFalse(stopped.complete());
        assertFalse(stopped.ending().reason().isEmpty());
        Run endless = Run.of(Curriculum.plan(Curriculum.generated(0)), Run.Watch.NONE,
                new Run.Limits(1 << 20, 100_000, 60_000));
        assertEquals(Run.Ending.HORIZON, endless.ending());
        assertTrue(endless.end() <= endless.start() + 60_000 && endless.trace().rows(FactKind.EMITTED).size() > 400);
    }

    @Test
    void progressGrowsAndTheRunCanBeReadMeanwhile() {
        List<Double> shares = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        Run.of(Curriculum.plan(Curriculum.generated(3000)), new Run.Watch() {
            private Run run;

            @Override
            public void begun(Run begun) {
                run = begun;
            }

            @Override
            public boolean goOn(Run.Progress progress) {
                shares.add(progress.share());
                rows.add(new Moments(run.trace()).at(progress.now()).facts());
                return true;
            }
        });
        assertTrue(shares.size() > 10 && shares.getLast() > 0.8 && shares.getFirst() < 0.1, shares.toString());
        assertTrue(rows.getLast() > rows.get(1) && rows.get(1) > 1000, rows.toString());
    }

    @Test
    void theRecorderChangesNothing() {
        Plan plan = Curriculum.plan(Curriculum.generated(2000));
        Simulation alone = new Simulation(plan, null, Outlet.NONE);
        Simulation watched = new Simulation(plan, new TraceRecorder(plan), Outlet.NONE);
        while (alone.step()) {
            assertTrue(watched.step());
            if (alone.steps() % 997 == 0) assertEquals(alone.hash(), watched.hash(), "step " + alone.steps());
        }
        assertEquals(alone.hash(), watched.hash());
    }

    @Test
    void seekingEqualsRunningThere() {
        Random random = new Random(SEED);
        for (Design design : List.of(Curriculum.lateArrivals("2 min"), Curriculum.generated(1500))) {
            Run run = Curriculum.run(design);
            Timeline timeline = new Timeline(run);
            for (int i = 0; i < 25; i++) {
                long step = random.nextLong(run.steps() + 1);
                Simulation ran = new Simulation(run.plan(), null, Outlet.NONE);
                while (ran.steps() < step)
                    ran.step();
                assertEquals(ran.hash(), timeline.seek(step).hash(), "seed " + SEED + ", step " + step);
            }
        }
    }

    @Test
    void theNextOfAKindIsFoundBothWays() {
        Run run = Curriculum.run(Curriculum.lateArrivals("2 min"));
        Timeline timeline = new Timeline(run);
        Set<FactKind> marks = Set.of(FactKind.FIRED, FactKind.DROPPED);
        assertEquals(OptionalLong.of(time(run, "12:08:19")), timeline.next(marks, time(run, "12:08:00")));
        assertEquals(OptionalLong.of(time(run, "12:08:00")), timeline.previous(marks, time(run, "12:08:19")));
        assertEquals(OptionalLong.empty(), timeline.previous(marks, time(run, "12:05:59")));
        assertEquals(time(run, "12:07:00"), timeline.atStep(timeline.stepAt(time(run, "12:07:05"))).time());
    }

    @Test
    void aForkIsARunOfItsOwn() {
        Run run = Curriculum.run(Curriculum.lateArrivals("10 min"));
        long at = time(run, "12:08:19");
        Timeline fork = new Timeline(run).fork(Curriculum.plan(Curriculum.lateArrivals("2 min")), at);
        assertEquals(at, fork.position());
        assertEquals(1, fork.run().trace().rows(FactKind.DROPPED).size());
        assertEquals(0, run.trace().rows(FactKind.DROPPED).size());
    }

    @Test
    void keyframesAreDenseAtFirstAndNeverTooMany() {
        Keyframes frames = new Keyframes();
        Simulation simulation = new Simulation(Curriculum.plan(Curriculum.generated(5000)), null, Outlet.NONE);
        frames.add(simulation.save());
        long last = 0;
        while (simulation.step()) {
            if (!frames.due(simulation.steps())) continue;
            Keyframe frame = simulation.save();
            assertTrue(frame.steps() - last >= 1000);
            last = frame.steps();
            frames.add(frame, 0);
        }
        assertTrue(frames.size() >= simulation.steps() / 1000 && frames.size() <= 401);
        assertEquals(2000, frames.before(2999).steps());
        assertEquals(0, frames.before(999).steps());
    }

    @Test
    void aRunCanBeReadByAnotherThreadWhileItGrows() throws Exception {
        var running = new java.util.concurrent.CompletableFuture<Run>();
        var finished = new java.util.concurrent.CompletableFuture<Run>();
        Thread thread = new Thread(() -> {
            try {
                finished.complete(Run.of(Curriculum.plan(Curriculum.generated(20_000)), new Run.Watch() {
                    @Override
                    public void begun(Run run) {
                        running.complete(run);
                    }

                    @Override
                    public boolean goOn(Run.Progress progress) {
                        return true;
                    }
                }));
            } catch (RuntimeException | Error e) {
                running.completeExceptionally(e);
                finished.completeExceptionally(e);
            }
        });
        thread.start();
        Run run = running.get();
        Random random = new Random(SEED);
        List<Integer> rows = new ArrayList<>();
        List<Moment> seen = new ArrayList<>();
        while (!finished.isDone() && seen.size() < 2000) {
            int size = run.trace().size();
            int row = random.nextInt(size + 1);
            rows.add(row);
            seen.add(new Moments(run.trace()).atRow(row));
            if (row < size) run.trace().fact(row);
        }
        Moments after = new Moments(finished.get().trace());
        for (int i = 0; i < seen.size(); i += 1 + seen.size() / 300)
            assertEquals(Fold.summary(after.atRow(rows.get(i)).node("window").orElseThrow()),
                    Fold.summary(seen.get(i).node("window").orElseThrow()), "row " + rows.get(i));
        assertFalse(seen.isEmpty());
    }
}

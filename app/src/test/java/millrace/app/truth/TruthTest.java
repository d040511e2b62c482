package millrace.app.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import millrace.app.pane.Posed;
import millrace.app.pane.Shown;
import millrace.app.truth.TruthModel.Nothing;
import millrace.app.truth.TruthModel.OfNode;
import millrace.app.truth.TruthModel.Said;
import millrace.app.truth.TruthModel.Verdict;
import millrace.app.truth.TruthModel.Window;
import millrace.design.Clock;
import millrace.design.Value;
import millrace.expect.Truth;
import millrace.measure.BoundSweep;
import org.junit.jupiter.api.Test;

/** What the view of the truth says of shipped designs, as their lessons state it. */
class TruthTest {
    private static final String LATE = "time/late-arrivals";

    private static TruthModel model(Shown shown) {
        return TruthReader.of(shown, () -> true).orElseThrow();
    }

    private static long at(String time) {
        return Clock.MIDNIGHT.parse(time).orElseThrow();
    }

    private static List<String> said(Window window) {
        return window.said().stream().map(s -> s.text() + (s.right() ? "" : " wrong")).toList();
    }

    @Test
    void theFirstWindowIsWrongUntilTheNineIsIn() {
        OfNode node = model(Posed.shown(LATE)).nodes().getFirst();
        Window first = node.windows().getFirst();
        assertEquals(Optional.of("14"), first.right());
        assertEquals(List.of("5 wrong", "14"), said(first));
        assertEquals(Verdict.NOT_YET, first.at(at("12:05:30"), at("12:09:22")));
        assertEquals(Verdict.WRONG, first.at(at("12:08:18"), at("12:09:22")));
        assertEquals(Verdict.RIGHT, first.at(at("12:08:19"), at("12:09:22")));
        assertEquals(node.windows().size(), node.endRight());
        assertEquals(0, node.missed());
        assertTrue(first.said().stream().mapToInt(Said::fact).allMatch(f -> f >= 0));
    }

    @Test
    void withoutLatenessTheNineIsMissedAndTheFiveStaysWrong() {
        Shown shown = Posed.shown(LATE,
                d -> d.change("by2", n -> n.withSettings(n.settings().with("lateness", Value.of("0 s")))));
        OfNode node = model(shown).nodes().getFirst();
        Window first = node.windows().getFirst();
        assertEquals(List.of("9"), first.missed().stream().map(TruthModel.Missed::text).toList());
        assertEquals(at("12:08:19"), first.missed().getFirst().at());
        assertEquals(Verdict.WRONG, first.at(at("12:09:22"), at("12:09:22")));
        assertEquals(node.windows().size() - 1, node.endRight());
    }

    @Test
    void thePerfectWatermarkMissesNothing() {
        OfNode node = model(Posed.shown("time/perfect-or-guess")).nodes().getFirst();
        assertEquals(node.windows().size(), node.endRight());
        assertTrue(node.windows().stream().flatMap(w -> w.said().stream()).allMatch(Said::right));
    }

    @Test
    void theSinksOfACrashAreHeldAgainstTheRunWithoutOne() {
        TruthModel model = model(Posed.shown("faults/kill-it"));
        assertEquals(List.of(new Truth.Sink("board", 1, 0, 0, 0), new Truth.Sink("plain", 15, 0, 5, 0),
                new Truth.Sink("safe", 15, 0, 0, 0)), model.sinks());
        assertEquals(Optional.empty(), model.nothing());
    }

    @Test
    void whereNothingCanBeWrongItSaysSo() {
        assertEquals(Optional.of(Nothing.NO_WINDOW), model(Posed.shown("state/moving-house")).nothing());
    }

    @Test
    void theSweepGoesFromNoBoundToOneThatLosesNothing() {
        Shown shown = Posed.shown("time/bound-or-lateness");
        List<Sweep> told = new java.util.ArrayList<>();
        Sweep.make(shown, "ten", () -> true, told::add);
        Sweep last = told.getLast();
        assertTrue(last.whole());
        assertEquals(told.size(), last.bounds().size(), "it is told after each bound");
        assertEquals(OptionalLong.of(5_000), last.present());
        assertEquals(0, last.bounds().getFirst());
        assertTrue(last.points().getFirst().complete() < 1);
        assertEquals(1, last.points().getLast().complete());
        assertEquals(List.of(5_000L), last.points()
                .stream()
                .map(BoundSweep.Point::bound)
                .filter(b -> b == 5_000)
                .toList());
    }

    @Test
    void aWindowThatNeverAnswersIsWrongOnlyWhenTheRunIsOver() {
        TruthModel model = model(Posed.shown("time/bound-or-lateness"));
        Window open = model.nodes().getFirst().windows().getLast();
        assertEquals(Optional.of("10"), open.right());
        assertEquals(Verdict.NOT_YET, open.at(model.end() - 1, model.end()));
        assertEquals(Verdict.NEVER, open.at(model.end(), model.end()));
    }

    @Test
    void aSweepThatNobodyWaitsForTellsNothing() {
        List<Sweep> told = new java.util.ArrayList<>();
        Sweep.make(Posed.shown("time/bound-or-lateness"), "ten", () -> false, told::add);
        assertEquals(List.of(), told);
    }

    @Test
    void whatHasPassedIsCountedUpToTheVeryInstant() {
        long[] times = {1, 2, 2, 2, 5};
        assertEquals(0, TruthModel.passed(times, 0));
        assertEquals(4, TruthModel.passed(times, 2));
        assertEquals(4, TruthModel.passed(times, 4));
        assertEquals(5, TruthModel.passed(times, 9));
    }
}

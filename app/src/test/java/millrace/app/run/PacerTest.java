package millrace.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.compile.Compiler;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.trace.Fact;
import millrace.trace.Run;
import millrace.trace.Trace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Play paces itself: what happens at one instant is played out, one step after the other, then the clock goes on. */
class PacerTest {
    private static final Path FILE = Path.of("../designs/time/late-arrivals.json");
    private final Playhead playhead = new Playhead();
    private Trace trace;

    @BeforeEach
    void run() {
        Run run = Run.of(Compiler
                .compile(DesignReader.read(FILE).design().orElseThrow(), new DesignFolder(FILE.getParent()))
                .value()
                .orElseThrow());
        trace = run.trace();
        playhead.range(run.start(), run.end());
        playhead.pace(Optional.of(new Pacer(trace)));
    }

    private long time(String time) {
        return trace.plan().clock().parse(time).orElseThrow();
    }

    /** The places that are seen while this much real time passes, each once. */
    private List<Place> played(double millis) {
        List<Place> places = new ArrayList<>();
        for (double passed = 0; passed < millis; passed += 10) {
            playhead.tick(10);
            if (places.isEmpty() || !places.getLast().equals(playhead.place())) places.add(playhead.place());
        }
        return places;
    }

    @Test
    void theClockStandsStillUntilTheCascadeOfOneEventWasSeenStepByStep() {
        long arrives = time("12:08:19");
        playhead.seek(arrives - 100);
        playhead.toggle();
        List<Place> places = played(3_000);
        List<Place> within = places.stream().filter(p -> p.time() == arrives && !p.whole()).toList();
        List<Long> steps = within.stream().map(p -> trace.step(p.rows())).toList();
        assertTrue(within.size() >= 3, "from the source to the sink it goes over several wires: " + places);
        assertEquals(steps.stream().sorted().distinct().toList(), steps, "each step is seen once, in order");
        assertTrue(places.stream().anyMatch(p -> p.time() > arrives), "then the clock goes on");
        assertTrue(places.contains(Place.at(arrives)) || playhead.time() > arrives);
    }

    @Test
    void whatIsNextIsOnItsWireAndWhatWasSeenHasAnAge() {
        long arrives = time("12:08:19");
        playhead.seek(arrives - 100);
        playhead.toggle();
        played(100 + 130);
        Paced paced = playhead.unfolding().orElseThrow();
        assertTrue(trace.facts(paced.from(), paced.to()).anyMatch(Fact.Delivered.class::isInstance));
        assertTrue(paced.share() > 0.3 && paced.share() < 0.7, paced.share() + " of its time");
        String source = trace.node(paced.recent().getLast().from());
        assertEquals(130, paced.age(source, arrives), 12);
        assertEquals(Double.POSITIVE_INFINITY, paced.age(source, arrives - 60_000));
    }

    @Test
    void theFasterTheClockTheShorterAStepAndFrom32OnNothingIsPaced() {
        Pacer pacer = new Pacer(trace);
        int row = trace.rowsUntil(time("12:08:19") - 1);
        while (pacer.beat(row, 1) == 0)
            row = pacer.stepEnd(row);
        assertEquals(260, pacer.beat(row, 1));
        assertEquals(65, pacer.beat(row, 16));
        playhead.seek(time("12:05:00"));
        playhead.speedProperty().set(32);
        playhead.toggle();
        playhead.tick(1_000);
        assertEquals(time("12:05:32"), playhead.time());
        assertTrue(playhead.unfolding().isEmpty());
    }

    @Test
    void withoutPacingTheClockNeverStandsStill() {
        playhead.pacedProperty().set(false);
        playhead.toggle();
        for (int i = 0; i < 6_000; i++)
            playhead.tick(10);
        assertEquals(time("12:06:00"), playhead.time());
    }

    @Test
    void itPlaysUntilAPlaceWithinAnInstantAndPausesThere() {
        long arrives = time("12:08:19");
        int rows = trace.rowsUntil(arrives - 1) + 2;
        Place stop = new Place(arrives, new Pacer(trace).stepEnd(rows));
        for (boolean paced : new boolean[] {true, false}) {
            playhead.pacedProperty().set(paced);
            playhead.seek(arrives - 2_000);
            playhead.playTo(stop);
            for (int i = 0; i < 1_000 && playhead.playingProperty().get(); i++)
                playhead.tick(10);
            assertFalse(playhead.playingProperty().get());
            assertEquals(stop, playhead.place());
        }
    }

    @Test
    void aRangeIsPlayedAgainAndAgain() {
        playhead.pacedProperty().set(false);
        playhead.loopProperty().set(Optional.of(new Playhead.Range(time("12:06"), time("12:06:10"))));
        playhead.toggle();
        assertEquals(time("12:06"), playhead.time(), "it begins where the range begins");
        for (int i = 0; i < 250; i++)
            playhead.tick(100);
        assertEquals(time("12:06:05"), playhead.time(), "25 s have passed");
        playhead.loopProperty().set(Optional.empty());
        playhead.tick(10_000);
        assertEquals(time("12:06:15"), playhead.time());
    }
}

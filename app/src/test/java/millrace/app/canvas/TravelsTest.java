package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import millrace.app.canvas.Traveller.Fate;
import millrace.app.canvas.Traveller.OnWire;
import millrace.design.Value;
import millrace.event.Event;
import millrace.event.Watermark;
import millrace.trace.Fact;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;
import org.junit.jupiter.api.Test;

/** What is on the wires of "Late arrivals" around 12:08:19, when the late 9 comes. */
class TravelsTest {
    private static final String FIRST = "scores.out -> positive.in";
    private static final String SECOND = "positive.out -> by2.in";
    private static final String RESULT = "by2.out -> totals.in";
    private final Runs runs = Runs.lateArrivals();
    private final Lags lags = new Lags(runs.view().trace(), runs.moments());
    private final Travels travels = new Travels(runs.view(), lags);

    private List<OnWire> at(String time, double millisLater, double speed) {
        double now = runs.time(time) + millisLater;
        return travels.at(runs.moments().at((long) now), new Motion(now, speed, true))
                .stream()
                .filter(OnWire.class::isInstance)
                .map(OnWire.class::cast)
                .toList();
    }

    @Test
    void anEventGoesAlongOneWireAfterTheOther() {
        OnWire first = at("12:08:19", 130, 1).getFirst();
        assertEquals(FIRST, first.wire());
        assertEquals(0.5, first.progress(), 1e-6);
        assertEquals(Fate.PLAIN, first.fate(), "not late before the window says so");
        OnWire second = at("12:08:19", 260 + 65, 1).getFirst();
        assertEquals(SECOND, second.wire());
        assertEquals(0.25, second.progress(), 1e-6);
        assertEquals(Fate.LATE, second.fate());
        OnWire result = at("12:08:19", 2 * 260 + 65, 1).getFirst();
        assertEquals(RESULT, result.wire());
        assertTrue(((Event) result.element()).schema.panes());
        assertEquals(List.of(), at("12:08:19", 3 * 260 + 5, 1));
    }

    @Test
    void theSpeedStretchesTheWay() {
        OnWire fast = at("12:08:19", 4 * 130, 4).getFirst();
        assertEquals(0.5, fast.progress(), 1e-6);
        assertEquals(FIRST, fast.wire());
    }

    @Test
    void watermarksTravelToo() {
        OnWire tag = at("12:08:10", 130, 1).getFirst();
        assertTrue(tag.element() instanceof Watermark);
    }

    @Test
    void pausedNothingIsOnAWireWithoutTransit() {
        long now = runs.time("12:08:19");
        assertEquals(List.of(), travels.at(runs.moments().at(now), Motion.still(now)));
    }

    @Test
    void withATransitTimeThePlaceIsTheShareOfTheWay() {
        Runs slow = Runs.of(runs.design().withSettings(runs.design().settings().with("transit", Value.of("10 s"))));
        long now = slow.time("12:08:22");
        List<Traveller> all = new Travels(slow.view(), new Lags(slow.view().trace(), slow.moments()))
                .at(slow.moments().at(now), Motion.still(now));
        OnWire nine = (OnWire) all.stream()
                .filter(t -> t instanceof OnWire w && w.wire().equals(FIRST) && w.element() instanceof Event)
                .findFirst()
                .orElseThrow();
        assertEquals(0.3, nine.progress(), 1e-6);
    }

    @Test
    void aDroppedEventFallsOut() {
        Runs strict = Runs.of(runs.design().change("by2", n -> n.with("lateness", Value.of("2 min"))));
        Lags strictLags = new Lags(strict.view().trace(), strict.moments());
        double now = strict.time("12:08:19") + 2 * 260 + 160;
        List<Traveller> all = new Travels(strict.view(), strictLags)
                .at(strict.moments().at((long) now), new Motion(now, 1, true));
        Traveller.Falling falling = (Traveller.Falling) all.stream()
                .filter(Traveller.Falling.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertEquals("by2", falling.node());
        assertEquals(Fate.DROPPED, falling.fate());
        assertEquals(0.5, falling.progress(), 1e-6);
        assertTrue(all.stream()
                .anyMatch(t -> t instanceof OnWire w && w.fate() == Fate.DROPPED
                        && w.wire().equals("by2.late -> too-late.in")));
    }

    @Test
    void severalThousandEventsAreADensityAndNoneIsLeftOut() {
        String settings = "{\"events\": 0, \"rate\": 400, \"keys\": {\"count\": 8}}";
        String file = "{\"millrace\": 1, \"name\": \"x\", \"settings\": {\"clock\": \"12:00:00\", \"until\": "
                + "\"12:00:20\", \"transit\": \"8 s\"}, \"nodes\": [{\"id\": \"a\", \"type\": \"generator\", \"name\": "
                + "\"a\", \"at\": [0, 0], \"settings\": " + settings
                + "}, {\"id\": \"b\", \"type\": \"key-by\", \"name\": "
                + "\"b\", \"at\": [300, 0], \"settings\": {\"key\": \"key\"}}, {\"id\": \"c\", \"type\": \"results\", "
                + "\"name\": \"c\", \"at\": [600, 0]}], \"wires\": [{\"from\": \"a\", \"to\": \"b\"}, "
                + "{\"from\": \"b\", \"to\": \"c\"}]}";
        Runs many = Runs.of(millrace.format.DesignReader.read(file, "many").design().orElseThrow());
        long now = many.time("12:00:10");
        Travels all = new Travels(many.view(), new Lags(many.view().trace(), many.moments()));
        Map<String, Integer> shown = new java.util.TreeMap<>();
        for (Traveller t : all.at(many.moments().at(now), Motion.still(now)))
            if (t instanceof Traveller.Density d) shown.put(d.wire(), Arrays.stream(d.parts()).sum());
        Map<String, Integer> there = new java.util.TreeMap<>();
        many.view().trace().facts().forEach(f -> {
            if (f instanceof Fact.Delivered d && d.element() instanceof Event && d.sentAt() <= now && d.at() > now)
                there.merge(d.wire(), 1, Integer::sum);
        });
        assertEquals(there, shown);
        assertTrue(there.values().stream().mapToInt(Integer::intValue).sum() > 2_000, there.toString());
    }

    @Test
    void atGreatSpeedOnlyNumbersAreShown() {
        double now = runs.time("12:08:19") + 1_000;
        List<Traveller> all = travels.at(runs.moments().at((long) now), new Motion(now, 64, true));
        assertTrue(all.contains(new Traveller.Count(FIRST, 1)), all.toString());
    }

    @Test
    void eachNodeIsSeenWhenWhatItGotIsSeenToArrive() {
        Moment exact = runs.moments().at(runs.time("12:08:19"));
        assertEquals(1, lateAdded(exact));
        assertEquals(0, lateAdded(lags.seen(exact, new Motion(runs.time("12:08:19") + 300, 1, true))));
        assertEquals(1, lateAdded(lags.seen(exact, new Motion(runs.time("12:08:19") + 2 * 260, 1, true))));
        assertEquals(exact, lags.seen(exact, Motion.still(runs.time("12:08:19"))));
    }

    private static long lateAdded(Moment moment) {
        return ((NodeMoment.Window) moment.node("by2").orElseThrow()).lateAdded();
    }
}

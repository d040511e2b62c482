package millrace.app.lanes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import millrace.app.lanes.LanesModel.Place;
import millrace.app.lanes.Marble.Fate;
import millrace.app.lanes.Marble.Kind;
import millrace.app.look.TimeAxis;
import millrace.app.pane.Shown;
import millrace.app.pane.ShownRuns;
import millrace.event.Timing;
import org.junit.jupiter.api.Test;

/** What stands on which lane, against the figures of shipped designs. */
class LanesModelTest {
    private static List<Marble> lane(LanesModel model, String name) {
        int number = number(model, name);
        return IntStream.range(0, model.lanes().get(number).size())
                .mapToObj(i -> model.marble(new Place(number, i)))
                .toList();
    }

    private static int number(LanesModel model, String name) {
        return model.lanes().stream().map(Lane::name).toList().indexOf(name);
    }

    private static List<String> brief(LanesModel model, String name) {
        return lane(model, name).stream()
                .map(m -> model.clock().format(m.at()) + " " + m.key() + " " + m.words())
                .toList();
    }

    @Test
    void eachOrderFindsTheRateOfItsHourAndWaitsForTheWatermark() {
        LanesModel model = LanesModel.of(ShownRuns.of("joins/exchange-rate"));
        assertEquals(Set.of("Orders", "Rates", "Euro", "Total", "Out"),
                model.lanes().stream().map(Lane::name).collect(Collectors.toSet()));
        assertEquals("[09:00:00 EUR 2, 11:00:00 EUR 2, 11:00:00 EUR 3]", brief(model, "Rates").toString());
        assertEquals("[11:00:00 EUR 10, 2, 11:30:00 EUR 10, 2]", brief(model, "Euro").toString());
        assertTrue(model.lanes().get(number(model, "Rates")).table());
        assertTrue(lane(model, "Euro").stream().allMatch(m -> m.kind().equals(new Kind.Pair(List.of("EUR", "EUR")))));
    }

    @Test
    void whatAJoinMadeIsLinkedToItsTwo() {
        LanesModel model = LanesModel.of(ShownRuns.of("joins/exchange-rate"));
        int orders = number(model, "Orders");
        int rates = number(model, "Rates");
        int euro = number(model, "Euro");
        assertEquals(List.of(new LanesModel.Link(new Place(orders, 0), new Place(euro, 0)),
                new LanesModel.Link(new Place(rates, 0), new Place(euro, 0)),
                new LanesModel.Link(new Place(orders, 1), new Place(euro, 1)),
                new LanesModel.Link(new Place(rates, 0), new Place(euro, 1))),
                java.util.stream.Stream.of(0, 1).flatMap(i -> model.pairs(new Place(euro, i)).stream()).toList());
        long order = model.lanes().get(orders).events()[0];
        List<LanesModel.Link> kin = model.kin(order);
        assertTrue(kin.contains(new LanesModel.Link(new Place(orders, 0), new Place(euro, 0))), kin.toString());
        assertTrue(kin.stream().anyMatch(l -> l.to().lane() == number(model, "Out")), "down to the sink: " + kin);
        assertFalse(kin.stream().anyMatch(l -> l.from().equals(new Place(orders, 1))), "but not the other order");
    }

    @Test
    void equalKeysInOtherPartitionsNeverMeetAndThatIsKnownAtTheEnd() {
        Shown run = ShownRuns.of("joins/never-meet");
        LanesModel model = LanesModel.of(run);
        assertEquals(0, lane(model, "Join").size());
        assertEquals(0, model.pairs().size());
        for (Marble marble : lane(model, "Orders")) {
            assertEquals(Fate.NONE, marble.fate(ShownRuns.time(run, "12:00:59.999")));
            assertEquals(Fate.UNPAIRED, marble.fate(ShownRuns.time(run, "12:01:00")));
        }
    }

    @Test
    void panesWearTheirTimingAndTheLateNineItsDiamond() {
        LanesModel model = LanesModel.of(ShownRuns.of("time/late-arrivals"));
        Marble nine = lane(model, "Scores").stream().filter(m -> m.figure().equals("9")).findFirst().orElseThrow();
        assertEquals(Fate.LATE, nine.fate(Long.MAX_VALUE - 1));
        assertEquals("12:08:19", model.clock().format(nine.at()));
        List<String> late = lane(model, "Tumbling 2 min").stream()
                .filter(m -> m.kind().equals(new Kind.Result(Timing.LATE, false)))
                .map(Marble::figure)
                .toList();
        assertEquals(List.of("14"), late);
    }

    @Test
    void eachOutputHasALaneOfItsOwn() {
        LanesModel model = LanesModel.of(ShownRuns.of("messaging/poison"));
        List<String> names = model.lanes().stream().map(Lane::name).toList();
        assertTrue(names.containsAll(List.of("Queue", "Queue, dead")), names.toString());
        assertEquals("[12:00:12  3, A, 4]", brief(model, "Queue, dead").toString());
        assertEquals(4, lane(model, "Done").size());
    }

    @Test
    void halvesOfAnUpdateAreOneAndWhatHappensAtOnceStandsSideBySide() {
        LanesModel model = LanesModel.of(ShownRuns.of("joins/exchange-rate"));
        var layout = layout(model);
        var rates = layout.spots(number(model, "Rates"));
        assertEquals(List.of(false, true), rates.stream().map(LaneLayout.Spot::update).toList());
        LanesModel poison = LanesModel.of(ShownRuns.of("messaging/poison"));
        var jobs = layout(poison).spots(number(poison, "Jobs"));
        assertTrue(jobs.size() > 1 && jobs.size() < 5, "as many as there is room for: " + jobs.size());
        assertEquals(5, jobs.stream().mapToInt(s -> 1 + s.more()).sum());
        for (int i = 1; i < jobs.size(); i++)
            assertTrue(jobs.get(i).x() - jobs.get(i - 1).x() >= jobs.get(i).width());
    }

    private static LaneLayout layout(LanesModel model) {
        TimeAxis axis = TimeAxis.around(model.start(), model.end(), 900, 110).laid(LaneLayout.NAMES, 1058);
        return new LaneLayout(model, axis, 0, 39, 400);
    }

    @Test
    void inADenseLaneEachIsCounted() {
        LanesModel model = LanesModel.of(ShownRuns.of("time/late-arrivals"));
        TimeAxis narrow = TimeAxis.around(model.start(), model.end(), 30, 110).laid(0, 30);
        LaneLayout layout = new LaneLayout(model, narrow, 0, 39, 400);
        int scores = number(model, "Scores");
        assertTrue(layout.dense(scores));
        assertEquals(model.lanes().get(scores).size(),
                java.util.Arrays.stream(new Density(layout, scores).counts()).sum());
    }
}

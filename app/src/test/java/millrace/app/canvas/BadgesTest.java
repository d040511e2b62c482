package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import millrace.app.canvas.InstancesBody.State;
import millrace.compile.Plan;
import millrace.design.Value;
import millrace.event.Event;
import millrace.operator.View;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;
import millrace.trace.Trace;
import org.junit.jupiter.api.Test;

/** What is said beside wires and below nodes, and which events are pairs, replayed and doubled: held against the trace. */
class BadgesTest {
    private static Labels labels(Runs runs) {
        return new Labels(Optional.of(runs.view()));
    }

    private static WireBadges.Badge badge(Runs runs, String wire, String at) {
        Plan.PlanWire planned = runs.view()
                .trace()
                .plan()
                .wires()
                .stream()
                .filter(w -> w.id().equals(wire))
                .findFirst()
                .orElseThrow();
        return WireBadges.badge(planned, runs.at(at), labels(runs));
    }

    @Test
    void aWireTellsHowManyCameHowManyWereDroppedAndItsWatermark() {
        Runs runs = Runs.of(Runs.lateArrivals().design().change("by2", n -> n.with("lateness", Value.of("2 min"))));
        String wire = runs.view().trace().plan().wires().getFirst().id();
        long before = badge(runs, wire, "12:08:18").in();
        assertEquals(before + 1, badge(runs, wire, "12:08:19").in());
        assertTrue(before > 0);
        Plan.PlanWire last = runs.view()
                .trace()
                .plan()
                .wires()
                .stream()
                .filter(w -> runs.view().trace().plan().nodes().get(w.to()).id().equals("by2"))
                .findFirst()
                .orElseThrow();
        assertEquals(0, badge(runs, last.id(), "12:08:18").dropped());
        assertEquals(1, badge(runs, last.id(), "12:08:19").dropped());
        WireBadges.Badge then = badge(runs, last.id(), "12:08:18");
        assertEquals(((NodeMoment.Window) runs.at("12:08:18").node("by2").orElseThrow()).watermark(), then.watermark());
        assertEquals(runs.time("12:08:18") - then.watermark(), then.behind());
    }

    @Test
    void wiresIntoOneNodeAreCountedEachByItself() {
        Runs runs = Runs.ofFile("joins/search-then-click.json");
        Trace trace = runs.view().trace();
        Moment end = runs.view().end();
        for (Plan.PlanWire wire : trace.plan().wires()) {
            long came = trace.facts()
                    .filter(f -> f instanceof Fact.Delivered d && d.wire().equals(wire.id())
                            && d.element() instanceof Event)
                    .count();
            assertEquals(came, WireBadges.badge(wire, end, labels(runs)).in(), wire.id());
        }
    }

    @Test
    void eachPairOfAJoinIsKnownWithBothItsSides() {
        Runs runs = Runs.ofFile("joins/search-then-click.json");
        Lore lore = labels(runs).lore();
        String join = runs.design()
                .nodes()
                .stream()
                .filter(n -> n.type().contains("join"))
                .findFirst()
                .orElseThrow()
                .id();
        assertTrue(lore.pairs(join, runs.view().end().facts()) > 0);
        assertEquals(0, lore.pairs(join, 0));
        runs.view().trace().rows(join, FactKind.DERIVED).stream().forEach(r -> {
            Fact.Derived d = (Fact.Derived) runs.view().trace().fact(r);
            var pair = lore.pair(d.child().id).orElseThrow();
            assertTrue(Set.of(pair.left().id, pair.right().id).contains(d.parent().id));
        });
    }

    @Test
    void aJoinInTimeShowsWhatItKeepsWithPartnersBesideIt() {
        Runs runs = Runs.ofFile("joins/search-then-click.json");
        Sizes sizes = new Sizes(Optional.of(runs.view().end()), labels(runs));
        Layout layout = Layout.of(runs.design(), millrace.catalog.Catalog::find, sizes, false);
        Shape shape = java.util.stream.StreamSupport.stream(layout.shapes().spliterator(), false)
                .filter(s -> s.kind() == Kind.JOIN)
                .findFirst()
                .orElseThrow();
        int met = 0;
        for (long t = runs.view().trace().plan().clock().start(); t < runs.view().end().time(); t += 1_000) {
            Moment moment = runs.moments().at(t);
            View.Join join = (View.Join) moment.node(shape.id()).orElseThrow().view();
            Optional<RetentionBody> body = RetentionBody.of(shape, join, labels(runs), moment.facts());
            if (join.leftSize() > 0) assertTrue(body.isPresent());
            Set<Long> kept = join.left().stream().map(e -> e.id).collect(Collectors.toSet());
            Set<Long> shown = body.stream()
                    .flatMap(b -> b.spots().stream())
                    .map(s -> s.event().id)
                    .collect(Collectors.toSet());
            if (kept.size() <= 2) assertTrue(shown.containsAll(kept), "what is kept at " + t);
            met += shown.size();
        }
        assertTrue(met > 0);
    }

    @Test
    void whatASourceOrALogSendsOnceMoreIsReplayedAndWhatThenStandsTwiceIsDoubled() {
        Runs runs = Runs.ofFile("faults/kill-it.json");
        Trace trace = runs.view().trace();
        Lore lore = labels(runs).lore();
        long crash = runs.time("12:00:22");
        List<Fact.Reached> replayed = trace.rows(FactKind.REACHED)
                .stream()
                .mapToObj(r -> (Fact.Reached) trace.fact(r))
                .filter(f -> lore.replayed(f.event().id, f.index()))
                .toList();
        assertFalse(replayed.isEmpty());
        assertTrue(replayed.stream().allMatch(f -> f.at() > crash));
        List<Fact.Reached> doubled = replayed.stream()
                .filter(f -> lore.doubled(f.node(), f.event().id, f.at()))
                .toList();
        assertFalse(doubled.isEmpty(), "a sink that only appends has some twice");
        assertTrue(doubled.stream().noneMatch(f -> f.node().equals("safe")), "the transactional sink has not");
        Runs quiet = Runs.of(runs.design().withSettings(runs.design().settings().without("crashes")));
        Lore none = labels(quiet).lore();
        assertTrue(quiet.view()
                .trace()
                .rows(FactKind.EMITTED)
                .stream()
                .noneMatch(
                        r -> none.replayed(((Fact.Emitted) quiet.view().trace().fact(r)).event().id,
                                Integer.MAX_VALUE)));
    }

    @Test
    void aNodeTellsItsLastSnapshot() {
        Runs runs = Runs.ofFile("faults/kill-it.json");
        Lore lore = labels(runs).lore();
        assertEquals(Optional.empty(), lore.snapshot("count", runs.at("12:00:05").facts()));
        Lore.Snapshot first = lore.snapshot("count", runs.at("12:00:20").facts()).orElseThrow();
        assertEquals(1, first.checkpoint());
        assertTrue(first.at() <= runs.time("12:00:12"));
    }

    @Test
    void ofSeveralInstancesTheOneThatCrashedIsToldApart() {
        Runs one = Runs.ofFile("faults/more-hands.json");
        Value crash = Value.of(List.of(Value.of("12:00:15"), Value.of("count#2"), Value.of("4 s")));
        Runs runs = Runs.of(one.design()
                .change("count", n -> n.with("instances", Value.of(2)))
                .withSettings(
                        one.design().settings().without("upgrade").with("crashes", Value.of(List.of(crash)))));
        assertEquals(2, labels(runs).instances("count"));
        Moment down = runs.at("12:00:16");
        assertEquals(State.STOPPED, InstancesBody.state(down.status("count"), 0, labels(runs)));
        assertEquals(State.CRASHED, InstancesBody.state(down.status("count"), 1, labels(runs)));
        Moment up = runs.at("12:00:10");
        assertEquals(State.RUNNING, InstancesBody.state(up.status("count"), 1, labels(runs)));
    }

    @Test
    void aFollowerTellsWhatIsOnItsWayAndWhenItIsSeen() {
        Runs runs = Runs.ofFile("examples/search-index.json");
        Trace trace = runs.view().trace();
        boolean met = false;
        for (int row = 0; row < trace.size(); row++) {
            if (!(trace.fact(row) instanceof Fact.Noted n
                    && n.note() instanceof millrace.operator.TableNote.Lags lags))
                continue;
            View.Follower copy = (View.Follower) runs.moments().at(n.at()).node(n.node()).orElseThrow().view();
            assertTrue(copy.waiting().stream().anyMatch(w -> w.due() == lags.until()));
            View.Follower seen = (View.Follower) runs.moments().at(lags.until()).node(n.node()).orElseThrow().view();
            assertTrue(seen.waiting().stream().allMatch(w -> w.due() > lags.until()));
            met = true;
        }
        assertTrue(met);
    }
}

package millrace.app.lanes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import millrace.app.look.Keys;
import millrace.app.pane.Shown;
import millrace.compile.Plan;
import millrace.design.Clock;
import millrace.operator.JoinNote;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Lineage;
import millrace.trace.Trace;

/** All lanes of a run in the order of the plan, and how the things on them hang together. Reading is free of JavaFX. */
record LanesModel(Trace trace, Keys keys, long start, long end, List<Lane> lanes, Marbles marbles, Lineage lineage,
        Map<Place, List<Link>> pairs) {
    /** So many relatives of what is held are linked at most. */
    private static final int KIN = 2_000;

    /** A thing on a lane by its place there. */
    record Place(int lane, int index) {}

    /** What one was made of: from a place to a place. */
    record Link(Place from, Place to) {}

    static LanesModel of(Shown shown) {
        Trace trace = shown.run().trace();
        LanesModel model = new LanesModel(trace, shown.keys(), shown.run().start(), shown.run().end(),
                new LaneReader(trace, shown::name).lanes(), new Marbles(trace), new Lineage(trace),
                new LinkedHashMap<>());
        model.findPairs();
        return model;
    }

    Clock clock() {
        return trace.plan().clock();
    }

    Marble marble(Place place) {
        Lane lane = lanes.get(place.lane());
        return marbles.of(lane, place.index());
    }

    /** Where an event stands; on each lane at most once. */
    List<Place> places(long event) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            int lane = i;
            lanes.get(i).place(event).ifPresent(index -> places.add(new Place(lane, index)));
        }
        return places;
    }

    private void findPairs() {
        trace.rows(FactKind.NOTED).stream().mapToObj(trace::fact).forEach(f -> {
            if (!(f instanceof Fact.Noted n)) return;
            if (n.note() instanceof JoinNote.Paired p) {
                between(n.node(), p.left().id, p.pair().id).forEach(this::pair);
                between(n.node(), p.right().id, p.pair().id).forEach(this::pair);
            } else if (n.note() instanceof JoinNote.LookedUp l) {
                between(n.node(), l.subject().id, l.result().id).forEach(this::pair);
                between(n.node(), l.row().id, l.result().id).forEach(this::pair);
            }
        });
    }

    private void pair(Link link) {
        pairs.computeIfAbsent(link.to(), p -> new ArrayList<>()).add(link);
    }

    /** The two (or more) that a join made this of. */
    List<Link> pairs(Place made) {
        return pairs.getOrDefault(made, List.of());
    }

    /** From an event as it came into a node to what the node made of it. */
    private List<Link> between(String node, long from, long to) {
        Optional<Place> end = laneOf(node).flatMap(lane -> at(lane, to));
        Optional<Place> begin = feeding(node).map(lane -> at(lane, from)).flatMap(Optional::stream).findFirst();
        return begin.isPresent() && end.isPresent() ? List.of(new Link(begin.get(), end.get())) : List.of();
    }

    private Optional<Place> at(int lane, long event) {
        OptionalInt index = lanes.get(lane).place(event);
        return index.isPresent() ? Optional.of(new Place(lane, index.getAsInt())) : Optional.empty();
    }

    private Optional<Integer> laneOf(String node) {
        return lane(node, 0);
    }

    private Optional<Integer> lane(String node, int output) {
        for (int i = 0; i < lanes.size(); i++)
            if (lanes.get(i).node().equals(node) && lanes.get(i).output() == output) return Optional.of(i);
        return Optional.empty();
    }

    private Stream<Integer> feeding(String node) {
        Plan plan = trace.plan();
        int number = plan.nodeNumber(node);
        return plan.wires()
                .stream()
                .filter(w -> w.to() == number)
                .flatMap(w -> lane(plan.nodes().get(w.from()).id(), w.output()).stream());
    }

    /** An event with all that it came from and all that came of it: from lane to lane. */
    List<Link> kin(long event) {
        Map<Long, Boolean> all = new LinkedHashMap<>();
        Stream.of(lineage.ancestors(event).stream().map(e -> e.id), Stream.of(event),
                lineage.descendants(event).stream().map(e -> e.id))
                .flatMap(s -> s)
                .limit(KIN)
                .forEach(id -> all.put(id, true));
        List<Link> links = new ArrayList<>();
        for (long id : all.keySet()) {
            links.addAll(passage(places(id)));
            lineage.parents(id).stream().filter(p -> all.containsKey(p.id)).forEach(p -> links.addAll(made(p.id, id)));
        }
        return links;
    }

    private List<Link> made(long parent, long child) {
        List<Place> to = places(child);
        return to.isEmpty() ? List.of() : between(lanes.get(to.getFirst().lane()).node(), parent, child);
    }

    /** The same event goes on from node to node. */
    private List<Link> passage(List<Place> places) {
        List<Link> links = new ArrayList<>();
        for (Place to : places) {
            String node = lanes.get(to.lane()).node();
            places.stream()
                    .filter(from -> from.lane() != to.lane()
                            && feeding(node).anyMatch(lane -> lane == from.lane()))
                    .forEach(from -> links.add(new Link(from, to)));
        }
        return links;
    }
}

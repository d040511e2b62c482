package millrace.app.checkpoints;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import millrace.app.checkpoints.CheckpointsModel.Checkpoint;
import millrace.app.checkpoints.CheckpointsModel.Kind;
import millrace.app.checkpoints.CheckpointsModel.Outage;
import millrace.app.checkpoints.CheckpointsModel.Road;
import millrace.app.checkpoints.CheckpointsModel.Sign;
import millrace.compile.Pipelines;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanWire;
import millrace.compile.Recovery;
import millrace.measure.Course;
import millrace.measure.Courses;
import millrace.operator.FaultNote;
import millrace.operator.Work;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;

/** Reads what is to be seen of checkpoints out of a run. May be called on any thread. */
final class CheckpointsReader {
    private final Run run;
    private final Plan plan;
    private final List<Pipelines.Members> pipelines;
    private final List<Sign> signs = new ArrayList<>();
    private final List<Outage> outages = new ArrayList<>();

    private CheckpointsReader(Run run) {
        this.run = run;
        plan = run.plan();
        pipelines = Pipelines.of(plan);
    }

    static CheckpointsModel of(Run run) {
        return new CheckpointsReader(run).read();
    }

    private CheckpointsModel read() {
        run.trace().rows(FactKind.NOTED).stream().forEach(row -> {
            if (run.trace().fact(row) instanceof Fact.Noted f && f.note() instanceof FaultNote note) read(f, note);
        });
        List<Course> courses = Courses.of(run);
        boolean several = courses.stream().map(Course::pipeline).distinct().limit(2).count() > 1;
        List<Checkpoint> checkpoints = courses.stream().map(c -> checkpoint(c, several)).toList();
        Recovery recovery = plan.recovery();
        boolean regular = recovery.checkpoints() && recovery.every() < Long.MAX_VALUE;
        return new CheckpointsModel(plan.clock(), run.start(), run.end(), recovery.guarantee(),
                regular ? OptionalLong.of(recovery.every()) : OptionalLong.empty(), nodes(checkpoints), checkpoints,
                outages, signs);
    }

    private void read(Fact.Noted f, FaultNote note) {
        switch (note) {
            case FaultNote.Began b -> sign(Kind.BEGAN, f, b.checkpoint());
            case FaultNote.BarrierArrived a -> sign(Kind.ARRIVED, f, a.checkpoint());
            case FaultNote.Snapshot s -> sign(Kind.HANDED_IN, f, s.checkpoint());
            case FaultNote.Completed c -> sign(Kind.COMPLETED, f, c.checkpoint());
            case FaultNote.Aborted a -> sign(Kind.ABORTED, f, a.checkpoint());
            case FaultNote.Crashed c -> {
                sign(Kind.CRASHED, f, 0);
                if (!c.coordinator()) down(f, run.end(), true);
            }
            case FaultNote.Stopped s -> down(f, s.until(), false);
            case FaultNote.Restored r -> restored(f, r);
            case FaultNote.Skipped s -> {}
            case FaultNote.Missed m -> {}
            case FaultNote.Committed c -> {}
            case FaultNote.RolledBack r -> {}
            case FaultNote.Orphaned o -> {}
        }
    }

    private void sign(Kind kind, Fact.Noted f, long checkpoint) {
        signs.add(new Sign(kind, f.node(), f.at(), f.index(), checkpoint));
    }

    /** A node that is down already is down once. */
    private void down(Fact.Noted f, long until, boolean crashed) {
        if (outages.stream().noneMatch(o -> o.node().equals(f.node()) && o.to() > f.at()))
            outages.add(new Outage(f.node(), f.at(), until, crashed));
    }

    private void restored(Fact.Noted f, FaultNote.Restored note) {
        sign(Kind.RESTORED, f, note.checkpoint());
        for (int i = 0; i < outages.size(); i++) {
            Outage o = outages.get(i);
            if (o.node().equals(f.node()) && o.to() > f.at())
                outages.set(i, new Outage(o.node(), o.from(), f.at(), o.crashed()));
        }
    }

    private Checkpoint checkpoint(Course course, boolean several) {
        String letter = several ? String.valueOf((char) ('a' + course.pipeline() % 26)) : "";
        List<Road> roads = course.stations().stream().flatMap(s -> roads(course, s)).toList();
        return new Checkpoint(course.number() + letter, course, starts(pipelines.get(course.pipeline())), roads);
    }

    /** Sources of the pipeline, and brokers that it reads. */
    private List<String> starts(Pipelines.Members members) {
        Set<Integer> starts = new LinkedHashSet<>();
        members.nodes()
                .stream()
                .filter(n -> plan.nodes().get(n).work() instanceof Work.Source)
                .forEach(starts::add);
        members.consumers().forEach(c -> starts.add(c.node()));
        return starts.stream().sorted().map(this::id).toList();
    }

    private Stream<Road> roads(Course course, Course.Station station) {
        return station.arrivals().stream().flatMap(a -> from(station.node(), a.input()).stream().map(from -> {
            long left = course.stations()
                    .stream()
                    .filter(s -> s.node().equals(from))
                    .mapToLong(s -> s.handedIn().orElse(course.began()))
                    .findFirst()
                    .orElse(course.began());
            return new Road(from, Math.min(left, a.at()), station.node(), a.at());
        }));
    }

    /** The node at the other end of a wire, by the place of the wire among those into the node. */
    private Optional<String> from(String node, int input) {
        int number = plan.nodeNumber(node);
        List<PlanWire> wires = plan.wires().stream().filter(w -> w.to() == number).toList();
        return input < 0 || input >= wires.size() ? Optional.empty() : Optional.of(id(wires.get(input).from()));
    }

    private String id(int node) {
        return plan.nodes().get(node).id();
    }

    private List<String> nodes(List<Checkpoint> checkpoints) {
        Set<String> known = new LinkedHashSet<>();
        checkpoints.forEach(c -> {
            known.addAll(c.starts());
            c.course().stations().forEach(s -> known.add(s.node()));
        });
        outages.forEach(o -> known.add(o.node()));
        return plan.nodes().stream().map(Plan.PlanNode::id).filter(known::contains).toList();
    }
}

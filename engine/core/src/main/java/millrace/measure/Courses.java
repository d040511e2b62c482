package millrace.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import millrace.compile.Pipelines;
import millrace.operator.FaultNote;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import millrace.trace.Timeline;

/** Reads the courses of all checkpoints out of a run. */
public final class Courses {
    private final Run run;
    private final Timeline timeline;
    /** For each node the pipeline that saves it. */
    private final Map<String, Integer> pipelineOf = new LinkedHashMap<>();
    private final List<Making> all = new ArrayList<>();

    /** A course as far as it has been read. */
    private static final class Making {
        final int pipeline;
        final long number;
        final long began;
        final List<Course.Station> stations = new ArrayList<>();
        /** Barriers of nodes that have not handed in. */
        final Map<String, List<Course.Arrival>> open = new LinkedHashMap<>();
        final List<String> order = new ArrayList<>();
        OptionalLong ended = OptionalLong.empty();
        Course.Outcome outcome = Course.Outcome.ON_ITS_WAY;
        String reason = "";

        Making(int pipeline, long number, long began) {
            this.pipeline = pipeline;
            this.number = number;
            this.began = began;
        }

        void arrived(String node, int input, long at) {
            if (!open.containsKey(node)) order.add(node);
            open.computeIfAbsent(node, n -> new ArrayList<>()).add(new Course.Arrival(input, at));
        }

        void handedIn(String node, long at, int overtaken, long size) {
            List<Course.Arrival> arrivals = Optional.ofNullable(open.remove(node)).orElse(List.of());
            order.remove(node);
            stations.add(new Course.Station(node, List.copyOf(arrivals), OptionalLong.of(at), overtaken, size));
        }

        void end(Course.Outcome how, String why, long at) {
            outcome = how;
            reason = why;
            ended = OptionalLong.of(at);
        }

        Course made() {
            List<Course.Station> whole = new ArrayList<>(stations);
            for (String node : order)
                whole.add(new Course.Station(node, List.copyOf(open.getOrDefault(node, List.of())),
                        OptionalLong.empty(), 0, 0));
            return new Course(pipeline, number, began, ended, outcome, reason, whole);
        }
    }

    private Courses(Run run) {
        this.run = run;
        timeline = new Timeline(run);
        List<Pipelines.Members> pipelines = Pipelines.of(run.plan());
        for (int p = 0; p < pipelines.size(); p++)
            for (int node : pipelines.get(p).nodes())
                pipelineOf.put(run.plan().nodes().get(node).id(), p);
    }

    /** In the order in which they began. */
    public static List<Course> of(Run run) {
        Courses courses = new Courses(run);
        run.trace().rows(FactKind.NOTED).stream().forEach(row -> {
            if (run.trace().fact(row) instanceof Fact.Noted f && f.note() instanceof FaultNote note)
                courses.read(f, note);
        });
        return courses.all.stream().map(Making::made).toList();
    }

    private void read(Fact.Noted f, FaultNote note) {
        switch (note) {
            case FaultNote.Began b -> all.add(new Making(b.pipeline(), b.checkpoint(), f.at()));
            case FaultNote.BarrierArrived a ->
                    of(f.node(), a.checkpoint()).ifPresent(m -> m.arrived(f.node(), a.input(), f.at()));
            case FaultNote.Snapshot s -> of(f.node(), s.checkpoint())
                    .ifPresent(m -> m.handedIn(f.node(), f.at(), s.overtaken(), size(f)));
            case FaultNote.Completed c -> of(c.pipeline(), c.checkpoint())
                    .ifPresent(m -> m.end(Course.Outcome.COMPLETED, "", f.at()));
            case FaultNote.Aborted a -> of(a.pipeline(), a.checkpoint())
                    .ifPresent(m -> m.end(Course.Outcome.ABORTED, a.reason(), f.at()));
            default -> {}
        }
    }

    private Optional<Making> of(String node, long checkpoint) {
        return Optional.ofNullable(pipelineOf.get(node)).flatMap(p -> of(p, checkpoint));
    }

    /** The newest of the number: after a recovery numbers go on, so there is one. */
    private Optional<Making> of(int pipeline, long checkpoint) {
        return all.reversed().stream().filter(m -> m.pipeline == pipeline && m.number == checkpoint).findFirst();
    }

    private long size(Fact.Noted handedIn) {
        return timeline.atStep(handedIn.step()).node(handedIn.node()).map(StateSize::of).orElse(0L);
    }
}

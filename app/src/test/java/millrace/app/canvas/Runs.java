package millrace.app.canvas;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.app.look.Keys;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.event.Event;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.simulation.Simulation;
import millrace.trace.Fact;
import millrace.trace.Moment;
import millrace.trace.Moments;
import millrace.trace.Trace;
import millrace.trace.TraceRecorder;

/** A design and its whole run, for tests of what the canvas shows. */
record Runs(Design design, RunView view, Moments moments) {
    static Runs lateArrivals() {
        return ofFile("time/late-arrivals.json");
    }

    /** A design that is shipped. */
    static Runs ofFile(String name) {
        Path file = Path.of("../designs", name);
        return of(DesignReader.read(file).design().orElseThrow(), new DesignFolder(file.getParent()));
    }

    static Runs of(Design design) {
        return of(design, new DesignFolder(Path.of("../designs")));
    }

    private static Runs of(Design design, DesignFolder folder) {
        var outcome = Compiler.compile(design, folder);
        Plan plan = outcome.value().orElseThrow(() -> new AssertionError(outcome.problems().toString()));
        TraceRecorder recorder = new TraceRecorder(plan);
        new Simulation(plan, recorder, (node, now, event) -> {}).run();
        recorder.finish();
        Moments moments = new Moments(recorder.trace());
        Moment end = moments.atRow(recorder.trace().size());
        return new Runs(design, new RunView(recorder.trace(), keys(recorder.trace()), end, moments), moments);
    }

    private static Keys keys(Trace trace) {
        List<String> keys = new ArrayList<>();
        trace.facts().forEach(f -> {
            if (f instanceof Fact.Added a) keys.add(a.key());
        });
        return Keys.of(keys);
    }

    Moment at(String time) {
        return moments.at(view.trace().plan().clock().parse(time).orElseThrow());
    }

    long time(String time) {
        return view.trace().plan().clock().parse(time).orElseThrow();
    }

    Optional<Event> event(long id) {
        return view.trace().event(id);
    }
}

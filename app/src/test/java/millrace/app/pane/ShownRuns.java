package millrace.app.pane;

import java.nio.file.Path;
import millrace.app.look.Keys;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.trace.Run;
import millrace.trace.Timeline;

/** Runs of shipped designs as views are shown them. */
public final class ShownRuns {
    private ShownRuns() {}

    public static Shown of(String name) {
        Path file = Path.of("../designs", name + ".json");
        DesignFolder files = new DesignFolder(file.getParent());
        Design design = DesignReader.read(file).design().orElseThrow();
        Plan plan = Compiler.compile(design, files).value().orElseThrow();
        Run run = Run.of(plan);
        return new Shown(design, files, run, new Timeline(run), Keys.of(run.trace()));
    }

    /** An instant as the design's clock writes it. */
    public static long time(Shown run, String text) {
        return run.run().plan().clock().parse(text).orElseThrow();
    }
}

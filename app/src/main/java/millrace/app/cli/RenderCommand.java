package millrace.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import millrace.compile.Plan;
import millrace.design.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code millrace render}: a picture of the designer at a moment of a run; needs no display. */
@Command(name = "render", description = "Draws a design at a moment of its run, without a display.")
final class RenderCommand implements Callable<Integer> {
    enum Theme {
        LIGHT,
        DARK
    }

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[xX](\\d{1,5})");
    private static final int LEAST = 100;
    private static final int MOST = 8192;

    private final Console console;
    private final Surroundings.Camera camera;

    @Parameters(index = "0", paramLabel = "FILE", description = "The design file.")
    private Path design = Path.of("");

    @Option(names = "--at", paramLabel = "TIME", required = true,
            description = "The moment: a time of the design's clock.")
    private String at = "";

    @Option(names = "--view", paramLabel = "VIEW",
            description = "window (the usual), canvas, time-chart, lanes, tables or brokers.")
    private String view = "window";

    @Option(names = "--theme", paramLabel = "THEME", description = "light (the usual) or dark.")
    private Theme theme = Theme.LIGHT;

    @Option(names = "--size", paramLabel = "WxH", description = "Width and height in pixels (1440x900).")
    private String size = "1440x900";

    @Option(names = "--node", paramLabel = "NODE", description = "The node to select, or that the time chart follows.")
    private Optional<String> node = Optional.empty();

    @Option(names = {"-o", "--output"}, paramLabel = "PNG", required = true, description = "The file to write.")
    private Path output = Path.of("");

    RenderCommand(Console console, Surroundings.Camera camera) {
        this.console = console;
        this.camera = camera;
    }

    @Override
    public Integer call() {
        Plan plan = Opened.open(design, new DesignOptions(), console).plan();
        Shot shot = shot(plan);
        try (OutputFile file = open()) {
            file.stream().write(camera.png(shot));
            file.keep();
        } catch (IOException e) {
            throw refused(e);
        }
        console.say("wrote " + output);
        return Status.DONE;
    }

    private OutputFile open() {
        try {
            if (Files.exists(output) && Files.isSameFile(output, design))
                throw new IOException("it is the design itself");
            return new OutputFile(output);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private Refused refused(IOException e) {
        return new Refused(output + " can't be written: " + e.getMessage());
    }

    private Shot shot(Plan plan) {
        long time = TraceCommand.time(Optional.of(at), plan.clock()).orElse(plan.clock().start());
        List<String> known = plan.nodes().stream().map(Plan.PlanNode::id).toList();
        node.filter(n -> !known.contains(n)).ifPresent(n -> {
            throw new Refused("there is no node '" + n + "': " + Suggestion.fix(n, known));
        });
        Matcher m = SIZE.matcher(size);
        if (!m.matches()) throw new Refused("--size " + size + ": write width and height, such as 1440x900");
        return new Shot(design, time, view(), theme == Theme.DARK, side(m.group(1)),
                side(m.group(2)), node);
    }

    private Shot.View view() {
        List<String> known = List.of("window", "canvas", "time-chart", "lanes", "tables", "brokers");
        int at = known.indexOf(view.toLowerCase(Locale.ROOT));
        if (at < 0) throw new Refused("there is no view '" + view + "': " + Suggestion.fix(view, known));
        return Shot.View.values()[at];
    }

    private static int side(String digits) {
        int pixels = Integer.parseInt(digits);
        if (pixels < LEAST || pixels > MOST)
            throw new Refused("a picture is " + LEAST + " to " + MOST + " pixels wide and high, not " + pixels);
        return pixels;
    }
}

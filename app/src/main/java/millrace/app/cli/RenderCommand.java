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
import millrace.app.file.OutputFile;
import millrace.app.text.Texts;
import millrace.compile.Plan;
import millrace.design.Suggestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code millrace render}: a picture of the designer at a moment of a run, or a clip of a part of it; needs no display. */
@Command(name = "render",
        description = "Draws a design at a moment of its run, or a part of its run as a clip, without a display.")
final class RenderCommand implements Callable<Integer> {
    enum Theme {
        LIGHT,
        DARK
    }

    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[xX](\\d{1,5})");
    private static final int LEAST = 100;
    private static final int MOST = 8192;
    private static final List<String> MOMENTS = List.of("png", "svg");
    private static final List<String> CLIPS = List.of("gif", "mp4", "html");
    /** Those that are no panes; each pane is a view, too. */
    private static final List<String> VIEWS = List.of("window", "canvas", "time-chart", "timeline", "results",
            "problems", "replay");
    private static final int BAR = 30;

    private final Console console;
    private final Surroundings.Camera camera;

    @Parameters(index = "0", paramLabel = "FILE", description = "The design file.")
    private Path design = Path.of("");

    @Option(names = "--at", paramLabel = "TIME",
            description = "The moment of a picture (png, svg): a time of the design's clock.")
    private Optional<String> at = Optional.empty();

    @Option(names = "--from", paramLabel = "TIME", description = "Where a clip (gif, mp4, html) begins: the start.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", description = "Where a clip ends: the end of the run.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--speed", paramLabel = "N", description = "Seconds of the run in each second of a clip (1).")
    private double speed = 1;

    @Option(names = "--view", paramLabel = "VIEW",
            description = "window (the usual), canvas, time-chart, timeline, results, problems, the word of another view,"
                    + " compare-time, -mode, -guarantee or -dialect (with -overlaid) for runs beside each other,"
                    + " or replay: canvas and time chart, as a web page always shows them.")
    private String view = "window";

    @Option(names = "--theme", paramLabel = "THEME", description = "light (the usual) or dark.")
    private Theme theme = Theme.LIGHT;

    @Option(names = "--size", paramLabel = "WxH", description = "Width and height in pixels (1440x900).")
    private String size = "1440x900";

    @Option(names = "--node", paramLabel = "NODE", description = "The node to select, or that the time chart follows.")
    private Optional<String> node = Optional.empty();

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", required = true,
            description = "The file to write; its ending says what: .png, .svg, .gif, .mp4 or .html.")
    private Path output = Path.of("");

    RenderCommand(Console console, Surroundings.Camera camera) {
        this.console = console;
        this.camera = camera;
    }

    @Override
    public Integer call() {
        Plan plan = Opened.open(design, new DesignOptions(), console).plan();
        Shot shot = shot(plan);
        try (OutputFile file = open(); Interrupt interrupt = Interrupt.listen()) {
            boolean whole = camera.take(shot, file.stream(), (done, all) -> {
                bar(done, all);
                return !interrupt.wished();
            });
            console.wipeBar();
            if (!whole) throw new Refused("interrupted: nothing was written");
            file.keep();
        } catch (IOException e) {
            throw refused(e);
        }
        console.say("wrote " + output);
        return Status.DONE;
    }

    private void bar(int done, int all) {
        if (!console.showsProgress() || all == 1) return;
        int full = BAR * done / all;
        console.bar("[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + done + " of " + all + " frames");
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
        String format = format();
        Shot.Part part = CLIPS.contains(format) ? clip(plan) : moment(plan);
        List<String> known = plan.nodes().stream().map(Plan.PlanNode::id).toList();
        node.filter(n -> !known.contains(n)).ifPresent(n -> {
            throw new Refused("there is no node '" + n + "': " + Suggestion.fix(n, known));
        });
        Matcher m = SIZE.matcher(size);
        if (!m.matches()) throw new Refused("--size " + size + ": write width and height, such as 1440x900");
        return new Shot(design, view(), format, part, theme == Theme.DARK, side(m.group(1)), side(m.group(2)), node);
    }

    private String format() {
        String name = String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (MOMENTS.contains(ending) || CLIPS.contains(ending)) return ending;
        throw new Refused(output + ": the ending says what to write: .png, .svg, .gif, .mp4 or .html");
    }

    private Shot.Part moment(Plan plan) {
        if (from.isPresent() || to.isPresent()) throw new Refused("--from and --to are for clips: .gif, .mp4 or .html");
        long time = time(at.or(() -> {
            throw new Refused("a picture needs its moment: --at");
        }), plan);
        return new Shot.Part(time, time, 1);
    }

    private Shot.Part clip(Plan plan) {
        if (at.isPresent()) throw new Refused("--at is for pictures: a clip has --from and --to");
        if (!(speed > 0) || speed > 100_000) throw new Refused("--speed " + speed + ": write a number above 0");
        long first = from.isPresent() ? time(from, plan) : plan.clock().start();
        long last = to.isPresent() ? time(to, plan) : Long.MAX_VALUE;
        if (last <= first) throw new Refused("--to must be later than --from");
        return new Shot.Part(first, last, speed);
    }

    private static long time(Optional<String> written, Plan plan) {
        return TraceCommand.time(written, plan.clock()).orElse(plan.clock().start());
    }

    private String view() {
        String wanted = view.toLowerCase(Locale.ROOT);
        if (VIEWS.contains(wanted) || Texts.find("pane." + wanted).isPresent() || ways(wanted)) return wanted;
        throw new Refused("there is no view '" + view + "': " + Suggestion.fix(view, VIEWS));
    }

    /** Runs in several ways beside each other: "compare-guarantee", or "compare-guarantee-overlaid". */
    private static boolean ways(String wanted) {
        String pair = wanted.replace("-overlaid", "").replace("compare-", "compare.pair.");
        return wanted.startsWith("compare-") && Texts.find(pair).isPresent();
    }

    private static int side(String digits) {
        int pixels = Integer.parseInt(digits);
        if (pixels < LEAST || pixels > MOST)
            throw new Refused("a picture is " + LEAST + " to " + MOST + " pixels wide and high, not " + pixels);
        return pixels;
    }
}

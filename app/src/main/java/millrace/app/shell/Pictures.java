package millrace.app.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.image.WritableImage;
import millrace.app.export.Clip;
import millrace.app.export.Course;
import millrace.app.export.Format;
import millrace.app.export.Frames;
import millrace.app.export.Images;
import millrace.app.export.Replay;
import millrace.app.export.Svg;
import millrace.app.look.Drawn;
import millrace.app.look.Theme;
import millrace.app.run.Shown;
import millrace.app.text.Texts;
import millrace.app.timeline.TimelineModel;
import millrace.design.Clock;
import millrace.design.Location;
import millrace.design.Outcome;
import millrace.design.Problem;

/**
 * Pictures and clips of the window and its views, made with no window on a screen. The toolkit must be running; not to be
 * called on the interface's thread.
 */
public final class Pictures {
    /** A page lists no more places to jump to. */
    private static final int MOST_MARKS = 80;

    private Pictures() {}

    /**
     * @param part the moment of a picture, or the part of the run of a clip; before or after the run means its start or end
     * @param view a word of {@link Studio#views}
     * @param node the node that is selected and whose time chart is shown; empty = the first window
     */
    public record Request(Design design, String view, Format format, Frames.Part part, Theme theme, int width,
            int height,
            Optional<String> node) {}

    /** What is to be pictured: opened in a page of its own. */
    public static final class Design {
        private final Consumer<Workspace> open;

        private Design(Consumer<Workspace> open) {
            this.open = open;
        }

        public static Design file(Path file) {
            return new Design(w -> w.open(file));
        }

        /** The design of another page as it is now. */
        static Design of(Workspace other) {
            millrace.design.Design now = other.editor().design();
            return new Design(w -> w.same(now, other));
        }
    }

    /** Writes it, or says what kept it from being made. False: the watcher did not want it to go on, and it is not whole. */
    public static Outcome<Boolean> write(Request request, OutputStream out, Course course) throws IOException {
        boolean recorded = request.format() == Format.SVG || request.format() == Format.HTML;
        String view = request.format() == Format.HTML ? Studio.REPLAY : request.view();
        Outcome<Studio> opened = Studio.open(new Studio.Subject(request.design().open, view, request.theme(),
                request.width(), request.height(), request.node(), recorded));
        if (opened.value().isEmpty()) return Outcome.failed(opened.problems());
        try (Studio studio = opened.value().get()) {
            return new Shooting(request, studio, out, course).shoot();
        }
    }

    /** One request on its way. */
    private record Shooting(Request request, Studio studio, OutputStream out, Course course) {
        Outcome<Boolean> shoot() throws IOException {
            double at = request.part().from();
            return switch (request.format()) {
                case PNG -> whole(Images.png(studio.picture(at, Optional.empty())));
                case SVG -> whole(Svg.of(studio.drawn(at, Optional.empty()), request.width(), request.height(), title())
                        .getBytes(StandardCharsets.UTF_8));
                case GIF, MP4, HTML -> clip();
            };
        }

        private Outcome<Boolean> whole(byte[] bytes) throws IOException {
            out.write(bytes);
            return Outcome.of(course.goOn(1, 1));
        }

        private String title() {
            return run().map(r -> r.run().plan().design().name()).filter(n -> !n.isBlank()).orElse("Millrace");
        }

        private Optional<Shown.Ready<Views>> run() {
            return studio.run();
        }

        private Outcome<Boolean> clip() throws IOException {
            long start = run().map(r -> r.run().start()).orElse(0L);
            long end = run().map(r -> r.run().end()).orElse(0L);
            Frames frames = new Frames(request.part().within(start, end), request.format().perSecond());
            if (frames.count() > Frames.MOST) return Outcome.failed(List.of(tooLong(frames)));
            if (request.format() == Format.HTML) return replay(frames);
            return Outcome.of(Clip.write(request.format(), frames, this::frame, out, course));
        }

        private static Problem tooLong(Frames frames) {
            return Problem.inWords(Location.DESIGN, "clip-too-long",
                    Texts.of("export.too-long", String.valueOf(frames.count()), String.valueOf(Frames.MOST)),
                    Texts.of("export.too-long.fix"));
        }

        private WritableImage frame(double at) {
            return studio.picture(at, Optional.of(request.part().speed()));
        }

        private Outcome<Boolean> replay(Frames frames) throws IOException {
            Clock clock = run().map(r -> r.run().plan().clock()).orElse(Clock.MIDNIGHT);
            Replay replay = new Replay(page(frames, clock));
            CompletableFuture<List<Drawn>> next = drawn(frames.at(0));
            for (int i = 0; i < frames.count(); i++) {
                List<Drawn> drawn = next.join();
                if (i + 1 < frames.count()) next = drawn(frames.at(i + 1));
                replay.moment(clock.format(Math.round(Math.floor(frames.at(i)))), drawn);
                if (!course.goOn(i + 1, frames.count())) {
                    next.join();
                    return Outcome.of(false);
                }
            }
            out.write(replay.html().getBytes(StandardCharsets.UTF_8));
            return Outcome.of(true);
        }

        /** While one moment is written the next is drawn already. */
        private CompletableFuture<List<Drawn>> drawn(double at) {
            return CompletableFuture.supplyAsync(() -> studio.drawn(at, Optional.of(request.part().speed())));
        }

        private Replay.Page page(Frames frames, Clock clock) {
            Frames.Part part = frames.part();
            String text = Texts.of("export.text", clock.format(part.from()), clock.format(part.to()),
                    millrace.app.look.Outline.written(part.speed()));
            return new Replay.Page(title(), text, request.width(), request.height(), frames.perSecond(),
                    request.theme(), marks(frames, clock));
        }

        private List<Replay.Mark> marks(Frames frames, Clock clock) {
            List<Replay.Mark> marks = new ArrayList<>();
            for (TimelineModel.Mark m : run().map(r -> r.views().timeline().marks()).orElse(List.of())) {
                boolean within = m.at() >= frames.part().from() && m.at() <= frames.part().to();
                if (within && marks.size() < MOST_MARKS)
                    marks.add(new Replay.Mark(frames.moment(m.at()), clock.format(m.at()), text(m)));
            }
            return marks;
        }

        private String text(TimelineModel.Mark mark) {
            String node = run().flatMap(r -> r.run().plan().design().node(mark.node()))
                    .map(millrace.design.Node::name)
                    .orElse("");
            return (Texts.of("export.mark." + mark.kind().word()) + " " + node).strip();
        }
    }
}

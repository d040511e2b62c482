package millrace.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import millrace.app.file.OutputFile;
import millrace.event.Event;
import millrace.operator.SinkSpec;
import millrace.operator.SourceSpec;
import millrace.operator.Work;

/**
 * The files of a design's file sinks. A design may come from a stranger: a file is written only within the design's own
 * folder, only under a name of results ({@code .csv}, {@code .jsonl}, {@code .ndjson}), and never over the design or what
 * it reads.
 */
final class FileSinks implements AutoCloseable {
    private static final List<String> ENDINGS = List.of(".csv", ".jsonl", ".ndjson");

    /** A file being written. */
    private record Open(OutputFile file, Writer text, FileResults results) {}

    private final Opened design;
    private final Path folder;
    private final Map<Integer, Open> files = new LinkedHashMap<>();

    /** Opens the files of these sinks, those of them that are files. */
    FileSinks(Opened design, List<SinkShape> sinks) {
        this.design = design;
        folder = design.file().toAbsolutePath().normalize().getParent() instanceof Path parent ? parent : Path.of("");
        try {
            for (SinkShape sink : sinks) {
                Work work = design.plan().nodes().get(sink.node()).work();
                if (work instanceof Work.Sink(SinkSpec.File spec)) open(sink, spec);
            }
        } catch (Refused e) {
            close();
            throw e;
        }
    }

    private void open(SinkShape sink, SinkSpec.File spec) {
        try {
            Path target = target(sink, spec.path());
            OutputFile file = new OutputFile(target);
            Writer text = file.text();
            files.put(sink.node(), new Open(file, text,
                    new FileResults(design.plan().clock(), sink, spec.format(), text)));
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            throw refused(sink.id(), spec.path(), String.valueOf(e.getMessage()));
        }
    }

    private Path target(SinkShape sink, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent))
            throw refused(sink.id(), name, "there is no folder for it beside the design");
        if (!parent.toRealPath().startsWith(folder.toRealPath()))
            throw refused(sink.id(), name, "it lies outside the design's folder");
        String lower = name.toLowerCase(Locale.ROOT);
        if (ENDINGS.stream().noneMatch(lower::endsWith))
            throw refused(sink.id(), name, "its name must end in " + String.join(" or ", ENDINGS));
        if (same(target, design.file())) throw refused(sink.id(), name, "it is the design itself");
        if (inputs().stream().anyMatch(input -> same(target, input)))
            throw refused(sink.id(), name, "the design reads this file");
        if (files.values().stream().anyMatch(f -> same(target, f.file.target())))
            throw refused(sink.id(), name, "another sink writes this file");
        return target;
    }

    private List<Path> inputs() {
        List<Path> inputs = new ArrayList<>();
        for (var node : design.plan().nodes()) {
            if (node.work() instanceof Work.Source(SourceSpec.File file)) inputs.add(folder.resolve(file.name()));
        }
        return inputs;
    }

    private static boolean same(Path a, Path b) {
        try {
            return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize())
                    || Files.exists(a) && Files.exists(b) && Files.isSameFile(a, b);
        } catch (IOException e) {
            return true;
        }
    }

    private static Refused refused(String sink, String name, String why) {
        return new Refused("the sink '" + sink + "' can't write '" + RowText.harmless(name) + "': " + why);
    }

    void row(SinkShape sink, long now, Event event) {
        Open open = files.get(sink.node());
        if (open == null) return;
        try {
            open.results.row(sink, now, event);
        } catch (UncheckedIOException e) {
            throw refused(sink.id(), open.file.target().toString(), String.valueOf(e.getMessage()));
        }
    }

    /** Puts all files in their places; gives these. */
    List<Path> keep() {
        List<Path> written = new ArrayList<>();
        for (Open open : files.values()) {
            try {
                open.text.flush();
                open.file.keep();
                written.add(open.file.target());
            } catch (IOException e) {
                throw new Refused(open.file.target() + " can't be written: " + e.getMessage());
            }
        }
        return written;
    }

    @Override
    public void close() {
        files.values().forEach(open -> open.file.close());
    }
}

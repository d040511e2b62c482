package millrace.app.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import millrace.design.Design;
import millrace.design.Value;
import millrace.format.DesignReader;
import millrace.format.DesignWriter;

/**
 * What lies in a side file: a design with what is not saved yet, and whose it is. The file is a design file like any other,
 * with one more field; so a person can open it by hand, too.
 *
 * @param file the design's own file; empty if it is in none yet
 * @param files the shipped design whose files it reads, "events/departures.json"; "" if none
 * @param time when it was written
 * @param owner the process that edits the design
 */
public record SideFile(Design design, Optional<Path> file, String files, Instant time, Owner owner) {
    private static final String FIELD = "autosave";

    /** A process; a number may be used again, so the time of its start belongs to it. */
    public record Owner(long process, long started) {
        public static Owner self() {
            return of(ProcessHandle.current());
        }

        private static Owner of(ProcessHandle handle) {
            return new Owner(handle.pid(), handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
        }

        /** Whether the process still runs. */
        public boolean alive() {
            return ProcessHandle.of(process)
                    .filter(ProcessHandle::isAlive)
                    .map(Owner::of)
                    .filter(this::equals)
                    .isPresent();
        }
    }

    /** What is written. */
    public String text() {
        Map<String, Value> fields = new LinkedHashMap<>();
        file.ifPresent(f -> fields.put("file", Value.of(f.toString())));
        if (!files.isEmpty()) fields.put("files", Value.of(files));
        fields.put("time", Value.of(time.toEpochMilli()));
        fields.put("process", Value.of(owner.process));
        fields.put("started", Value.of(owner.started));
        return DesignWriter.write(extra(design, design.extra().with(FIELD, Value.group(fields))));
    }

    /** Reads a side file; empty if it is none, or not whole. */
    static Optional<SideFile> read(Path side) {
        if (!Files.isRegularFile(side)) return Optional.empty();
        Optional<Design> design = DesignReader.read(side).wholeDesign();
        return design.flatMap(
                d -> d.extra().get(FIELD).filter(Value.Group.class::isInstance).map(v -> of(d, (Value.Group) v)));
    }

    private static SideFile of(Design design, Value.Group about) {
        return new SideFile(extra(design, design.extra().without(FIELD)), text(about, "file").map(Path::of),
                text(about, "files").orElse(""),
                Instant.ofEpochMilli(number(about, "time")),
                new Owner(number(about, "process"), number(about, "started")));
    }

    private static Optional<String> text(Value.Group group, String field) {
        return group.get(field).map(v -> v instanceof Value.Text t ? t.text() : "").filter(t -> !t.isEmpty());
    }

    private static long number(Value.Group group, String field) {
        return group.get(field).map(v -> v instanceof Value.Number n ? n.number().longValue() : 0L).orElse(0L);
    }

    private static Design extra(Design d, Value.Group extra) {
        return new Design(d.name(), d.about(), d.settings(), d.nodes(), d.wires(), d.notes(), d.expected(), extra);
    }
}

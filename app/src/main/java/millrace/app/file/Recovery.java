package millrace.app.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds what a crash left: side files whose process is no more. The side file of a design lies beside the file, or in the
 * program's own folder if the design is in no file or nothing may be written beside it.
 */
public final class Recovery {
    static final String UNSAVED = "unsaved-";
    private static final String BESIDE = ".autosave";

    private final Path folder;

    /** A side file that was found. */
    public record Found(Path side, SideFile content) {}

    public Recovery(Places places) {
        folder = places.data().resolve("unsaved");
    }

    /** Where to write it, the best place first; what is written already stays where it is if it still suits. */
    List<Path> placesFor(SideFile side, Optional<Path> written) {
        List<Path> places = new ArrayList<>();
        // What a crash left there is not written over before it was decided about.
        side.file()
                .map(Recovery::beside)
                .filter(b -> written.filter(b::equals).isPresent() || read(b).isEmpty())
                .ifPresent(places::add);
        places.add(written.filter(w -> folder.equals(w.getParent()))
                .orElseGet(() -> folder.resolve(UNSAVED + UUID.randomUUID() + ".json")));
        return places;
    }

    /** The place of the side file beside a design: ".mine.json.autosave". */
    public static Path beside(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return whole.resolveSibling("." + whole.getFileName() + BESIDE);
    }

    /** What was not saved of this file; not what another program that still runs is editing. */
    public Optional<Found> of(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        List<Found> found = new ArrayList<>(read(beside(whole)).stream().toList());
        own().stream().filter(f -> f.content.file().filter(whole::equals).isPresent()).forEach(found::add);
        return found.stream().max(Comparator.comparing(f -> f.content.time()));
    }

    /** Designs that were in no file yet, the oldest first. */
    public List<Found> unsaved() {
        return own().stream().filter(f -> f.content.file().isEmpty()).toList();
    }

    private List<Found> own() {
        List<Found> found = new ArrayList<>();
        try (DirectoryStream<Path> sides = Files.newDirectoryStream(folder, UNSAVED + "*.json")) {
            sides.forEach(side -> read(side).ifPresent(found::add));
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        found.sort(Comparator.comparing(f -> f.content.time()));
        return found;
    }

    private static Optional<Found> read(Path side) {
        return SideFile.read(side).filter(s -> !s.owner().alive()).map(s -> new Found(side, s));
    }

    /** Takes a side file away: it was restored and saved, or is not wanted. */
    public static void remove(Path side) {
        try {
            Files.deleteIfExists(side);
        } catch (IOException e) {
            side.toFile().deleteOnExit();
        }
    }
}

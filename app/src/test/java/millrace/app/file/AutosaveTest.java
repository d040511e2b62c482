package millrace.app.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.design.Design;
import millrace.format.DesignReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Side files while one works, and what is found of them after a crash. */
class AutosaveTest {
    private static final SideFile.Owner DEAD = new SideFile.Owner(999_999_999_999L, 7);
    private static final Autosave.Pace QUICK = new Autosave.Pace(Duration.ofMillis(200), Duration.ofMillis(1_500));
    private static final Autosave.Pace AT_ONCE = new Autosave.Pace(Duration.ZERO, Duration.ZERO);

    @TempDir
    private Path folder;

    private Recovery recovery() {
        return new Recovery(Places.in(folder.resolve("own")));
    }

    private SideFile side(String name, Optional<Path> file, SideFile.Owner owner) {
        return new SideFile(Design.EMPTY.named(name), file, "", Instant.ofEpochMilli(1_000), owner);
    }

    private static void until(java.util.function.BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < 500 && !holds.getAsBoolean(); i++)
            Thread.sleep(10);
        assertTrue(holds.getAsBoolean(), "not within 5 s");
    }

    @Test
    void itIsWrittenBesideTheFileAfterARestAndGoesWhenAllIsSaved() throws Exception {
        Path file = folder.resolve("mine.json");
        Autosave autosave = new Autosave(recovery(), QUICK);
        autosave.changed(side("One", Optional.of(file), SideFile.Owner.self()));
        assertFalse(Files.exists(Recovery.beside(file)), "not while the hand moves");
        autosave.changed(side("Two", Optional.of(file), SideFile.Owner.self()));
        until(() -> Files.exists(Recovery.beside(file)));
        assertEquals("Two", DesignReader.read(Recovery.beside(file)).wholeDesign().orElseThrow().name());
        assertFalse(Files.exists(file), "the file itself is not touched");
        autosave.over();
        Autosave.await();
        assertFalse(Files.exists(Recovery.beside(file)));
    }

    @Test
    void oneWhoNeverRestsIsSavedAllTheSame() throws Exception {
        Path file = folder.resolve("busy.json");
        Autosave autosave = new Autosave(recovery(), QUICK);
        long begun = System.nanoTime();
        int edits = 0;
        while (!Files.exists(Recovery.beside(file)) && System.nanoTime() - begun < 5_000_000_000L) {
            autosave.changed(side("Edit " + edits++, Optional.of(file), SideFile.Owner.self()));
            Thread.sleep(15);
        }
        assertTrue(Files.exists(Recovery.beside(file)));
        assertTrue(edits > 10, "it does not write at every edit: " + edits);
    }

    @Test
    void aDesignInNoFileIsKeptInTheProgramsOwnFolder() throws Exception {
        Autosave autosave = new Autosave(recovery(), AT_ONCE);
        autosave.changed(side("New", Optional.empty(), SideFile.Owner.self()));
        until(() -> autosave.written().isPresent());
        autosave.changed(side("New, more", Optional.empty(), SideFile.Owner.self()));
        until(() -> !names().isEmpty() && content().equals("New, more"));
        assertEquals(1, names().size(), "one side file, written over");
        autosave.over();
        Autosave.await();
        assertEquals(List.of(), names());
    }

    private List<Path> names() {
        try (Stream<Path> files = Files.list(folder.resolve("own/data/unsaved"))) {
            return files.filter(f -> f.toString().endsWith(".json")).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private String content() {
        return DesignReader.read(names().getFirst()).wholeDesign().map(Design::name).orElse("");
    }

    @Test
    void whereNothingMayBeWrittenBesideTheFileItGoesToTheProgramsFolder() throws Exception {
        Path gone = folder.resolve("a stick that was pulled out");
        Autosave autosave = new Autosave(recovery(), AT_ONCE);
        autosave.changed(side("Locked", Optional.of(gone.resolve("a.json")), SideFile.Owner.self()));
        until(() -> !names().isEmpty());
    }

    @Test
    void afterACrashWhatWasNotSavedIsFoundWithItsFileAndTime() throws IOException {
        Path file = folder.resolve("mine.json");
        SideFile left = side("Left", Optional.of(file), DEAD);
        Files.writeString(Recovery.beside(file), left.text());
        Recovery.Found found = recovery().of(folder.resolve("x/../mine.json")).orElseThrow();
        assertEquals(left, found.content());
        assertEquals(Optional.empty(), recovery().of(folder.resolve("other.json")));
        Recovery.remove(found.side());
        assertEquals(Optional.empty(), recovery().of(file));
    }

    @Test
    void whatAnotherProgramIsEditingIsNotTakenForACrash() throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(Recovery.beside(file), side("At work", Optional.of(file), SideFile.Owner.self()).text());
        assertEquals(Optional.empty(), recovery().of(file));
    }

    @Test
    void unsavedDesignsAreFoundTheOldestFirstAndBrokenOnesAreNot() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own/data/unsaved"));
        Files.writeString(own.resolve("unsaved-1.json"), new SideFile(Design.EMPTY.named("Later"), Optional.empty(),
                "events/departures.json", Instant.ofEpochMilli(9), DEAD).text());
        Files.writeString(own.resolve("unsaved-2.json"),
                side("Other file's", Optional.of(folder.resolve("f.json")), DEAD).text());
        Files.writeString(own.resolve("unsaved-3.json"), new SideFile(Design.EMPTY.named("First"), Optional.empty(), "",
                Instant.ofEpochMilli(3), DEAD).text());
        Files.writeString(own.resolve("unsaved-4.json"), side("Half", Optional.empty(), DEAD).text().substring(0, 20));
        assertEquals(List.of("First", "Later"),
                recovery().unsaved().stream().map(f -> f.content().design().name()).toList());
        assertEquals("events/departures.json", recovery().unsaved().getLast().content().files());
        assertEquals("Other file's", recovery().of(folder.resolve("f.json")).orElseThrow().content().design().name());
    }

    @Test
    void theUsualPaceIsTwoAndTenSeconds() {
        assertEquals(new Autosave.Pace(Duration.ofSeconds(2), Duration.ofSeconds(10)), Autosave.Pace.USUAL);
    }
}

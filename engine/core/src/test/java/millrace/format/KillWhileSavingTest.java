package millrace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import millrace.design.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** kill -9 at any moment of saving leaves the old file or the new one, whole. */
@Execution(ExecutionMode.CONCURRENT)
class KillWhileSavingTest {
    private static final int KILLS = 200;
    /** Machines that start while others are being killed. */
    private static final int AT_ONCE = 4;
    /** The kill comes within the time of so many saves. */
    private static final int SAVES = 3;

    @TempDir
    private Path folder;

    /** What the file holds of the save that was begun last. */
    private enum Left {
        OLD,
        NEW
    }

    /** @param midway whether the kill came between the begin and the end of a save */
    private record Found(boolean midway, Left left) {}

    @Test
    void twoHundredKillsLeaveTheOldOrTheNewFileWhole() throws Exception {
        ExecutorService killers = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<Found>> all = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            int number = i;
            all.add(killers.submit(() -> kill(number)));
        }
        List<Found> found = new ArrayList<>();
        for (Future<Found> one : all)
            found.add(one.get(2, TimeUnit.MINUTES));
        killers.shutdown();
        assertTrue(found.stream().filter(Found::midway).count() > KILLS / 4, "in the middle of a save: " + found);
        for (Left left : Left.values())
            assertTrue(found.stream().filter(f -> f.left == left).count() > KILLS / 20, left + " is rare: " + found);
        tidiedByTheNextSave();
    }

    /** One process, one kill. */
    private Found kill(int number) throws IOException, InterruptedException {
        Path file = folder.resolve(number + ".json");
        DesignFiles.save(file, SavesForever.version(0));
        Process process = start(file);
        try (BufferedReader said = process.inputReader()) {
            int micros = Integer.parseInt(said.readLine().substring("ready ".length()));
            process.outputWriter().write("go\n");
            process.outputWriter().flush();
            said.readLine();
            TimeUnit.MICROSECONDS.sleep(new Random(number).nextInt(SAVES * micros));
            // Not Process.destroyForcibly: it would close what the process said before.
            process.toHandle().destroyForcibly();
            List<String> rest = said.lines().toList();
            process.waitFor();
            return found(file, rest);
        }
    }

    private static Process start(Path file) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
                "-Xmx64m", "-cp", System.getProperty("java.class.path"), SavesForever.class.getName(), file.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** @param said after the first "begun 1" */
    private static Found found(Path file, List<String> said) {
        String last = said.isEmpty() ? "begun 1" : said.getLast();
        int number = Integer.parseInt(last.substring(last.indexOf(' ') + 1));
        Design design = DesignReader.read(file)
                .wholeDesign()
                .orElseThrow(() -> new AssertionError("not whole after " + last));
        if (last.startsWith("done")) {
            boolean next = design.equals(SavesForever.version(number + 1));
            assertTrue(next || design.equals(SavesForever.version(number)), last + ", but it holds " + design.name());
            return new Found(false, Left.NEW);
        }
        if (design.equals(SavesForever.version(number))) return new Found(true, Left.NEW);
        assertEquals(SavesForever.version(number - 1), design, "after " + last);
        return new Found(true, Left.OLD);
    }

    private void tidiedByTheNextSave() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertTrue(files.stream().anyMatch(f -> f.toString().endsWith(".saving")), "no kill left anything");
        for (Path file : files)
            if (file.toString().endsWith(".json")) DesignFiles.save(file, Design.EMPTY);
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(List.of(), all.filter(f -> f.toString().endsWith(".saving")).toList());
        }
    }
}

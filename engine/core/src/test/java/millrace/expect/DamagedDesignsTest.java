package millrace.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import millrace.compile.Compiler;
import millrace.compile.Plan;
import millrace.design.Design;
import millrace.design.Outcome;
import millrace.explain.Explain;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.format.DesignWriter;
import millrace.format.Reading;
import millrace.trace.Run;
import millrace.trace.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The shipped designs, damaged: read, compiled, run a little, asked why, seeked. Whatever a file says there are problems or a
 * run, never an exception, and never a long wait. More of it with {@code -Ddamaged=50000 -Dlargest=20000 -Dseed=1}.
 */
@Execution(ExecutionMode.CONCURRENT)
class DamagedDesignsTest {
    private static final Run.Limits SHORT = new Run.Limits(1000, 150, 60_000);
    private static final long LONGEST = 20_000_000_000L;

    @Test
    void areRefusedOrRunButNeverFail() throws IOException {
        int rounds = Integer.getInteger("damaged", 2000);
        long first = Long.getLong("seed", System.nanoTime() & 0xFFFFF);
        System.out.println("damaged designs: " + rounds + " from -Dseed=" + first);
        int largest = Integer.getInteger("largest", 5000);
        List<Path> files = DesignsTest.files().stream().filter(f -> f.toFile().length() < largest).toList();
        List<String> texts = files.stream().map(DamagedDesignsTest::text).toList();
        List<String> names = Damage.names(texts);
        int ran = 0;
        for (long seed = first; seed < first + rounds; seed++) {
            int design = (int) Math.floorMod(seed, (long) files.size());
            if (survives(files.get(design), new Damage(seed, names).of(texts.get(design)), seed)) ran++;
        }
        assertTrue(ran > rounds / 10, "only " + ran + " could be run");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean survives(Path file, Damage.Damaged damaged, long seed) {
        long begun = System.nanoTime();
        try {
            boolean ran = open(file, damaged, new SplittableRandom(seed));
            long took = System.nanoTime() - begun;
            assertTrue(took < LONGEST, () -> "it took " + took / 1_000_000 + " ms");
            return ran;
        } catch (Throwable e) {
            throw new AssertionError(
                    "with -Dseed=" + seed + " -Ddamaged=1, " + file + ":\n" + damaged.text() + "\n" + e, e);
        }
    }

    private static boolean open(Path file, Damage.Damaged damaged, SplittableRandom random) {
        Reading reading = DesignReader.read(damaged.text().getBytes(StandardCharsets.UTF_8), file.toString());
        assertTrue(reading.whole() || !reading.problems().isEmpty(), "not whole, and no word why");
        if (reading.design().isEmpty()) return false;
        Design design = reading.design().get();
        if (reading.whole()) assertEquals(DesignWriter.write(design), writtenAgain(design));
        DesignFolder folder = DesignFolder.of(file);
        Outcome<Plan> plan = Compiler.compile(design, folder);
        assertEquals(plan.value().isPresent(), plan.problems().stream().noneMatch(p -> p.isError()));
        reading.with(plan.problems()).forEach(p -> assertFalse(p.message().isBlank()));
        if (damaged.expectedOnly()) Expectations.check(design, folder);
        plan.value().ifPresent(p -> run(p, random));
        return plan.value().isPresent() && !plan.value().get().nodes().isEmpty();
    }

    private static String writtenAgain(Design design) {
        Reading again = DesignReader.read(DesignWriter.write(design), "again");
        return DesignWriter.write(again.wholeDesign().orElseThrow(() -> new AssertionError(again.problems())));
    }

    private static void run(Plan plan, SplittableRandom random) {
        Run run = Run.of(plan, Run.Watch.NONE, SHORT);
        int facts = run.trace().size();
        for (int i = 0; i < 3 && facts > 0; i++)
            assertFalse(Explain.fact(run, random.nextInt(facts)).text().isBlank());
        Timeline timeline = new Timeline(run);
        timeline.seek(random.nextLong(run.steps() + 1));
        timeline.atStep(random.nextLong(run.steps() + 1));
        run.troubles();
        assertTrue(run.end() >= run.start());
    }
}

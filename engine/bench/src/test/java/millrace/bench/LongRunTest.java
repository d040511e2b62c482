package millrace.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What ten million events need in half a gigabyte, one million needs in a tenth of that: a job that kept so much as a reference of
 * every event, twelve bytes say with its array's room, would not come through.
 */
class LongRunTest {
    private static final String HEAP = "-Xmx20m";
    private static final int EVENTS = 1_000_000;

    @Test
    void comesThroughWithLittleMemory() throws Exception {
        List<String> lines = run("W1", "W2", "W3", "A1", "J1", "C1", "T1");
        assertEquals(7, lines.size(), lines.toString());
        lines.forEach(l -> assertFalse(l.contains(" 0 rows"), l));
        lines.forEach(LongRunTest::doesNotGrow);
    }

    /** What is live after a quarter of the run and after three: rows that were kept would be megabytes. */
    private static void doesNotGrow(String line) {
        String[] live = line.substring(line.indexOf("MB ") + 3).split(" ");
        assertTrue(Double.parseDouble(live[2]) < Double.parseDouble(live[0]) + 2, line);
    }

    /** In a machine of its own; its words are in the failure if it does not come to its end. */
    private static List<String> run(String... jobs) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-XX:+UseSerialGC", "-cp",
                System.getProperty("java.class.path"), LongRun.class.getName(), String.valueOf(EVENTS)));
        command.addAll(List.of(jobs));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.lines().filter(l -> l.contains("events")).toList();
    }
}

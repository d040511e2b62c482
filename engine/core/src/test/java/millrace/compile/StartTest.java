package millrace.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody waits for CEL who does not need it: loading it takes longer than all else. */
class StartTest {
    /** What runs in the other machine. */
    public static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            System.out.println(CompilerTest.compiled(CompilerTest.lateArrivals()).nodes().size() + " nodes");
            if (arguments.length > 0) millrace.expression.Expressions.warmUp();
        }
    }

    @Test
    void an_everyday_design_loads_nothing_of_cel() throws Exception {
        List<String> lines = run();
        assertTrue(lines.contains("5 nodes"), lines.toString());
        assertEquals(List.of(), lines.stream().filter(l -> l.contains("dev.cel.")).toList());
        assertTrue(run("warm").stream().anyMatch(l -> l.contains("dev.cel.")), "it would be seen if it were loaded");
    }

    private static List<String> run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java", "-Xlog:class+load",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Program.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .toList();
        assertEquals(0, process.waitFor());
        return lines;
    }
}

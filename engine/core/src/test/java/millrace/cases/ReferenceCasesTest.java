package millrace.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Results that others published, or that other engines gave, against ours. Every case file below a folder is run: the one
 * beside the tests, or another by {@code -Dcases=FOLDER}:
 *
 * <pre>mvn -pl engine/core test -Dtest=ReferenceCasesTest -Dcases=/some/folder</pre>
 *
 * <p>It prints a line for each file and a total: what passed, what failed, and what no design can say yet, with the reason. A
 * case becomes a design by the {@link Adapter} of its schema, from what it asks alone. A file that can't be read, or
 * whose schema is not known, has failed; so has a folder without any case.
 */
class ReferenceCasesTest {
    @Test
    void everyCaseGivesWhatWasPublished() throws IOException, URISyntaxException {
        Path folder = folder();
        Report report = CaseFiles.run(folder);
        System.out.print(report.text());
        report.failures().forEach(f -> System.out.println("FAILED " + f));
        assertTrue(report.runs() > 0, "no case was found in " + folder);
        assertEquals("", String.join("\n\n", report.failures()));
    }

    private static Path folder() throws URISyntaxException {
        String given = System.getProperty("cases", "");
        if (!given.isBlank()) return found(Path.of(given));
        return Path.of(ReferenceCasesTest.class.getResource("/cases").toURI());
    }

    /** A folder is meant as seen from here, or from the top of the repository, where Maven may have been started. */
    private static Path found(Path given) {
        Path here = given.toAbsolutePath();
        for (Path top = Path.of("").toAbsolutePath(); top != null && !Files.isDirectory(here); top = top.getParent())
            if (Files.isDirectory(top.resolve(given))) return top.resolve(given);
        return here;
    }
}

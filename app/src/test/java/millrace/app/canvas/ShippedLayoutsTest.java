package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.app.tool.Box;
import millrace.catalog.Catalog;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The designs that are shipped, with nodes as large as they are drawn and with their notes: nothing covers anything. */
@ExtendWith(ApplicationExtension.class)
class ShippedLayoutsTest {
    private static final Path DESIGNS = Path.of("../designs");

    @TestFactory
    Stream<DynamicTest> nothingCoversAnything() throws IOException {
        try (Stream<Path> all = Files.walk(DESIGNS)) {
            List<String> files = all.filter(f -> f.toString().endsWith(".json"))
                    .map(f -> DESIGNS.relativize(f).toString())
                    .sorted()
                    .toList();
            assertTrue(files.size() > 60, "the designs are there");
            return files.stream().map(f -> DynamicTest.dynamicTest(f, () -> assertEquals(List.of(), covered(f))));
        }
    }

    private static List<String> covered(String file) {
        Runs runs = Runs.ofFile(file);
        Sizes sizes = new Sizes(Optional.of(runs.view().end()), new Labels(Optional.of(runs.view())));
        Layout layout = Layout.of(runs.design(), Catalog::find, sizes, false);
        List<Box> boxes = layout.boxes().toList();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++)
                if (boxes.get(i).meets(boxes.get(j))) found.add(boxes.get(i) + " and " + boxes.get(j));
        }
        return found;
    }
}

package millrace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import millrace.design.Design;
import millrace.design.Value;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    @Test
    void whatIsWrittenIsReadAsItWas() {
        long first = Long.getLong("seed", 20260101);
        for (long seed = first; seed < first + 1500; seed++) {
            Design design = new RandomDesigns(seed).next();
            String text = DesignWriter.write(design);
            Reading reading = DesignReader.read(text.getBytes(StandardCharsets.UTF_8), "random");
            String about = "seed " + seed + "\n" + text;
            assertEquals(List.of(), reading.problems(), about);
            assertTrue(reading.whole(), about);
            assertEquals(text, DesignWriter.write(reading.design().orElseThrow()), about);
            assertEquals(design, reading.design().orElseThrow(), about);
        }
    }

    @Test
    void whatNobodyKnowsStaysInItsPlace() {
        String text = """
                {
                  "millrace": 1,
                  "licence": "mine",
                  "name": "From the future",
                  "settings": {
                    "gravity": 9.81
                  },
                  "nodes": [
                    {
                      "id": "a",
                      "colour": "red",
                      "type": "wormhole",
                      "name": "A",
                      "at": [1, 2.5],
                      "settings": {
                        "depth": {"of": [1, 2.50, "three"]}
                      },
                      "later": null
                    }
                  ],
                  "wires": [
                    {"from": "a.far", "to": "a", "transit": "1 s", "bend": [3, 4]}
                  ],
                  "notes": [
                    {"id": "n1", "font": "large", "text": "hm", "at": [0, 0], "width": 180.5}
                  ],
                  "frames": [
                    {"id": "f1", "title": "Totals", "shape": "cloud", "colour": "pink", "at": [0, 0], "size": [240, 99.5]}
                  ],
                  "credits": []
                }
                """;
        Reading reading = DesignReader.read(text, "future");
        assertEquals(List.of(), reading.problems());
        assertEquals(text, DesignWriter.write(reading.design().orElseThrow()));
    }

    @Test
    void aChangedSettingIsOneChangedLine() {
        Design design = new RandomDesigns(7).next().withNodes(List.of()).withWires(List.of());
        for (int i = 0; i < 3; i++)
            design = design.add(new millrace.design.Node("n-" + i, "tumbling", "T", new millrace.design.Point(0, 0),
                    Value.Group.EMPTY.with("size", Value.of("1 min")).with("lateness", Value.of("0 s"))));
        List<String> before = DesignWriter.write(design).lines().toList();
        Design changed = DesignPaths.set(design, "n-1.lateness", Value.of("10 min")).value().orElseThrow();
        List<String> after = DesignWriter.write(changed).lines().toList();
        assertEquals(before.size(), after.size());
        assertEquals(List.of("        \"lateness\": \"10 min\""),
                after.stream().filter(l -> !before.contains(l)).toList());
    }
}

package millrace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import millrace.design.Design;
import millrace.design.Outcome;
import millrace.design.Value;
import org.junit.jupiter.api.Test;

class DesignPathsTest {
    private final Design design = DesignReader.read("""
            {"millrace": 1, "settings": {"seed": 1},
             "nodes": [{"id": "scores", "type": "timetable", "settings": {"rows": [["12:00", null, 5]]}}]}
            """, "x").design().orElseThrow();

    @Test
    void nestedAndNumbered() {
        assertEquals("[[\"12:00\", \"12:09\", 5]]", after("scores.rows[0][1]", "12:09", "scores.rows"));
        assertEquals("[[\"12:00\", null, 5], [\"12:01\", null, 6]]",
                after("scores.rows[1]", "[\"12:01\", null, 6]", "scores.rows"));
        assertEquals("{\"bound\": \"2 s\"}", after("scores.watermark.bound", "2 s", "scores.watermark"));
        assertEquals("\"12:10:00\"", after("settings.until", "12:10:00", "settings.until"));
    }

    @Test
    void nothingTakesASettingAway() {
        Design without = DesignPaths.set(design, "settings.seed", new Value.Nothing()).value().orElseThrow();
        assertEquals(Optional.empty(), DesignPaths.get(without, "settings.seed"));
    }

    @Test
    void whatAPersonTypes() {
        assertEquals(Value.of("2 min"), DesignPaths.typed("2 min"));
        assertEquals(Value.of(5), DesignPaths.typed("5"));
        assertEquals(Value.of("5"), DesignPaths.typed("\"5\""));
        assertEquals(Value.of("12:05:00"), DesignPaths.typed("12:05:00"));
        assertEquals(Value.of(List.of(Value.of(1), Value.of("a"))), DesignPaths.typed("[1, \"a\"]"));
    }

    @Test
    void pathsToNowhere() {
        assertEquals("scroes.rows: there is no node 'scroes': did you mean 'scores'?", refused("scroes.rows"));
        assertEquals("scores.rows[3]: there is no [3]: the list has 1 part: they are numbered from 0",
                refused("scores.rows[3]"));
        assertTrue(refused("scores").contains("is not the path of a setting"));
        assertTrue(refused("scores..x").contains("is not the path of a setting"));
        assertTrue(refused("scores.rows.x").contains("there is no 'x' in a list"));
    }

    private String after(String path, String typed, String shown) {
        Outcome<Design> changed = DesignPaths.set(design, path, DesignPaths.typed(typed));
        return ValueText.of(DesignPaths.get(changed.value().orElseThrow(), shown).orElseThrow());
    }

    private String refused(String path) {
        return DesignPaths.set(design, path, Value.of(1)).problems().getFirst().toString();
    }

    @Test
    void aWireCanBeTakenAway() {
        Design design = millrace.compile.Designs.design().withWires(millrace.compile.Designs.wires("a -> b", "b -> c"));
        assertEquals(millrace.compile.Designs.wires("b -> c"),
                DesignPaths.set(design, "wires[0]", new Value.Nothing()).value().orElseThrow().wires());
        for (String path : new String[] {"wires[2]", "wires.x"})
            assertEquals("not-a-wire",
                    DesignPaths.set(design, path, new Value.Nothing()).problems().getFirst().code());
        assertEquals("not-a-wire", DesignPaths.set(design, "wires[0]", Value.of(1)).problems().getFirst().code());
    }
}

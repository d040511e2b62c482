package millrace.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.design.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"never", "afterCount(3)", "afterDelay(20 s)",
        "repeatedly(afterFirst(afterCount(3), afterDelay(20 s)))",
        "aligned(every = 1 min, offset = 0 s)",
        "orFinally(main = repeatedly(afterCount(2)), until = afterDelay(1 min))",
        "afterWatermark(early = repeatedly(afterCount(3)), late = repeatedly(afterCount(1)))"})
    void whatIsReadIsWrittenTheSame(String text) {
        assertEquals(text, TriggerText.write(TriggerText.read(text)));
    }

    @Test
    void readsTheFormOfTheDesignFile() {
        Map<String, Value> aligned = new LinkedHashMap<>();
        aligned.put("every", Value.of("1 min"));
        Value expected = Value.group(Map.of("afterAll",
                Value.of(List.of(Value.group(Map.of("afterCount", Value.of(2))),
                        Value.group(Map.of("aligned", Value.group(aligned)))))));
        assertEquals(expected, TriggerText.read("afterAll( afterCount( 2 ),aligned(every=1 min) )"));
    }

    @Test
    void whatCannotBeReadStaysAsItWasTyped() {
        assertEquals(Value.of("afterCount(3"), TriggerText.read("afterCount(3"));
        assertEquals(Value.of("a(b) c"), TriggerText.read("a(b) c"));
    }
}

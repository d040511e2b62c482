package millrace.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import millrace.event.Field;
import millrace.event.FieldType;
import org.junit.jupiter.api.Test;

class CompletionsTest {
    private static final Completions ALL = new Completions(List.of(new Field("value", FieldType.LONG),
            new Field("city", FieldType.STRING), new Field("happened", FieldType.TIMESTAMP)));

    private static List<String> at(String text) {
        int cursor = text.indexOf('|');
        return ALL.at(text.replace("|", ""), cursor).stream().map(Completions.Completion::word).toList();
    }

    @Test
    void fieldsComeBeforeFunctionsAndBeginningsBeforeTheRest() {
        assertEquals(List.of("value"), at("va|"));
        assertEquals(List.of("city", "ceil"), at("value > 0 && c|").subList(0, 2));
        assertEquals(List.of("value", "city", "happened"), at("|").subList(0, 3));
        assertTrue(at("ma| > 3").getFirst().equals("max"));
    }

    @Test
    void behindAPointStandsWhatIsAskedOfATextOrATime() {
        assertEquals(List.of("size", "startsWith"), at("city.s|").subList(0, 2));
        assertTrue(at("happened.get|").contains("getHours"));
        assertTrue(at("city.|").stream().noneMatch("value"::equals));
        assertTrue(at("get|").isEmpty(), "alone they mean nothing");
    }

    @Test
    void nothingIsCompletedInTextsAndNumbers() {
        assertEquals(List.of(), at("city == 'va|'"));
        assertEquals(List.of(), at("value > 3|"));
    }
}

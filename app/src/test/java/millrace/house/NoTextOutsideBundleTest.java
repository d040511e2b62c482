package millrace.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Words on the screen stand in bundles ({@code millrace.app.text.Texts}), never in the code. The files that still hold some
 * are listed with how many; a figure may only go down.
 */
class NoTextOutsideBundleTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "millrace", "app");
    /** A call that shows a text, given as a literal with a letter in it. */
    private static final Pattern SHOWN = Pattern.compile("(?:new (?:Label|Button|MenuItem|CheckBox|Tooltip|Tab|"
            + "ToggleButton|ButtonType|Alert|Text|TitledPane|Hyperlink|RadioButton|Menu)|setText|setPromptText|setTitle|"
            + "setHeaderText|setContentText|setAccessibleText|setAccessibleHelp|fillText|strokeText|say|line|title|tab|"
            + "Action)\\(\\s*(?:[^\"();]*,\\s*)?\"([^\"]*\\p{L}[^\"]*)\"");
    /** Parts whose words are on no screen of the designer. */
    private static final List<String> ELSEWHERE = List.of("cli");
    private static final Map<String, Integer> ALLOWED = Map.ofEntries(
            Map.entry("canvas/CanvasView.java", 1), Map.entry("chart/GridPainter.java", 2),
            Map.entry("chart/LinePainter.java", 1), Map.entry("chart/TimeChart.java", 1),
            Map.entry("chart/TimeChartView.java", 2), Map.entry("shell/Asking.java", 1),
            Map.entry("shell/Designer.java", 4), Map.entry("shell/EmptyNote.java", 4),
            Map.entry("shell/MillraceApp.java", 1), Map.entry("shell/Palette.java", 2),
            Map.entry("shell/Screen.java", 1), Map.entry("shell/TopBar.java", 2),
            Map.entry("shell/WindowDialogs.java", 3));

    @Test
    void noWordsStandInTheCode() throws IOException {
        Map<String, Integer> tooMany = found();
        tooMany.entrySet().removeIf(e -> e.getValue() <= ALLOWED.getOrDefault(e.getKey(), 0));
        assertEquals(Map.of(), tooMany, "put these words into a bundle");
    }

    private static Map<String, Integer> found() throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String name = SOURCES.relativize(file).toString().replace('\\', '/');
                if (ELSEWHERE.stream().anyMatch(e -> name.startsWith(e + "/"))) continue;
                int count = count(Files.readString(file));
                if (count > 0) found.put(name, count);
            }
        }
        return found;
    }

    private static int count(String source) {
        Matcher m = SHOWN.matcher(source.replaceAll("(?m)^\\s*(?://|\\*|/\\*).*$", ""));
        int count = 0;
        while (m.find())
            count++;
        return count;
    }
}

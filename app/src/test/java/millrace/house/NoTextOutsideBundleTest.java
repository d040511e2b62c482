package millrace.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Words on the screen stand in bundles ({@code millrace.app.text.Texts}), never in the code. What reads like words says
 * {@link Wording}.
 */
class NoTextOutsideBundleTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "millrace", "app");
    /** What shows a text that it is given. */
    private static final Set<String> SHOWING = Set.of("Label", "Button", "MenuItem", "CheckMenuItem", "CheckBox",
            "Tooltip", "Tab", "ToggleButton", "MenuButton", "ButtonType", "Alert", "Text", "TitledPane", "Hyperlink",
            "RadioButton", "Menu", "TableColumn", "setText", "setPromptText", "setTitle", "setHeaderText",
            "setContentText", "setAccessibleText", "setAccessibleHelp", "setAccessibleRoleDescription", "fillText",
            "strokeText", "onBaseline", "fit", "left", "right", "Row");
    /** What is given to these is read by the machine, or by those who mend the program. */
    private static final Map<String, String> MACHINE = Map.ofEntries(
            Map.entry("IllegalArgumentException", "a fault of the program"),
            Map.entry("IllegalStateException", "a fault of the program"),
            Map.entry("UnsupportedOperationException", "a fault of the program"),
            Map.entry("Refused", "said on the terminal, before there is a window"),
            Map.entry("println", "said on the terminal"),
            Map.entry("compile", "a pattern"),
            Map.entry("setStyle", "a style sheet"),
            Map.entry("merging", "says which steps become one; seen by nobody"));
    /** Parts whose words are on no screen of the designer. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("cli/", "the program for the shell speaks English, as its options and designs do"),
            Map.entry("SystemLibraries.java", "said on the terminal: what lacks is what a window is drawn with"),
            Map.entry("export/Svg.java", "writes SVG"), Map.entry("export/Replay.java", "writes HTML and CSS"),
            Map.entry("export/DrawList.java", "writes JSON"),
            Map.entry("export/Things.java", "writes JSON, and fonts as a browser reads them"),
            Map.entry("export/Letters.java", "reads the names of typefaces"),
            Map.entry("look/Theme.java", "writes a style sheet"),
            Map.entry("look/StyleSheets.java", "patterns of style sheets"),
            Map.entry("look/Type.java", "the names of typefaces"),
            Map.entry("shell/BarIcon.java", "paths of icons"), Map.entry("welcome/Icons.java", "paths of icons"),
            Map.entry("file/Places.java", "folders of the system"),
            Map.entry("file/ShippedDesigns.java", "reads headings of the designs' README"));
    /** Single literals that are no words on the screen. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            // an expression, as the design file has it, and patterns of it
            "editor/Fixes.java", Set.of("^([A-Za-z]+) [0-9.]+", "^count .*"),
            // aggregates as the design file has them
            "inspector/AggregatesEditor.java", Set.of("top 3", "percentile 95", "sum of ", " of "),
            // the name of a column; its title stands in the bundle
            "inspector/FieldEditors.java", Set.of("back after"),
            // ids of what was used last
            "shell/CommandPalette.java", Set.of("do ", "add ", "go "),
            "shell/WhatIf.java", Set.of("what-if "),
            // says which steps become one
            "tool/Idle.java", Set.of("nudge "));

    private static final Wording WORDING = new Wording(SOURCES, SHOWING, MACHINE.keySet(), ELSEWHERE.keySet(), KNOWN,
            literal -> false);

    @Test
    void noWordsStandInTheCode() {
        WORDING.noWordsStandInTheCode();
    }

    @Test
    void noWordsStandInForms() throws IOException {
        Pattern words = Pattern.compile("(?i)(?:text|title)=\"[^\"%$]*\\p{L}[^\"]*\"");
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources"))) {
            List<Path> forms = files.filter(f -> f.toString().endsWith(".fxml")).toList();
            assertTrue(forms.size() > 0, "there is a form to look at");
            for (Path form : forms)
                assertFalse(words.matcher(Files.readString(form)).find(), form + ": put these words into a bundle");
        }
        assertTrue(words.matcher("<Label promptText=\"Find\"/>").find());
    }

    @Test
    void everyExceptionIsNeeded() {
        WORDING.everyExceptionIsNeeded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"new Label(\"Key\")", "new Label(wide ? \"Key\" : key)", "setText(\"late\")",
        "pen.left(x, y, \"nothing\", LABEL, colour)", "s = count + \" results\";", "s = \"and \" + n;",
        "why = \"It came too late\";", "s = \"\"\"\n    Two words\"\"\";", "f(/* \"x\" */ \"not so far\")"})
    void wordsAreFound(String code) {
        assertEquals(1, words("canvas/Some.java", code).size(), code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Texts.of(\"canvas.late\")", "new Label(Texts.of(\"canvas.late\"))", "setId(\"late\")",
        "// says \"late or not\"", "/** as \"late or not\" */", "throw new IllegalStateException(\"no such thing\")",
        "setText(\"–\")", "c = '\"'; d = \"a\" + ' ';", "box.setStyle(\"-fx-padding: 0 8 0 8;\")"})
    void otherLiteralsAreNot(String code) {
        assertEquals(List.of(), words("canvas/Some.java", code), code);
    }

    private static List<String> words(String file, String source) {
        return WORDING.words(file, Literals.of(source));
    }
}

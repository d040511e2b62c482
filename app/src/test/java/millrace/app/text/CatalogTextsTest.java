package millrace.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import millrace.catalog.Catalog;
import millrace.catalog.Group;
import millrace.catalog.NodeType;
import millrace.catalog.RunForm;
import millrace.catalog.Setting;
import org.junit.jupiter.api.Test;

class CatalogTextsTest {
    private static final Path FILE = Path.of("src/main/resources/millrace/app/text/catalog.properties");

    /** To write the file anew: mvn -pl app -am test -Dtest=CatalogTextsTest -Dtexts.write=true and the like. */
    @Test
    void theBundleIsWhatTheCatalogSays() throws IOException {
        if (Boolean.getBoolean("texts.write")) Files.writeString(FILE, CatalogBundle.write());
        assertEquals(CatalogBundle.write(), Files.readString(FILE), "stale: write it anew with -Dtexts.write=true");
    }

    @Test
    void inEnglishEveryWordIsTheCatalogs() {
        assertEquals(Catalog.types().stream().map(CatalogTextsTest::words).toList(),
                CatalogTexts.types().stream().map(CatalogTextsTest::words).toList());
        assertEquals(RunForm.run(), CatalogTexts.run());
        assertEquals(RunForm.wire(), CatalogTexts.wire());
        for (Group group : Group.values())
            assertEquals(group.title(), CatalogTexts.title(group));
    }

    /** Labels and choices are words of the bundle, not of the engine: a bundle that lacks one would show English. */
    @Test
    void everyWordHasAPlaceInTheBundle() {
        Set<String> keys = CatalogBundle.keys();
        for (NodeType type : Catalog.types()) {
            for (Setting setting : type.form())
                assertTrue(keys.contains(type.id() + "." + setting.path() + ".label")
                        || keys.contains("common." + setting.path() + ".label"), type.id() + "." + setting.path());
        }
    }

    @Test
    void whatATypeDoesStaysTheEngines() {
        for (NodeType type : Catalog.types()) {
            NodeType shown = CatalogTexts.find(type.id()).orElseThrow();
            assertEquals(type.initial(), shown.initial());
            assertEquals(type.inputs(type.initial()), shown.inputs(type.initial()));
            assertEquals(type.outputs(type.initial()), shown.outputs(type.initial()));
            assertEquals(type.icon(), shown.icon());
            assertNotEquals("", shown.mistake(), type.id());
        }
    }

    private static List<Object> words(NodeType type) {
        return List.of(type.id(), type.title(), type.line(), type.help(), type.what(), type.mistake(), type.form(),
                type.suggestedName(type.initial()).text(), type.summary(type.initial()).text());
    }
}

package millrace.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import millrace.format.DesignSchema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SchemaTest {
    private static final Path FILE = Path.of("../../assets/design.schema.json");

    /** To write the file anew: mvn -pl engine/core test -Dtest=SchemaTest -Dschema.write=true. */
    @Test
    void theFileIsWhatTheCatalogSays() throws IOException {
        if (Boolean.getBoolean("schema.write")) Files.writeString(FILE, DesignSchema.write());
        assertEquals(DesignSchema.write(), Files.readString(FILE), "stale: write it anew with -Dschema.write=true");
    }

    @TestFactory
    Stream<DynamicTest> everyShippedDesignFits() throws IOException {
        Schema schema = schema();
        return DesignsTest.files()
                .stream()
                .map(f -> DynamicTest.dynamicTest(f.toString(),
                        () -> assertEquals(List.of(), words(schema.validate(Files.readString(f), InputFormat.JSON)))));
    }

    @Test
    void whatDoesNotFitIsToldApart() throws IOException {
        String good = Files.readString(DesignsTest.files()
                .stream()
                .filter(f -> f.endsWith("time/late-arrivals.json"))
                .findFirst()
                .orElseThrow());
        for (String[] change : new String[][] {{"\"millrace\": 1", "\"millrace\": 2"},
            {"\"10 min\"", "\"10 fortnights\""},
            {"\"size\": \"2 min\",", ""}, {"\"timing\": \"late\"", "\"timing\": \"later\""},
            {"\"strategy\": \"script\"", "\"strategy\": \"guess\""}, {"\"at\": [", "\"at\": [\"left\", "}}) {
            String bad = good.replace(change[0], change[1]);
            assertFalse(bad.equals(good), change[0]);
            assertFalse(schema().validate(bad, InputFormat.JSON).isEmpty(), change[1]);
        }
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE), InputFormat.JSON);
    }

    private static List<String> words(List<Error> errors) {
        return errors.stream().map(Error::toString).toList();
    }
}

package millrace.app.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import millrace.design.Problem;
import millrace.format.DesignFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value in a small JSON file of the program's own. A file that is missing or can't be understood counts as none: nobody
 * is to be kept from working by what was remembered.
 */
public final class JsonStore<T> {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Path file;
    private final Class<T> type;

    public JsonStore(Path file, Class<T> type) {
        this.file = file;
        this.type = type;
    }

    public Optional<T> load() {
        try {
            return Optional.ofNullable(MAPPER.readValue(Files.readAllBytes(file), type));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Writes so that there is always the old or the new file; what kept it from being written, if anything. */
    public Optional<Problem> save(T value) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
        } catch (IOException e) {
            // The save says so itself.
        }
        return DesignFiles.save(file, MAPPER.writeValueAsBytes(value));
    }
}

package millrace.app.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import millrace.design.Design;
import millrace.format.DesignReader;
import millrace.format.Reading;

/**
 * The designs that come with the program, packed into it. What lies in a package can't be listed, so their index says what
 * there is: the page {@code designs/README.md}, with a heading for each chapter and a line for each design.
 */
public final class ShippedDesigns {
    private static final String ROOT = "/designs/";
    private static final Pattern CHAPTER = Pattern.compile("## (.+)");
    private static final Pattern DESIGN = Pattern
            .compile("- (?:(\\d+\\.\\d+) )?\\[(.+?)]\\(([a-z0-9/-]+\\.json)\\): (.+)");
    private static final String REFUTES = " Refutes \"";

    private ShippedDesigns() {}

    /** A chapter of the field, with its designs in their order. */
    public record Chapter(int number, String title, List<Shipped> designs) {}

    /**
     * A design of a chapter.
     *
     * @param number "5.4"; "" if it has none
     * @param path "time/late-arrivals.json"
     * @param about one or two sentences
     */
    public record Shipped(String number, String title, String path, String about) {
        /** The design itself. */
        public Design read() {
            return ShippedDesigns.read(path).orElseThrow(() -> new IllegalStateException(path));
        }
    }

    /** The chapters with the numbers of their designs before them: 5 is "Time". */
    public static List<Chapter> chapters() {
        return chapters(text("README.md"));
    }

    static List<Chapter> chapters(String index) {
        List<Chapter> chapters = new ArrayList<>();
        String title = "";
        List<Shipped> designs = new ArrayList<>();
        for (String line : (index + "\n## end").lines().toList()) {
            Matcher heading = CHAPTER.matcher(line);
            if (heading.matches()) {
                if (numbered(designs)) chapters.add(new Chapter(chapters.size() + 1, title, List.copyOf(designs)));
                title = heading.group(1);
                designs.clear();
            } else
                shipped(line).ifPresent(designs::add);
        }
        return List.copyOf(chapters);
    }

    /** Real data and examples are no chapters: their designs have no numbers. In a chapter there may be some without, too. */
    private static boolean numbered(List<Shipped> designs) {
        return !designs.isEmpty() && !designs.getFirst().number().isEmpty();
    }

    private static Optional<Shipped> shipped(String line) {
        Matcher m = DESIGN.matcher(line);
        if (!m.matches()) return Optional.empty();
        int refutes = m.group(4).indexOf(REFUTES);
        String about = refutes < 0 ? m.group(4) : m.group(4).substring(0, refutes);
        return Optional.of(new Shipped(Optional.ofNullable(m.group(1)).orElse(""), m.group(2), m.group(3), about));
    }

    /** A packed design, by its path in the package: "time/late-arrivals.json". */
    public static Optional<Design> read(String path) {
        try (InputStream in = ShippedDesigns.class.getResourceAsStream(ROOT + path)) {
            if (in == null) return Optional.empty();
            Reading reading = DesignReader.read(in.readAllBytes(), path);
            return reading.wholeDesign();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String path) {
        try (InputStream in = Objects.requireNonNull(ShippedDesigns.class.getResourceAsStream(ROOT + path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

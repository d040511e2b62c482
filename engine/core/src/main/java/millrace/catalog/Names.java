package millrace.catalog;

import java.util.Optional;

/** Names of files as a design may write them. */
final class Names {
    private static final int LONGEST = 200;

    private Names() {}

    static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 57) + "...";
    }

    /** Why this can't be a file beside the design, if it can't. */
    static Optional<String> wrong(String name) {
        if (name.length() > LONGEST) return Optional.of("it is longer than " + LONGEST + " characters");
        if (name.chars().anyMatch(c -> c < ' ')) return Optional.of("it has characters that no name has");
        boolean absolute = name.startsWith("/") || name.startsWith("\\") || name.matches("[A-Za-z]:.*");
        boolean above = ("/" + name.replace('\\', '/') + "/").contains("/../");
        return absolute || above ? Optional.of("it lies outside the design's folder") : Optional.empty();
    }
}

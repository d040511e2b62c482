package millrace.catalog;

import java.util.Optional;

/** Names of files as a design may write them. */
final class Names {
    static final int LONGEST = 200;

    private Names() {}

    static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 57) + "...";
    }

    /** The key of what says why this can't be a file beside the design, if it can't. */
    static Optional<String> wrong(String name) {
        if (name.length() > LONGEST) return Optional.of("catalog.bad-file-name.long");
        if (name.chars().anyMatch(c -> c < ' ')) return Optional.of("catalog.bad-file-name.characters");
        boolean absolute = name.startsWith("/") || name.startsWith("\\") || name.matches("[A-Za-z]:.*");
        boolean above = ("/" + name.replace('\\', '/') + "/").contains("/../");
        return absolute || above ? Optional.of("catalog.bad-file-name.outside") : Optional.empty();
    }
}

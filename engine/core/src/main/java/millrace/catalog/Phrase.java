package millrace.catalog;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A few words about a node, with what is put into them. By itself it is English; a designer may put the same parts into the
 * words of another language.
 */
public sealed interface Phrase {
    /** In English. */
    String text();

    /** As it was written, whatever the language: an expression, a name, a figure. */
    record Plain(String text) implements Phrase {}

    /**
     * Words with places.
     *
     * @param pattern "{0}, by {1} time"; each that a type uses is among its {@link NodeType#patterns}
     * @param parts for {0}, {1} and so on
     */
    record Words(String pattern, List<Phrase> parts) implements Phrase {
        private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

        public Words {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return PLACE.matcher(pattern)
                    .replaceAll(m -> Matcher.quoteReplacement(parts.get(Integer.parseInt(m.group(1))).text()));
        }
    }

    static Phrase plain(String text) {
        return new Plain(text);
    }

    /** Words with texts put into them as they are. */
    static Phrase of(String pattern, String... parts) {
        return new Words(pattern, Stream.of(parts).<Phrase>map(Plain::new).toList());
    }

    /** Words with other words put into them. */
    static Phrase with(String pattern, Phrase... parts) {
        return new Words(pattern, List.of(parts));
    }
}

package millrace.app.text;

import java.util.Locale;
import java.util.Optional;
import millrace.design.Counts;
import millrace.text.Bundle;

/**
 * The words on the screen. They lie in resource bundles beside this class, one for each package that shows them; another
 * language is another file there ({@code shell_de.properties}), of which what is missing stays English.
 *
 * <p>A painter may ask at every frame: what was asked for once is a look-up afterwards, and is parsed no more.
 */
public final class Texts {
    private static volatile Bundle words = words(Locale.getDefault());

    private Texts() {}

    /**
     * What is to be read, with what is put into it.
     *
     * @param key the bundle's name, a point, and the name of the text in it: {@code shell.undo}
     * @param parts for {0}, {1} and so on, as {@link java.text.MessageFormat} puts them in; whole numbers come as plain
     *     digits, other figures as they are to be read
     * @throws java.util.MissingResourceException if there is no such text
     */
    public static String of(String key, Object... parts) {
        return words().of(key, parts);
    }

    /** As {@link #of}; empty if there is no such text. */
    public static Optional<String> find(String key, Object... parts) {
        return words().has(key) ? Optional.of(of(key, parts)) : Optional.empty();
    }

    /** One of two texts, {@code key.one} and {@code key.many}; the number is {0}, the other parts follow. */
    public static String counted(String key, long number, Object... parts) {
        Object[] all = new Object[parts.length + 1];
        all[0] = number;
        System.arraycopy(parts, 0, all, 1, parts.length);
        return of(key + (number == 1 ? ".one" : ".many"), all);
    }

    /** As {@link #counted}, with the number as long numbers are read: "1,234 events". */
    public static String grouped(String key, long number) {
        return of(key + (number == 1 ? ".one" : ".many"), Counts.grouped(number));
    }

    /** As it begins a sentence: with a large letter. */
    public static String begun(String words) {
        if (words.isEmpty()) return words;
        int first = words.offsetByCodePoints(0, 1);
        return words.substring(0, first).toUpperCase(language()) + words.substring(first);
    }

    /** The language of the words, for what the platform says itself, such as months: English where there is no other. */
    public static Locale language() {
        return words().language("look");
    }

    private static Bundle words() {
        Bundle known = words;
        if (!known.asked().equals(Locale.getDefault())) words = known = words(Locale.getDefault());
        return known;
    }

    private static Bundle words(Locale asked) {
        return new Bundle("millrace.app.text", asked);
    }
}

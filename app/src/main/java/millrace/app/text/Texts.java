package millrace.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The words on the screen. They lie in resource bundles beside this class, one for each package that shows them; another
 * language is another file there ({@code shell_de.properties}), of which what is missing stays English.
 */
public final class Texts {
    private Texts() {}

    /**
     * What is to be read, with what is put into it.
     *
     * @param key the bundle's name, a point, and the name of the text in it: {@code shell.undo}
     * @param parts for {0}, {1} and so on, as {@link MessageFormat} puts them in; figures come as they are to be read
     * @throws java.util.MissingResourceException if there is no such text
     */
    public static String of(String key, Object... parts) {
        int point = key.indexOf('.');
        String pattern = bundle(key.substring(0, point)).getString(key.substring(point + 1));
        return new MessageFormat(pattern, Locale.getDefault()).format(parts);
    }

    /** As {@link #of}; empty if there is no such text. */
    public static Optional<String> find(String key, Object... parts) {
        int point = key.indexOf('.');
        boolean there = bundle(key.substring(0, point)).containsKey(key.substring(point + 1));
        return there ? Optional.of(of(key, parts)) : Optional.empty();
    }

    /** One of two texts, {@code key.one} and {@code key.many}; the number is {0}, the other parts follow. */
    public static String counted(String key, long number, Object... parts) {
        Object[] all = new Object[parts.length + 1];
        all[0] = String.valueOf(number);
        System.arraycopy(parts, 0, all, 1, parts.length);
        return of(key + (number == 1 ? ".one" : ".many"), all);
    }

    private static ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle("millrace.app.text." + name, Locale.getDefault());
    }
}

package millrace.app.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The words of one language as they were asked for: plain texts as they are, patterns parsed once. */
final class Words {
    private final Locale asked;
    private final Map<String, Text> known = new ConcurrentHashMap<>();

    Words(Locale asked) {
        this.asked = asked;
    }

    /** A text of a bundle. */
    private sealed interface Text {
        /** Nothing is put into it. */
        record Plain(String words) implements Text {}

        /** Has places. A format keeps what it is doing, so one thread at a time may use it. */
        record Pattern(MessageFormat format) implements Text {}
    }

    Locale asked() {
        return asked;
    }

    Locale language() {
        Locale found = bundle("look").getLocale();
        return found.equals(Locale.ROOT) ? Locale.ENGLISH : found;
    }

    String of(String key, Object... parts) {
        Text text = known.get(key);
        if (text == null) known.put(key, text = read(key));
        return switch (text) {
            case Text.Plain p -> p.words();
            case Text.Pattern p -> filled(p.format(), parts);
        };
    }

    boolean has(String key) {
        int point = key.indexOf('.');
        return known.containsKey(key) || bundle(key.substring(0, point)).containsKey(key.substring(point + 1));
    }

    private static String filled(MessageFormat format, Object... parts) {
        Object[] read = Arrays.stream(parts)
                .map(p -> p instanceof Long || p instanceof Integer ? p.toString() : p)
                .toArray();
        synchronized (format) {
            return format.format(read);
        }
    }

    private Text read(String key) {
        int point = key.indexOf('.');
        MessageFormat format = new MessageFormat(bundle(key.substring(0, point)).getString(key.substring(point + 1)),
                asked);
        return format.getFormatsByArgumentIndex().length == 0 ? new Text.Plain(format.format(new Object[0]))
                : new Text.Pattern(format);
    }

    private ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle("millrace.app.text." + name, asked);
    }
}

package millrace.text;

import java.text.AttributedCharacterIterator;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The words of one language as they were asked for: plain texts as they are, patterns of {@link MessageFormat} parsed once.
 * A key is the name of a properties file, a point, and the name of the text in it: {@code shell.undo}.
 */
public final class Bundle {
    private static final Control NO_OTHER_LANGUAGE = Control.getNoFallbackControl(Control.FORMAT_DEFAULT);

    private final String folder;
    private final Locale asked;
    private final UnaryOperator<String> translated;
    private final Map<String, Text> known = new ConcurrentHashMap<>();

    /**
     * @param folder where the files lie, as a package: {@code millrace.text}
     * @param asked what is missing in its language stays English, which the files without a language are
     */
    public Bundle(String folder, Locale asked) {
        this(folder, asked, text -> text);
    }

    /** @param translated what becomes of each text of the files, as it stands there */
    Bundle(String folder, Locale asked, UnaryOperator<String> translated) {
        this.folder = folder;
        this.asked = asked;
        this.translated = translated;
    }

    /** A text of a file. */
    private sealed interface Text {
        /** Nothing is put into it. */
        record Plain(String words) implements Text {}

        /** Has places. A format keeps what it is doing, so one thread at a time may use it. */
        record Pattern(MessageFormat format) implements Text {}
    }

    /**
     * Some of a text: its own words, or what was put into it.
     *
     * @param part the number of what was put in; {@link #OWN} for its own words
     */
    public record Run(String text, int part) {
        /** Stands in the file itself. */
        public static final int OWN = -1;
    }

    public Locale asked() {
        return asked;
    }

    /** The language in which a file is there: English where there is no other. */
    public Locale language(String file) {
        Locale found = file(file).getLocale();
        return found.equals(Locale.ROOT) ? Locale.ENGLISH : found;
    }

    /**
     * What is to be read, with what is put into it.
     *
     * @param parts for {0}, {1} and so on; whole numbers come as plain digits, all else as it is to be read
     * @throws java.util.MissingResourceException if there is no such text
     */
    public String of(String key, Object... parts) {
        return switch (text(key)) {
            case Text.Plain p -> p.words();
            case Text.Pattern p -> filled(p.format(), parts);
        };
    }

    /** As {@link #of}, with the places of the parts. */
    public List<Run> runs(String key, Object... parts) {
        return switch (text(key)) {
            case Text.Plain p -> List.of(new Run(p.words(), Run.OWN));
            case Text.Pattern p -> runs(p.format(), parts);
        };
    }

    public boolean has(String key) {
        int point = key.indexOf('.');
        return known.containsKey(key) || file(key.substring(0, point)).containsKey(key.substring(point + 1));
    }

    private static String filled(MessageFormat format, Object... parts) {
        Object[] read = read(parts);
        synchronized (format) {
            return format.format(read);
        }
    }

    private static List<Run> runs(MessageFormat format, Object... parts) {
        AttributedCharacterIterator letters;
        synchronized (format) {
            letters = format.formatToCharacterIterator(read(parts));
        }
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (char c = letters.first(); c != AttributedCharacterIterator.DONE; c = letters.next()) {
            text.append(c);
            if (letters.getIndex() + 1 < letters.getRunLimit(MessageFormat.Field.ARGUMENT)) continue;
            Object part = letters.getAttribute(MessageFormat.Field.ARGUMENT);
            runs.add(new Run(text.toString(), part instanceof Integer number ? number : Run.OWN));
            text.setLength(0);
        }
        return runs;
    }

    private static Object[] read(Object... parts) {
        return Arrays.stream(parts)
                .map(p -> p instanceof Long || p instanceof Integer ? p.toString() : p)
                .toArray();
    }

    private Text text(String key) {
        Text text = known.get(key);
        if (text == null) known.put(key, text = parsed(key));
        return text;
    }

    private Text parsed(String key) {
        int point = key.indexOf('.');
        String text = file(key.substring(0, point)).getString(key.substring(point + 1));
        MessageFormat format = new MessageFormat(translated.apply(text), asked);
        return format.getFormatsByArgumentIndex().length == 0 ? new Text.Plain(format.format(new Object[0]))
                : new Text.Pattern(format);
    }

    private ResourceBundle file(String name) {
        return ResourceBundle.getBundle(folder + "." + name, asked, NO_OTHER_LANGUAGE);
    }
}

package millrace.text;

import java.util.List;
import java.util.Locale;

/**
 * What the engine says to people: problems, answers, reasons. The sentences lie in properties files beside this class, one
 * for each package that says them. They are English, whoever runs the engine, until a program asks for another language.
 */
public final class Sentences {
    private static final String FOLDER = "millrace.text";
    private static volatile Bundle bundle = new Bundle(FOLDER, Locale.ROOT);

    private Sentences() {}

    /** From now on all sentences are in this language, as far as there are files of it; {@link Locale#ROOT} is English. */
    public static void speak(Locale language) {
        speak(new Bundle(FOLDER, language));
    }

    static void speak(Bundle language) {
        bundle = language;
    }

    /** What was asked for last. */
    public static Locale language() {
        return bundle.asked();
    }

    /** A sentence, or a part of one. Keys, parts and faults as {@link Bundle#of} has them. */
    public static String of(String key, Object... parts) {
        return bundle.of(key, parts);
    }

    /** As {@link #of}, with the places of the parts. */
    public static List<Bundle.Run> runs(String key, Object... parts) {
        return bundle.runs(key, parts);
    }

    public static boolean has(String key) {
        return bundle.has(key);
    }

    /** The key of the form for so many things: {@code key.one} or {@code key.many}. */
    public static String form(String key, long number) {
        return key + (number == 1 ? ".one" : ".many");
    }
}

package millrace.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dictionary from values to small numbers and back to text; number 0 is "" and stands for no value. */
final class Texts {
    private final Map<Object, Integer> numbers = new HashMap<>();
    private String[] texts = {""};
    private int size = 1;

    int number(@Nullable Object value) {
        if (value == null) return 0;
        Integer known = numbers.get(value);
        if (known != null) return known;
        numbers.put(value, size);
        return append(value.toString());
    }

    /** Keeps a text without looking whether it is known. */
    int append(String text) {
        if (size == texts.length) texts = Arrays.copyOf(texts, size * 2);
        texts[size] = text;
        return size++;
    }

    String text(int number) {
        return texts[number];
    }
}

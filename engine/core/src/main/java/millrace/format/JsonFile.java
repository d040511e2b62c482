package millrace.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import millrace.design.Problem;

/**
 * A file as parts with places. Slips of syntax are told, painted over and stepped over, so that all of them are found
 * at once and the rest can be looked at.
 *
 * @param root what was read, if anything
 * @param told the problems so far
 */
record JsonFile(Optional<Part> root, Told told) {

    static JsonFile read(String text) {
        Lines lines = new Lines(text);
        char[] chars = text.toCharArray();
        Set<Integer> painted = new HashSet<>();
        List<Slip> slips = new ArrayList<>();
        while (true) {
            Told told = new Told(lines);
            slips.forEach(told::slip);
            JsonParts parts = new JsonParts(chars, lines, told, painted);
            Optional<Part> root = parts.read();
            Optional<Slip> slip = parts.slip();
            if (slip.isEmpty()) return new JsonFile(root, told);
            told.slip(slip.get());
            if (!slip.get().canGoOn() || slips.size() >= Limits.REPAIRS) return new JsonFile(root, told);
            slips.add(slip.get());
            slip.get().paintOver(chars);
            if (slip.get().losesValue() || slip.get().paint().startsWith("\"")) painted.add(slip.get().from());
        }
    }

    List<Problem> problems() {
        return told.problems();
    }
}

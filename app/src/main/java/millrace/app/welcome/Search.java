package millrace.app.welcome;

import java.util.List;
import java.util.Locale;
import millrace.app.file.ShippedDesigns;

/** Finds shipped designs by any words of theirs, in any order. */
record Search(List<String> words) {
    static Search of(String query) {
        String plain = query.toLowerCase(Locale.ROOT).strip();
        return new Search(plain.isEmpty() ? List.of() : List.of(plain.split("\\s+")));
    }

    boolean finds(ShippedDesigns.Shipped design, String chapter) {
        String text = String.join(" ", design.number(), design.title(), design.about(), chapter)
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }
}

package millrace.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.design.Value;

/** The moments of a run that a design keeps, to come back to: {@code settings.bookmarks}. They change nothing in the run. */
public final class Bookmarks {
    private static final String PATH = "bookmarks";

    /**
     * One of them, as written.
     *
     * @param at processing time
     */
    public record Bookmark(String at, String name) {}

    private Bookmarks() {}

    /** Those that say when they are; in their order in the design. */
    public static List<Bookmark> of(Design design) {
        return items(design).stream()
                .flatMap(v -> v instanceof Value.Group g ? Stream.of(g) : Stream.empty())
                .flatMap(g -> text(g, "at").map(at -> new Bookmark(at, text(g, "name").orElse(""))).stream())
                .toList();
    }

    /** When they are, in the order of time. */
    public static List<Long> times(Design design, Clock clock) {
        return of(design).stream().flatMapToLong(b -> clock.parse(b.at()).stream()).sorted().boxed().toList();
    }

    private static List<Value> items(Design design) {
        return design.settings()
                .get(PATH)
                .filter(Value.Items.class::isInstance)
                .map(v -> ((Value.Items) v).items())
                .orElse(List.of());
    }

    private static Optional<String> text(Value.Group of, String name) {
        return of.get(name).flatMap(v -> v instanceof Value.Text t ? Optional.of(t.text()) : Optional.empty());
    }

    static Design toggled(Design design, String time) {
        List<Value> next = new ArrayList<>(items(design));
        boolean kept = next.removeIf(v -> v instanceof Value.Group g && text(g, "at").equals(Optional.of(time)));
        if (!kept) next.add(Value.group(Map.of("at", Value.of(time))));
        return design.withSettings(next.isEmpty() ? design.settings().without(PATH)
                : design.settings().with(PATH, Value.of(next)));
    }
}

package millrace.app.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** Puts in order what fits: the better first, and among all, before anything is typed, what was used last. */
public final class Ranking {
    private static final int RECENT = 60;
    private static final int REMEMBERED = 12;

    private final List<String> recent = new ArrayList<>();

    /** Something was chosen; it comes first from now on. */
    public void used(String id) {
        recent.remove(id);
        recent.addFirst(id);
        if (recent.size() > REMEMBERED) recent.removeLast();
    }

    public boolean isRecent(String id) {
        return recent.contains(id);
    }

    /**
     * What fits, best first; equals stay as they were.
     *
     * @param names the texts by which a thing can be found; the first counts fully, the others less
     */
    public <T> List<T> find(String typed, List<T> all, Function<T, String> id, Function<T, List<String>> names) {
        record Found<T>(T thing, int score) {}
        List<Found<T>> found = new ArrayList<>();
        for (T thing : all) {
            OptionalInt score = best(typed, names.apply(thing));
            if (score.isPresent()) found.add(new Found<>(thing, score.getAsInt() + bonus(id.apply(thing))));
        }
        found.sort(Comparator.comparingInt((Found<T> f) -> f.score).reversed());
        return found.stream().map(Found::thing).toList();
    }

    private int bonus(String id) {
        int place = recent.indexOf(id);
        return place < 0 ? 0 : RECENT - place;
    }

    private static OptionalInt best(String typed, List<String> names) {
        OptionalInt best = OptionalInt.empty();
        for (int i = 0; i < names.size(); i++) {
            OptionalInt score = Fuzzy.score(typed, names.get(i));
            if (score.isEmpty()) continue;
            int weighed = i == 0 ? score.getAsInt() : score.getAsInt() / 2;
            if (best.isEmpty() || best.getAsInt() < weighed) best = OptionalInt.of(weighed);
        }
        return best;
    }
}

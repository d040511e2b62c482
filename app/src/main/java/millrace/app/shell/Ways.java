package millrace.app.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import millrace.app.compare.ComparePane;
import millrace.app.compare.ReadyPair;
import millrace.app.text.Texts;

/** A word for the view of runs in several ways beside each other: "compare-guarantee", or "compare-guarantee-overlaid". */
record Ways(ReadyPair pair, boolean overlaid) {
    static final String PANE = "compare";
    private static final String OVERLAID = "-overlaid";

    private String word() {
        return PANE + "-" + pair.word() + (overlaid ? OVERLAID : "");
    }

    /** In words, for people. */
    String title() {
        return Texts.of(overlaid ? "export.overlaid" : "export.beside", Texts.of("compare.pair." + pair.word()));
    }

    private static Stream<Ways> all() {
        return Arrays.stream(ReadyPair.values()).flatMap(p -> Stream.of(new Ways(p, false), new Ways(p, true)));
    }

    static List<String> words() {
        return all().map(Ways::word).toList();
    }

    static Optional<Ways> of(String word) {
        return all().filter(w -> w.word().equals(word)).findFirst();
    }

    void choose(Designer designer) {
        designer.panes.find(ComparePane.class).ifPresent(pane -> {
            pane.ways(pair);
            pane.overlaid(overlaid);
        });
    }
}

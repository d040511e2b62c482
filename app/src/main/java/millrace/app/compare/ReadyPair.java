package millrace.app.compare;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import millrace.app.text.CatalogTexts;
import millrace.app.text.Texts;
import millrace.catalog.State;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Value;

/**
 * Ways to run the present design that are worth seeing beside each other. The design stays as it is; only what is run has other
 * settings. Titles are the texts "compare." and the word of the pair or way.
 */
public enum ReadyPair {
    TIME(way("event-time", d -> windows(d, "event")), way("processing-time", d -> windows(d, "processing"))),
    MODE(way("streaming", d -> set(d, "mode", "streaming")), way("batch", d -> set(d, "mode", "batch"))),
    GUARANTEE(way("no-guarantee", ReadyPair::unguarded), way("at-least-once", d -> guarded(d, "at-least-once")),
            way("exactly-once", d -> guarded(d, "exactly-once"))),
    DIALECT(way("beam", d -> set(d, "dialect", "beam")), way("flink", d -> set(d, "dialect", "flink")));

    private final List<Way> ways;

    /** @param design makes the design that is run out of the present one */
    record Way(String word, UnaryOperator<Design> design) {
        String title() {
            return Texts.of("compare." + word);
        }
    }

    ReadyPair(Way... ways) {
        this.ways = List.of(ways);
    }

    private static Way way(String word, UnaryOperator<Design> design) {
        return new Way(word, design);
    }

    List<Way> ways() {
        return ways;
    }

    /** A stable word, for actions and texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Design set(Design design, String path, String value) {
        return design.withSettings(design.settings().with(path, Value.of(value)));
    }

    private static Design guarded(Design design, String guarantee) {
        Value.Group given = checkpoints(design);
        return design.withSettings(design.settings().with("checkpoints", given.with("guarantee", Value.of(guarantee))));
    }

    /** Without a guarantee there are no checkpoints, and no times to take them at. */
    private static Design unguarded(Design design) {
        Value.Group given = checkpoints(design).without("at").with("guarantee", Value.of("none"));
        return design.withSettings(design.settings().with("checkpoints", given));
    }

    private static Value.Group checkpoints(Design design) {
        return design.settings().get("checkpoints").orElse(Value.Group.EMPTY) instanceof Value.Group g ? g
                : Value.Group.EMPTY;
    }

    /** All windows follow one clock. */
    private static Design windows(Design design, String time) {
        Design next = design;
        for (Node node : design.nodes()) {
            if (followsTime(node))
                next = next.change(node.id(), n -> n.withSettings(n.settings().with("time", Value.of(time))));
        }
        return next;
    }

    private static boolean followsTime(Node node) {
        return CatalogTexts.find(node.type())
                .filter(t -> t.state() != State.LOG)
                .filter(t -> t.form().stream().anyMatch(s -> s.path().equals("time")))
                .isPresent();
    }
}

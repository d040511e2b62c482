package millrace.explain;

import java.util.OptionalLong;
import millrace.event.Watermark;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.trace.Fact;
import millrace.trace.FactKind;

/** Why there is nothing where something could be: no window at an event time. */
final class GapAnswers {
    private final Scene scene;
    private final String node;
    private final WindowOperator operator;

    GapAnswers(Scene scene, String node) {
        this.scene = scene;
        this.node = node;
        operator = scene.windowed(node).orElseThrow();
    }

    /** @param time in the windows' own time: event time, or processing time where those decide */
    Answer answer(String key, long time, long at) {
        OptionalLong start = start(time);
        if (start.isEmpty()) return none(time, at);
        String whose = key.isEmpty() ? firstKey(start.getAsLong()) : key;
        return new WindowAnswers(scene, node, whose, at).answer(start.getAsLong());
    }

    /** Where the window would begin that holds the time, the last of several. */
    private OptionalLong start(long time) {
        return switch (operator.window()) {
            case WindowSpec.Tumbling t -> begin(time, t.size(), t.offset());
            case WindowSpec.Sliding s -> {
                long start = begin(time, s.slide(), s.offset()).getAsLong();
                yield time < start + s.size() ? OptionalLong.of(start) : OptionalLong.empty();
            }
            case WindowSpec.Cumulate c -> begin(time, c.max(), c.offset());
            case WindowSpec.Session s -> OptionalLong.empty();
            case WindowSpec.Global g -> OptionalLong.empty();
            case WindowSpec.Count c -> OptionalLong.empty();
            case WindowSpec.EventSliding e -> OptionalLong.empty();
        };
    }

    private static OptionalLong begin(long time, long size, long offset) {
        return OptionalLong.of(Math.floorDiv(time - offset, size) * size + offset);
    }

    /** The key that came first for such a window, if any did. */
    private String firstKey(long start) {
        return scene.facts(node, FactKind.ADDED, 0, scene.trace.size())
                .map(Fact.Added.class::cast)
                .filter(a -> a.start() == start)
                .findFirst()
                .map(Fact.Added::key)
                .orElse("");
    }

    private Answer none(long time, long at) {
        Figures figures = scene.figures(node);
        long watermark = scene.advancedBefore(node, scene.trace.rowsUntil(at))
                .map(Fact.Advanced::watermark)
                .orElse(Watermark.NONE);
        return scene.words()
                .tell("gap.none", figures.proc(at), figures.event(time))
                .tell(watermark >= time ? "gap.would-be-late" : "gap.can-come", scene.name(node),
                        figures.event(watermark))
                .ask("gap.question");
    }
}

package millrace.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import millrace.compile.Plan;
import millrace.design.Value;
import millrace.event.Watermark;
import millrace.operator.View;
import millrace.simulation.Simulation;
import millrace.text.Sentences;

/**
 * How many events joins keep after all of an instant: {@code node}, {@code at} (a time or "end"), {@code left} and {@code right}; of
 * a join of a stream and a table the events that wait and the rows that may be asked for.
 */
final class Keeping {
    static final String PART = "kept";
    private static final Set<String> FIELDS = Set.of("node", "at", "left", "right");

    private final Plan plan;
    private final List<Asked> open = new ArrayList<>();
    private Optional<String> difference = Optional.empty();

    private record Asked(int node, String name, long at, String time, long left, long right) {}

    private Keeping(Plan plan) {
        this.plan = plan;
    }

    static Keeping of(Plan plan, Value.Group expectation) {
        Keeping keeping = new Keeping(plan);
        Value asked = expectation.get(PART).orElse(Value.of(List.of()));
        if (!(asked instanceof Value.Items list) || expectation.get(PART).isPresent() && list.items().isEmpty())
            keeping.differs(Words.noList(PART));
        else
            list.items().forEach(keeping::ask);
        return keeping;
    }

    private void ask(Value value) {
        if (!(value instanceof Value.Group g) || !g.fields().keySet().equals(FIELDS)
                || !(g.get("node").orElse(value) instanceof Value.Text node)
                || !(g.get("at").orElse(value) instanceof Value.Text at)
                || !(g.get("left").orElse(value) instanceof Value.Number left)
                || !(g.get("right").orElse(value) instanceof Value.Number right)) {
            differs(Sentences.of("expect.kept.form"));
            return;
        }
        OptionalLong time = at.text().equals(Cell.END) ? OptionalLong.of(Watermark.FINAL)
                : plan.clock().parse(at.text());
        int number = plan.nodeNumber(node.text());
        if (number < 0 || time.isEmpty())
            differs(Words.nowhere(number >= 0, node, at));
        else
            open.add(new Asked(number, node.text(), time.getAsLong(), at.text(), left.number().longValue(),
                    right.number().longValue()));
    }

    /** The clock is about to move on to {@code next}; {@link Watermark#FINAL} = the run is over. */
    void look(Simulation simulation, long next) {
        if (open.isEmpty()) return;
        boolean over = next == Watermark.FINAL;
        open.stream().filter(a -> over || a.at < next).forEach(a -> compare(a, simulation.view(a.node, 0)));
        open.removeIf(a -> over || a.at < next);
    }

    private void compare(Asked asked, View view) {
        String what = Sentences.of("expect.of.kept", asked.name, asked.time);
        if (!(view instanceof View.Join join)) differs(Sentences.of("expect.kept.no-join", what));
        else if (join.leftSize() != asked.left || join.rightSize() != asked.right)
            differs(Sentences.of("expect.differs", what, both(asked.left, asked.right),
                    both(join.leftSize(), join.rightSize())));
    }

    private static String both(long left, long right) {
        return Sentences.of("expect.kept.both", left, right);
    }

    private void differs(String words) {
        if (difference.isEmpty()) difference = Optional.of(words);
    }

    /** The first difference, in words. */
    Optional<String> difference() {
        return difference;
    }
}

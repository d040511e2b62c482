package millrace.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import millrace.app.text.Texts;
import millrace.measure.StateSize;
import millrace.trace.Hand;
import millrace.trace.NodeMoment;
import millrace.trace.Status;

/** The instances of a node, line by line: whose keys or partitions are whose, how much each holds, and where keys came from. */
final class Hands {
    private static final int MOST_KEYS = 12;
    private final NodeMoment moment;
    private final Status status;
    private final BiConsumer<String, String> line;

    Hands(NodeMoment moment, Status status, BiConsumer<String, String> line) {
        this.moment = moment;
        this.status = status;
        this.line = line;
    }

    void show(List<Hand> hands) {
        for (int i = 0; i < hands.size(); i++) {
            Hand hand = hands.get(i);
            line.accept(Texts.of("inspector.now.instance", String.valueOf(i + 1)),
                    hand.there() ? share(hand, i) : Texts.of("inspector.now.instance.absent"));
            hand.from().values().stream().distinct().sorted().forEach(other -> came(hand, other));
        }
    }

    private void came(Hand hand, int from) {
        List<String> keys = hand.keys().stream().filter(k -> hand.from().getOrDefault(k, -1) == from).toList();
        line.accept("", Texts.of("inspector.now.instance.came", String.valueOf(from + 1), some(keys)));
    }

    private String share(Hand hand, int number) {
        List<String> parts = new ArrayList<>();
        if (!hand.partitions().isEmpty())
            parts.add(hand.partitions().stream().map(p -> "P" + p).collect(Collectors.joining(", ")));
        else
            parts.add(hand.keys().isEmpty() ? Texts.of("inspector.now.instance.no-keys") : some(hand.keys()));
        held(hand, number).ifPresent(n -> parts.add(Texts.of("inspector.now.instance.holds", String.valueOf(n))));
        return String.join(" · ", parts);
    }

    private static String some(List<String> keys) {
        String first = keys.stream().limit(MOST_KEYS).collect(Collectors.joining(", "));
        return keys.size() <= MOST_KEYS ? first : first + " +" + (keys.size() - MOST_KEYS);
    }

    /** How much it holds, if that is known of each instance. */
    private OptionalLong held(Hand hand, int number) {
        if (moment instanceof NodeMoment.Window w) return windows(w, hand);
        return number < status.held().size() ? OptionalLong.of(StateSize.of(status.held().get(number)))
                : OptionalLong.empty();
    }

    /** Not all windows are shown where there are very many. */
    private static OptionalLong windows(NodeMoment.Window window, Hand hand) {
        List<NodeMoment.WindowView> open = window.windows()
                .stream()
                .filter(v -> v.state() != NodeMoment.WindowView.State.EXPIRED)
                .toList();
        if (open.size() < window.openCount()) return OptionalLong.empty();
        return OptionalLong.of(open.stream().filter(v -> hand.keys().contains(v.key())).count());
    }
}

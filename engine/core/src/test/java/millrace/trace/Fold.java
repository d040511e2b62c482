package millrace.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import millrace.event.Event;
import millrace.event.Watermark;

/** What the window node of {@link HandFed} shows, by walking over all facts from the beginning: slow and plain. */
final class Fold {
    private record Name(String key, long start, long end) {}

    private static final class State {
        final List<Fact.Added> added = new ArrayList<>();
        Optional<Fact.Fired> last = Optional.empty();
    }

    private final TreeMap<Name, State> live = new TreeMap<>(
            Comparator.comparingLong(Name::end).thenComparingLong(Name::start).thenComparing(Name::key));
    private final TreeSet<Long> late = new TreeSet<>();
    private long watermark = Watermark.NONE;
    private long dropped;
    private long panes;

    static String of(Trace trace, int rows) {
        return of(trace, "by2", rows);
    }

    static String of(Trace trace, String node, int rows) {
        Fold fold = new Fold();
        trace.facts(0, rows).filter(f -> f.node().equals(node)).forEach(f -> fold.take(trace, f));
        return fold.text();
    }

    private void take(Trace trace, Fact fact) {
        switch (fact) {
            case Fact.Added f -> {
                live.computeIfAbsent(new Name(f.key(), f.start(), f.end()), n -> new State()).added.add(f);
                if (f.late()) late.add(f.event().id);
            }
            case Fact.Merged f -> {
                State from = Optional.ofNullable(live.remove(new Name(f.key(), f.from(), f.to()))).orElse(new State());
                State into = live.computeIfAbsent(new Name(f.key(), f.start(), f.end()), n -> new State());
                into.added.addAll(from.added);
                if (trace.grew(f.index())) into.last = from.last;
                into.added.sort(Comparator.comparingInt(Fact.Added::index));
            }
            case Fact.Fired f -> {
                panes += f.pane().retraction() ? 0 : 1;
                State state = live.get(new Name(f.key(), f.pane().start(), f.pane().end()));
                if (state != null && !f.pane().retraction()) state.last = Optional.of(f);
            }
            case Fact.Expired f -> live.remove(new Name(f.key(), f.start(), f.end()));
            case Fact.Dropped f -> dropped++;
            case Fact.Advanced f -> watermark = f.watermark();
            default -> {
            }
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder("%d open, %d late, %d dropped, %d panes, %d".formatted(live.size(),
                late.size(), dropped, panes, watermark));
        live.forEach((n, s) -> {
            List<Event> events = s.added.stream().map(Fact.Added::event).toList();
            line(text, n.key, n.start, n.end, events.subList(Math.max(0, events.size() - 40), events.size()),
                    events.size(), s.last.map(f -> f.event().id).orElse(-1L));
        });
        return text.toString();
    }

    static String summary(NodeMoment moment) {
        NodeMoment.Window w = (NodeMoment.Window) moment;
        StringBuilder text = new StringBuilder("%d open, %d late, %d dropped, %d panes, %d".formatted(w.openCount(),
                w.lateAdded(), w.dropped(), w.panes(), w.watermark()));
        for (NodeMoment.WindowView v : w.windows()) {
            if (v.state() != NodeMoment.WindowView.State.EXPIRED)
                line(text, v.key(), v.start(), v.end(), v.contents().stream().map(NodeMoment.Content::event).toList(),
                        v.count(), v.lastPane().map(p -> p.event().id).orElse(-1L));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, long start, long end, List<Event> events, long count,
            long pane) {
        text.append("\n%s [%d, %d) %d %s pane %d".formatted(key, start, end, count,
                events.stream().map(e -> e.id).toList(), pane));
    }
}

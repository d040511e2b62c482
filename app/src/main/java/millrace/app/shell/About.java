package millrace.app.shell;

import java.util.Optional;
import millrace.app.timeline.TimelineModel;
import millrace.app.timeline.TimelineModel.Mark;
import millrace.app.tool.Part;
import millrace.event.Event;
import millrace.event.Watermark;
import millrace.explain.Answer;
import millrace.explain.Explain;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;
import millrace.trace.Rows;
import millrace.trace.Run;

/** What is asked about over the canvas. */
sealed interface About {
    /** An event, or a pane, at or on its way to a node. */
    record OfEvent(long id, String node) implements About {}

    /** What a row of the trace tells. */
    record OfRow(int row) implements About {}

    record OfNode(String id) implements About {}

    record OfWire(String id) implements About {}

    /** A part of a node, as it is at the moment. */
    record OfPart(String node, Part part) implements About {}

    /** The sentence; empty if the run has no such thing. */
    default Optional<Answer> answer(Run run, Moment moment) {
        return switch (this) {
            case OfEvent e -> run.trace().event(e.id).map(x -> Explain.event(run, e.id));
            case OfRow r -> r.row < run.trace().size() ? Optional.of(Explain.fact(run, r.row)) : Optional.empty();
            case OfNode n -> moment.node(n.id)
                    .map(m -> Explain.node(run.trace(), m, moment.status(n.id), moment.time()));
            case OfWire w -> run.plan().wires().stream().anyMatch(p -> p.id().equals(w.id))
                    ? Optional.of(Explain.wire(run.trace(), w.id, moment.time()))
                    : Optional.empty();
            case OfPart p -> part(run, moment, p);
        };
    }

    private static Optional<Answer> part(Run run, Moment moment, OfPart p) {
        return switch (p.part) {
            case Part.Window w -> Optional
                    .of(Explain.window(run.trace(), p.node, w.key(), w.start(), w.end(), moment.time()));
            case Part.Group g -> Optional.of(Explain.group(run.trace(), p.node, g.name(), moment.time()));
            case Part.NoWindow n ->
                    Optional.of(Explain.gap(run.trace(), p.node, "", now(moment, p.node), moment.time()));
            case Part.Count c -> last(run, moment, p.node, c.of()).map(row -> Explain.fact(run, row));
        };
    }

    /** Up to where the windows of a node are: its watermark, or the clock where there is none. */
    private static long now(Moment moment, String node) {
        long watermark = moment.node(node).map(NodeMoment::watermark).orElse(Watermark.NONE);
        return watermark == Watermark.NONE || watermark == Watermark.FINAL ? moment.time() : watermark;
    }

    /** The last row of this kind until now; of what was added, the last that was late. */
    static Optional<Integer> last(Run run, Moment moment, String node, FactKind kind) {
        Rows rows = run.trace().rows(node, kind);
        for (int i = rows.before(moment.facts()) - 1; i >= 0; i--) {
            Fact fact = run.trace().fact(rows.get(i));
            if (!(fact instanceof Fact.Added a) || a.late()) return Optional.of(rows.get(i));
        }
        return Optional.empty();
    }

    /** The event that it is about, if it is about one. */
    default Optional<Event> event(Run run) {
        return switch (this) {
            case OfEvent e -> run.trace().event(e.id);
            case OfRow r -> run.trace().fact(r.row).subject();
            case OfNode n -> Optional.empty();
            case OfWire w -> Optional.empty();
            case OfPart p -> Optional.empty();
        };
    }

    /** The node that it is at; empty for a wire. */
    default Optional<String> node(Run run) {
        return switch (this) {
            case OfEvent e -> Optional.of(e.node);
            case OfRow r -> Optional.of(run.trace().node(r.row));
            case OfNode n -> Optional.of(n.id);
            case OfWire w -> Optional.empty();
            case OfPart p -> Optional.of(p.node);
        };
    }

    /** Whether the answer is another at another moment. */
    default boolean changes() {
        return switch (this) {
            case OfEvent e -> false;
            case OfRow r -> false;
            case OfNode n -> true;
            case OfWire w -> true;
            case OfPart p -> true;
        };
    }

    /** That of a node as it dropped, fired, crashed: the row of a mark of the timeline. */
    static Optional<About> of(Run run, Mark mark) {
        int from = run.trace().rowsUntil(mark.at() - 1);
        int to = run.trace().rowsUntil(mark.at());
        for (int row = from; row < to; row++)
            if (run.trace().node(row).equals(mark.node()) && fits(run.trace().fact(row), mark))
                return Optional.of(new OfRow(row));
        return Optional.empty();
    }

    private static boolean fits(Fact fact, Mark mark) {
        return TimelineModel.Kind.of(fact).filter(k -> k == mark.kind()).isPresent();
    }
}

package millrace.trace;

import java.util.Optional;
import millrace.event.Element;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.operator.Note;

/**
 * Something that happened in a run: a view of one row of the {@link Trace}. {@code index} is its row, {@code step} the
 * step of the simulation, {@code at} the processing time (ms), {@code node} the id of the node in the design. Keys are
 * as text, "" where the stream has no key.
 */
public sealed interface Fact {
    int index();

    long step();

    long at();

    String node();

    /** A source put an event into the graph. */
    record Emitted(int index, long step, long at, String node, int partition, Event event) implements Fact {}

    /** A source refused a row. */
    record Rejected(int index, long step, long at, String node, long line, String reason, String row) implements Fact {}

    /** An element arrived over a wire that it was put on at {@code sentAt}; {@code node} is the receiver. */
    record Delivered(int index, long step, long at, String node, String wire, long sentAt, Element element)
            implements Fact {}

    record Derived(int index, long step, long at, String node, Event child, Event parent) implements Fact {}

    record LeftOut(int index, long step, long at, String node, Event event) implements Fact {}

    record Failed(int index, long step, long at, String node, Event event, String message) implements Fact {}

    record Added(int index, long step, long at, String node, Event event, String key, long start, long end,
            boolean late, long watermark) implements Fact {}

    record Merged(int index, long step, long at, String node, String key, long from, long to, long start, long end)
            implements Fact {}

    record Fired(int index, long step, long at, String node, String key, Event event, Pane pane, long watermark)
            implements Fact {}

    record Dropped(int index, long step, long at, String node, Event event, String key, long start, long end,
            long watermark) implements Fact {}

    record Expired(int index, long step, long at, String node, String key, long start, long end, long watermark)
            implements Fact {}

    record Advanced(int index, long step, long at, String node, long watermark) implements Fact {}

    record InputAdvanced(int index, long step, long at, String node, int input, long watermark) implements Fact {}

    record WentIdle(int index, long step, long at, String node, int input, boolean idle) implements Fact {}

    record Ended(int index, long step, long at, String node) implements Fact {}

    record Reached(int index, long step, long at, String node, Event event) implements Fact {}

    /** What only nodes of some kinds do. */
    record Noted(int index, long step, long at, String node, Note note) implements Fact {}

    /** The event this fact is about, if it is about one. */
    default Optional<Event> subject() {
        return switch (this) {
            case Emitted f -> Optional.of(f.event());
            case Delivered f -> f.element() instanceof Event e ? Optional.of(e) : Optional.empty();
            case Derived f -> Optional.of(f.child());
            case LeftOut f -> Optional.of(f.event());
            case Failed f -> Optional.of(f.event());
            case Added f -> Optional.of(f.event());
            case Fired f -> Optional.of(f.event());
            case Dropped f -> Optional.of(f.event());
            case Reached f -> Optional.of(f.event());
            case Rejected f -> Optional.empty();
            case Merged f -> Optional.empty();
            case Expired f -> Optional.empty();
            case Advanced f -> Optional.empty();
            case InputAdvanced f -> Optional.empty();
            case WentIdle f -> Optional.empty();
            case Ended f -> Optional.empty();
            case Noted f -> f.note().event();
        };
    }
}

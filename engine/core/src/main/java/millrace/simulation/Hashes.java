package millrace.simulation;

import millrace.event.Barrier;
import millrace.event.Element;
import millrace.event.End;
import millrace.event.Event;
import millrace.event.Idle;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;

/** Hashes of what is on its way. An event is known by its number: what it says follows from the run before. */
final class Hashes {
    private Hashes() {}

    static long of(@Nullable Element element) {
        return switch (element) {
            case null -> 0;
            case Event e -> Hashing.add(e.id, e.time);
            case Watermark w -> Hashing.add(1, w.time);
            case Idle i -> i.idle ? 2 : 3;
            case End e -> 4;
            case Barrier b -> Hashing.add(5, b.checkpoint);
        };
    }
}

package millrace.simulation;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Event;
import millrace.operator.ChangeNote;
import millrace.operator.SourceSpec;
import millrace.operator.WatermarkSpec;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a source whose settings change: of each part what arrives from its beginning until the next one's. A new part goes
 * on as if it had always been so: what would have arrived before is not there.
 */
final class SwitchedFeed extends SourceFeed {
    /** @param from arrival of its first row at the earliest */
    record Part(long from, SourceSpec spec, SourceFeed feed) {
        private boolean foresees() {
            return spec.timing().watermark() instanceof WatermarkSpec.Perfect && !spec.timing().ingestion();
        }
    }

    private final List<Part> parts;
    private int at;

    SwitchedFeed(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    private SourceFeed feed() {
        return parts.get(at).feed;
    }

    private long until() {
        return at + 1 < parts.size() ? parts.get(at + 1).from : NOTHING;
    }

    @Override
    boolean advance() {
        while (true) {
            long from = parts.get(at).from;
            boolean more = feed().advance();
            while (more && feed().arrival() < from)
                more = feed().advance();
            if (more && feed().arrival() < until()) return true;
            if (at + 1 == parts.size()) return false;
            at++;
        }
    }

    @Override
    long arrival() {
        return feed().arrival();
    }

    @Override
    long eventTime() {
        return feed().eventTime();
    }

    @Override
    int partition() {
        return feed().partition();
    }

    @Override
    void values(long[] nums, @Nullable Object[] refs) {
        feed().values(nums, refs);
    }

    @Override
    boolean half() {
        return feed().half();
    }

    @Override
    boolean rejected() {
        return feed().rejected();
    }

    @Override
    @Nullable
    Rejection rejection() {
        return feed().rejection();
    }

    @Override
    boolean silent() {
        return feed().silent();
    }

    @Override
    @Nullable
    ChangeNote absent() {
        return feed().absent();
    }

    @Override
    @Nullable
    ChangeNote came(Event event) {
        return feed().came(event);
    }

    /** Of the present part alone: before a change nobody knows of it. */
    @Override
    long upcoming(int partition) {
        return parts.get(at).foresees() ? feed().upcoming(partition) : Long.MIN_VALUE;
    }

    @Override
    long total() {
        return -1;
    }

    @Override
    SourceFeed copy() {
        List<Part> copies = new ArrayList<>();
        for (Part part : parts)
            copies.add(new Part(part.from, part.spec, part.feed.copy()));
        SwitchedFeed copy = new SwitchedFeed(copies);
        copy.at = at;
        return copy;
    }

    @Override
    long hash() {
        return Hashing.add(at, feed().hash());
    }
}

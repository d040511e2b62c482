package millrace.operator;

import java.util.List;
import millrace.event.Schema;

/**
 * A copy of a table that is kept by its changes and lies a little behind: a search index, a cache. What it says is the
 * changes of what is to be seen in it.
 *
 * @param in the changes; events count as inserts, by their key
 * @param lag how long after its arrival a change is to be seen, ms
 * @param wipes when it is emptied, ascending; all that has reached it and is not to be seen yet is lost, too
 * @param expireAfter how long after it was written a row goes, ms; 0 = never
 */
public record Follower(StreamType in, long lag, List<Long> wipes, long expireAfter) implements Operator {
    public Follower {
        wipes = List.copyOf(wipes);
    }

    public StreamType out() {
        return new StreamType(Schema.ofChanges(in.schema().fields()), in.key());
    }

    @Override
    public Processor start() {
        return new FollowerProcessor(this);
    }
}

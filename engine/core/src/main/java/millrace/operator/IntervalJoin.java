package millrace.operator;

import millrace.event.Event;

/**
 * Pairs events of two streams that have the same key and lie near each other: right.t in [left.t + lower, left.t + upper]. A
 * pair leaves as soon as both are there, with the later of their times. An event without a partner leaves, if the join
 * keeps its side, once the watermark shows that none can come any more, with its own time.
 *
 * @param lower ms, may be negative
 * @param upper ms, not below {@code lower}
 * @param timeToLive ms of event time for which an event is kept at most; {@link Long#MAX_VALUE} = as long as a partner can come
 * @param grace ms; only by the rules of Kafka Streams, see {@link StreamTimeJoin}
 * @param batch whether nothing leaves before the input is complete
 */
public record IntervalJoin(JoinShape shape, JoinType type, long lower, long upper, long timeToLive, long grace,
        Dialect dialect, boolean batch) implements Operator {
    @Override
    public Processor start() {
        return dialect.has(Dialect.Rule.STREAM_TIME) ? new StreamTimeJoin(this) : new IntervalWork(this);
    }

    /** The earliest time that a partner of an event may have; those that the watermark has let go count no more, though they may be there. */
    long from(Event event, int side, long watermark) {
        long from = side == JoinProcessor.LEFT ? event.time + lower : event.time - upper;
        boolean ages = timeToLive < reach(1 - side) && watermark > from + timeToLive;
        return ages ? watermark - timeToLive : from;
    }

    /** The latest time that a partner of an event may have. */
    long to(Event event, int side) {
        return side == JoinProcessor.LEFT ? event.time + upper : event.time - lower;
    }

    /** How long after an event of this side the last partner may come, by their times; negative if all lie before it. */
    public long reach(int side) {
        return side == JoinProcessor.LEFT ? upper : -lower;
    }

    /** How long an event of this side is kept, by event time. */
    long stays(int side) {
        return Math.min(reach(side), timeToLive);
    }

    /** The field by which events are dealt out to parallel instances: what must be equal has to meet. */
    @Override
    public int keyField(int port, StreamType in) {
        return shape.keys().get(port);
    }
}

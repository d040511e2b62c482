package millrace.operator;

/**
 * Pairs events of two streams that have the same key and lie in the same window, when the watermark passes the window's end:
 * each pair of a window once, by arrival of the left one and then of the right one; events without a partner alone, if the join
 * keeps their side. The result's time is the window's last instant.
 *
 * @param shape the window's bounds are the first two fields of the result
 * @param window tumbling or sliding
 */
public record WindowJoin(JoinShape shape, JoinType type, WindowSpec window, Dialect dialect, boolean batch)
        implements Operator {
    @Override
    public Processor start() {
        return new WindowJoinWork(this);
    }

    /** The field by which events are dealt out to parallel instances: what must be equal has to meet. */
    public int keyField(int port, StreamType in) {
        return shape.keys().get(port);
    }
}

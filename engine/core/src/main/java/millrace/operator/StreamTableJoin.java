package millrace.operator;

/**
 * Looks up a row of a table for each event of a stream. Changes of the table make no result.
 *
 * @param asOf {@link TimeDomain#EVENT}: the row that was valid at the event's time, once the watermark has passed it;
 *        {@link TimeDomain#PROCESSING}: what the table holds as the event arrives
 * @param type inner or left
 */
public record StreamTableJoin(JoinShape shape, JoinType type, TimeDomain asOf, Dialect dialect, boolean batch)
        implements Operator {
    @Override
    public Processor start() {
        return asOf == TimeDomain.EVENT ? new AsOfEventTime(this) : new AsOfArrival(this);
    }

    /** The field by which events are dealt out to parallel instances: what must be equal has to meet. */
    public int keyField(int port, StreamType in) {
        return shape.keys().get(port);
    }
}

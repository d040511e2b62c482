package millrace.simulation;

import millrace.event.Event;
import millrace.operator.ChangeNote;
import millrace.operator.SourceSpec;
import millrace.operator.SourceTiming.EndPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one source in order of arrival, one at a time. A new feed stands before its first row. Whoever drives it asks
 * {@link #advance()}, waits until {@link #arrival()}, reads the row (a {@link #rejected() refused} one is told and goes no
 * further), tells the {@link WatermarkClock} and only then advances again: {@link #upcoming} speaks of the rows after
 * the present one.
 *
 * <p>A feed is a state among others: {@link #copy()} gives an independent one at the same place, for keyframes. What can't
 * change (rows of a table, rows of a file read already) is shared by the copies.
 */
abstract class SourceFeed {
    /** What {@link #upcoming} says when nothing is to come. */
    static final long NOTHING = Long.MAX_VALUE;

    /** A row that could not be read: its line in the file or table (from 1), why, and the row as text (shortened). */
    record Rejection(long line, String reason, String row) {}

    /**
     * The feed of a source, before its first row.
     *
     * @param start processing time at which the run begins; nothing arrives before it
     * @param seed of the run
     * @param node id of the source in the design: its random streams depend on it
     */
    static SourceFeed of(SourceSpec spec, long start, long seed, String node) {
        SourceFeed own = own(spec, start, seed, node);
        return spec.timing().interference().isEmpty() ? own : new TouchedFeed(spec, own, start);
    }

    private static SourceFeed own(SourceSpec spec, long start, long seed, String node) {
        return switch (spec) {
            case SourceSpec.Timetable table -> new TimetableFeed(table, start);
            case SourceSpec.Generator generator -> new GeneratorFeed(generator, start, seed, node);
            case SourceSpec.File file -> new FileFeed(file, start);
            case SourceSpec.Database database ->
                    new TimetableFeed(EditRows.of(database, start, seed, node), database.timing());
            case SourceSpec.InMemory memory -> new MemoryFeed(memory, start);
        };
    }

    /**
     * When a source whose rows are all done says so: {@link Long#MAX_VALUE} = never.
     *
     * @param last arrival of the last row, or the start of the run if there was none
     */
    static long endsAt(EndPolicy policy, long last) {
        return switch (policy) {
            case EndPolicy.AtLastRow() -> last;
            case EndPolicy.At(long time) -> Math.max(time, last);
            case EndPolicy.Hold() -> Long.MAX_VALUE;
        };
    }

    /** Loads the next row; false = there is no more. */
    abstract boolean advance();

    /** Processing time (ms) at which the present row arrives; never less than that of the row before. */
    abstract long arrival();

    /** Event time of the present row, ms; its arrival where the source stamps by ingestion. Not for a rejected row. */
    abstract long eventTime();

    /** Number of the partition of the present row. Not for a rejected row. */
    abstract int partition();

    /** Copies the present row's fields to the slots of the source's schema. Not for a rejected row. */
    abstract void values(long[] nums, @Nullable Object[] refs);

    /** Whether the present row is the first half of an update, the other half of which is next. */
    boolean half() {
        return false;
    }

    /** Whether the present row is refused: it is told to the recorder at its arrival and becomes no event. */
    boolean rejected() {
        return false;
    }

    /** Whether the present row becomes no event, since the design says so. */
    boolean silent() {
        return false;
    }

    /** What is told of a silent row; null = nothing. */
    @Nullable
    ChangeNote absent() {
        return null;
    }

    /** What is told of the event that the present row has become; null = nothing. */
    @Nullable
    ChangeNote came(Event event) {
        return null;
    }

    /** Why the present row is refused; null for a good row. */
    @Nullable
    Rejection rejection() {
        return null;
    }

    /**
     * The smallest event time (ms) among the rows of a partition after the present one, or a bound below it where the future
     * of one partition can't be told from another's (generators); {@link #NOTHING} if there is no such row. For the
     * perfect watermark; other strategies do not ask, and a feed whose strategy is another may refuse to answer.
     */
    abstract long upcoming(int partition);

    /** Rows in all, rejected ones included; -1 if that is not known. For progress. */
    abstract long total();

    /** An independent feed at the same place. */
    abstract SourceFeed copy();

    /** A hash of the place and of whatever decides what follows. */
    abstract long hash();
}

package millrace.operator;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Field;
import millrace.event.Schema;

/**
 * Groups the events of each key by windows and says, when the trigger fires, what each window holds. Output 0 gives the
 * panes, output 1 the events that came too late for every window of theirs.
 *
 * <p>The everyday form of triggers is written with {@link TriggerSpec.AfterWatermark} and {@code onTime}:
 * <ul>
 * <li>{@code early} and {@code late} are used exactly as given. A trigger that is to fire more than once must be wrapped in
 * {@link TriggerSpec.Repeatedly}: "every 3 events" is {@code Repeatedly(AfterCount(3))}, "20 s after the first event, again
 * and again" is {@code Repeatedly(AfterDelay(20_000))}, "every full minute" is {@code Repeatedly(AlignedTo(60_000, 0))}.
 * Unwrapped it fires once. No late trigger at all means that late events are added and leave only as the window expires.
 * <li>{@link OnTime#ALWAYS}: a pane leaves as the watermark passes the end, if the dialect wants it also without anything
 * new ({@link Dialect.Rule#UNCHANGED_ON_TIME}); {@link OnTime#IF_NEW}: only with events since the last pane; {@link OnTime#NEVER}: none
 * leaves then, but the late trigger takes over from the early one all the same. What is unfired as the window expires leaves
 * in a last pane even then ({@link Dialect.Rule#FLUSH_AT_EXPIRY}): nothing is lost in silence.
 * </ul>
 * In processing time the watermark is the clock: a window ends, fires and expires as its end is reached. Count windows
 * fire by number alone and look neither at the trigger nor at lateness.
 *
 * @param window how events are grouped
 * @param domain which clock decides the window and closes it
 * @param trigger when panes leave
 * @param onTime whether a pane leaves as the end is passed; read only if the trigger is an AfterWatermark (or contains one)
 * @param accumulation how the panes of a window relate
 * @param lateness ms that a window is kept after its end; {@link Long#MAX_VALUE} = for ever
 * @param closing whether a last pane leaves as a window expires
 * @param aggregates what a pane says, in the order of its fields
 * @param in type of the input
 * @param out type of the panes, see {@link #outputType}
 * @param dialect the choices in which real engines differ
 * @param batch whether nothing leaves before the input is complete, neither by number nor by the clock
 * @param takesBack whether the input is a window that takes panes back: these are then taken out again
 */
public record WindowOperator(WindowSpec window, TimeDomain domain, TriggerSpec trigger, OnTime onTime,
        Accumulation accumulation, long lateness, Closing closing, List<AggregateSpec> aggregates, StreamType in,
        StreamType out, Dialect dialect, boolean batch, boolean takesBack) implements Operator {
    /** The output that carries the panes. */
    public static final int PANES = 0;
    /** The output that carries dropped events. */
    public static final int LATE = 1;

    public WindowOperator {
        aggregates = List.copyOf(aggregates);
    }

    /** In a stream. */
    public WindowOperator(WindowSpec window, TimeDomain domain, TriggerSpec trigger, OnTime onTime,
            Accumulation accumulation, long lateness, Closing closing, List<AggregateSpec> aggregates, StreamType in,
            StreamType out, Dialect dialect) {
        this(window, domain, trigger, onTime, accumulation, lateness, closing, aggregates, in, out, dialect, false);
    }

    /** Over an input that takes nothing back. */
    public WindowOperator(WindowSpec window, TimeDomain domain, TriggerSpec trigger, OnTime onTime,
            Accumulation accumulation, long lateness, Closing closing, List<AggregateSpec> aggregates, StreamType in,
            StreamType out, Dialect dialect, boolean batch) {
        this(window, domain, trigger, onTime, accumulation, lateness, closing, aggregates, in, out, dialect, batch,
                false);
    }

    /** Whether windows begin or end at events, so that one that is taken back leaves its mark. */
    public boolean madeByEvents() {
        return window instanceof WindowSpec.Session || window instanceof WindowSpec.Count
                || window instanceof WindowSpec.EventSliding;
    }

    /** Windows that events make by their coming add what is taken back as if it were new. */
    @Override
    public WindowOperator takingBack() {
        if (madeByEvents()) return this;
        return new WindowOperator(window, domain, trigger, onTime, accumulation, lateness, closing, aggregates, in, out,
                dialect, batch, true);
    }

    @Override
    public Processor start() {
        return switch (window) {
            case WindowSpec.Session session -> new SessionWindows(this, session);
            case WindowSpec.EventSliding sliding -> new EventSlidingWindows(this, sliding);
            case WindowSpec.Count count -> new CountWindows(this, count);
            default -> Slicing.fits(this) ? new SliceWindows(this) : new PaneWindows(this);
        };
    }

    /** Slices serve some triggers only. */
    @Override
    public Processor startChanging() {
        return Slicing.fits(this) ? new PaneWindows(this) : start();
    }

    /** Whether the state of one is state of the other: same windows, of the same things. */
    boolean sameState(WindowOperator next) {
        return window.equals(next.window) && domain == next.domain && aggregates.equals(next.aggregates)
                && in.equals(next.in) && out.equals(next.out) && dialect.equals(next.dialect)
                && takesBack == next.takesBack && batch == next.batch
                && (accumulation == Accumulation.RETRACTING) == (next.accumulation == Accumulation.RETRACTING);
    }

    /** Bounds, the key's field if there is one, and a field for each aggregate; keyed as the input. */
    public static StreamType outputType(StreamType in, List<AggregateSpec> aggregates) {
        List<Field> fields = new ArrayList<>();
        if (in.keyed()) fields.add(in.schema().fields().get(in.key()));
        aggregates.forEach(a -> fields.add(new Field(a.name(), a.type())));
        Schema schema = Schema.ofPanes(fields);
        return new StreamType(schema, in.keyed() ? 2 : StreamType.UNKEYED);
    }
}

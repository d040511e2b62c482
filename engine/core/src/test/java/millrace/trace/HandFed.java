package millrace.trace;

import java.util.List;
import java.util.Optional;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.compile.Plan.PlanWire;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.event.Event;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Pane;
import millrace.event.Schema;
import millrace.event.Timing;
import millrace.event.Watermark;
import millrace.operator.Accumulation;
import millrace.operator.AggregateSpec;
import millrace.operator.Closing;
import millrace.operator.Dialect;
import millrace.operator.OnTime;
import millrace.operator.SinkSpec;
import millrace.operator.SourceSpec;
import millrace.operator.SourceTiming;
import millrace.operator.StreamType;
import millrace.operator.TimeDomain;
import millrace.operator.TriggerSpec;
import millrace.operator.WatermarkSpec;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.operator.Work;

/**
 * Feeds a recorder by hand, without a simulation: scores -> by2 -> totals, late events -> too-late. Every call is a step.
 * Times are as on the clock: "12:05:19".
 */
public final class HandFed {
    public static final int SCORES = 0;
    public static final int BY2 = 1;
    public static final int TOTALS = 2;
    public static final int TOO_LATE = 3;
    public static final long MINUTE = 60_000;
    public static final Clock CLOCK = Clock.parseStart("12:05:00").orElseThrow();
    public static final StreamType SCORE = new StreamType(Schema.of(List.of(new Field("value", FieldType.LONG))),
            StreamType.UNKEYED);
    private static final AggregateSpec SUM = new AggregateSpec(AggregateSpec.Kind.SUM, 0, 0, "sum", FieldType.LONG);
    public static final StreamType SUMS = WindowOperator.outputType(SCORE, List.of(SUM));

    public final TraceRecorder recorder;
    private long step;
    private long now = CLOCK.start();
    private long ids;
    private long watermark = Watermark.NONE;

    public HandFed(WindowSpec window, long lateness) {
        recorder = new TraceRecorder(plan(window, lateness));
    }

    public static Plan plan(WindowSpec window, long lateness) {
        SourceTiming timing = new SourceTiming(new WatermarkSpec.None(), 0, 0, List.of(""), false,
                new SourceTiming.EndPolicy.AtLastRow());
        TriggerSpec early = new TriggerSpec.Repeatedly(new TriggerSpec.AlignedTo(MINUTE, 0));
        TriggerSpec late = new TriggerSpec.Repeatedly(new TriggerSpec.AfterCount(1));
        WindowOperator by2 = new WindowOperator(window, TimeDomain.EVENT,
                new TriggerSpec.AfterWatermark(Optional.of(early), Optional.of(late)), OnTime.ALWAYS,
                Accumulation.ACCUMULATING, lateness, Closing.IF_NEW, List.of(SUM), SCORE, SUMS, Dialect.MILLRACE);
        List<PlanNode> nodes = List.of(
                new PlanNode("scores", "timetable",
                        new Work.Source(new SourceSpec.Timetable(SCORE, timing, List.of())), List.of(), List.of("out"),
                        List.of(SCORE)),
                new PlanNode("by2", "tumbling", new Work.Transform(by2), List.of(SCORE), List.of("out", "late"),
                        List.of(SUMS, SCORE)),
                new PlanNode("totals", "results", new Work.Sink(new SinkSpec.Results()), List.of(SUMS), List.of(),
                        List.of()),
                new PlanNode("too-late", "results", new Work.Sink(new SinkSpec.Results()), List.of(SCORE), List.of(),
                        List.of()));
        List<PlanWire> wires = List.of(new PlanWire("scores.out -> by2.in", SCORES, 0, BY2, 0, 0),
                new PlanWire("by2.out -> totals.in", BY2, 0, TOTALS, 0, 0),
                new PlanWire("by2.late -> too-late.in", BY2, 1, TOO_LATE, 0, 3000));
        return new Plan(Design.EMPTY, CLOCK, Long.MAX_VALUE, 1, Dialect.MILLRACE, nodes, wires);
    }

    public static long time(String text) {
        return CLOCK.parse(text).orElseThrow();
    }

    public HandFed at(String text) {
        now = time(text);
        return this;
    }

    private void step() {
        recorder.moment(++step, now);
    }

    public Trace trace() {
        recorder.finish();
        return recorder.trace();
    }

    /** An event comes out of the source and arrives at the window node at once; nothing is done with it yet. */
    public Event arrives(String happened, long value) {
        Event event = new Event(++ids, time(happened), SCORE.schema(), new long[] {value}, new Object[0]);
        step();
        recorder.emitted(SCORES, 0, event);
        step();
        recorder.delivered(0, now, event);
        return event;
    }

    /** As {@link #arrives}, and is put into [start, end). */
    public Event added(String happened, long value, String start, String end) {
        Event event = arrives(happened, value);
        recorder.added(BY2, event, null, time(start), time(end), event.time < watermark, watermark);
        return event;
    }

    public Event dropped(String happened, long value, String start, String end) {
        Event event = arrives(happened, value);
        recorder.dropped(BY2, event, null, time(start), time(end), watermark);
        return event;
    }

    public HandFed watermark(String to) {
        watermark = to.isEmpty() ? Watermark.FINAL : time(to);
        step();
        recorder.advanced(SCORES, watermark);
        step();
        recorder.delivered(0, now, new Watermark(watermark));
        recorder.advanced(BY2, watermark);
        return this;
    }

    public HandFed merged(String from, String to, String start, String end) {
        recorder.merged(BY2, null, time(from), time(to), time(start), time(end));
        return this;
    }

    public HandFed expired(String start, String end) {
        recorder.expired(BY2, null, time(start), time(end), watermark);
        return this;
    }

    public Event fired(String start, String end, Timing timing, int index, long sum) {
        return fired(start, end, timing, index, sum, false);
    }

    /** A pane leaves and reaches the sink. */
    public Event fired(String start, String end, Timing timing, int index, long sum, boolean retraction) {
        long[] nums = new long[SUMS.schema().nums()];
        Pane.write(nums, time(start), time(end), timing, index, false, retraction);
        nums[SUMS.schema().slot(SUMS.schema().indexOf("sum").orElseThrow())] = sum;
        Event pane = new Event(++ids, time(end) - 1, SUMS.schema(), nums, new Object[0]);
        if (timing == Timing.EARLY) step();
        recorder.fired(BY2, null, pane, timing, watermark);
        step();
        recorder.delivered(1, now, pane);
        recorder.reached(TOTALS, pane);
        return pane;
    }

    /** The nine scores with sums of two minutes, early results every full minute, allowed lateness 10 min. */
    public static HandFed lateArrivals() {
        HandFed h = new HandFed(new WindowSpec.Tumbling(2 * MINUTE, 0), 10 * MINUTE);
        untilLate(h);
        h.at("12:08:19").added("12:01:26", 9, "12:00", "12:02");
        h.fired("12:00", "12:02", Timing.LATE, 1, 14);
        rest(h);
        h.watermark("");
        h.expired("12:00", "12:02").expired("12:02", "12:04").expired("12:04", "12:06").expired("12:06", "12:08");
        return h;
    }

    /** The same with allowed lateness 2 min: the 9 is dropped. */
    public static HandFed lateDropped() {
        HandFed h = new HandFed(new WindowSpec.Tumbling(2 * MINUTE, 0), 2 * MINUTE);
        untilLate(h);
        Event nine = h.at("12:08:19").dropped("12:01:26", 9, "12:00", "12:02");
        h.at("12:08:22").step();
        h.recorder.delivered(2, time("12:08:19"), nine);
        h.recorder.reached(TOO_LATE, nine);
        rest(h);
        h.watermark("");
        h.expired("12:04", "12:06").expired("12:06", "12:08");
        return h;
    }

    private static void untilLate(HandFed h) {
        boolean shortLived = h.recorder.trace().plan().nodes().get(BY2).work() instanceof Work.Transform t
                && t.operator() instanceof WindowOperator w && w.lateness() == 2 * MINUTE;
        h.at("12:05:19").added("12:00:26", 5, "12:00", "12:02");
        h.at("12:05:39").added("12:02:26", 7, "12:02", "12:04");
        h.at("12:05:43").watermark("12:01:00");
        h.at("12:05:59").watermark("12:02:00").fired("12:00", "12:02", Timing.ON_TIME, 0, 5);
        h.at("12:06:00").fired("12:02", "12:04", Timing.EARLY, 0, 7);
        h.at("12:06:13").added("12:03:39", 3, "12:02", "12:04");
        h.at("12:06:39").added("12:04:19", 4, "12:04", "12:06");
        h.at("12:07:00").fired("12:02", "12:04", Timing.EARLY, 1, 10);
        h.fired("12:04", "12:06", Timing.EARLY, 0, 4);
        h.at("12:07:06").added("12:03:06", 8, "12:02", "12:04");
        h.at("12:07:19").added("12:06:39", 3, "12:06", "12:08");
        h.at("12:07:25").watermark("12:03:00");
        h.at("12:07:28").watermark("12:04:00");
        if (shortLived) h.expired("12:00", "12:02");
        h.fired("12:02", "12:04", Timing.ON_TIME, 2, 18);
        h.at("12:07:34").watermark("12:05:00");
        h.at("12:07:39").watermark("12:06:00").fired("12:04", "12:06", Timing.ON_TIME, 1, 4);
        if (shortLived) h.expired("12:02", "12:04");
        h.at("12:08:00").fired("12:06", "12:08", Timing.EARLY, 0, 3);
        h.at("12:08:10").watermark("12:06:55");
        h.at("12:08:15").watermark("12:06:56");
    }

    private static void rest(HandFed h) {
        h.at("12:08:39").added("12:07:26", 8, "12:06", "12:08");
        h.at("12:08:40").watermark("12:07:00");
        h.at("12:09:00").added("12:07:46", 1, "12:06", "12:08");
        h.fired("12:06", "12:08", Timing.EARLY, 1, 12);
        h.at("12:09:20").watermark("12:08:00").fired("12:06", "12:08", Timing.ON_TIME, 2, 12);
        h.at("12:09:22");
    }

    /** Two visits with a gap of 10 s that a late tap makes one. */
    public static HandFed sessions() {
        HandFed h = new HandFed(new WindowSpec.Session(10_000), 20_000);
        h.at("12:00:00").added("12:00:00", 1, "12:00:00", "12:00:10");
        h.watermark("12:00:00");
        h.at("12:00:15").added("12:00:15", 1, "12:00:15", "12:00:25");
        h.watermark("12:00:15").fired("12:00:00", "12:00:10", Timing.ON_TIME, 0, 1);
        h.at("12:00:17").arrives("12:00:08", 1);
        h.merged("12:00:00", "12:00:10", "12:00:00", "12:00:25");
        h.merged("12:00:15", "12:00:25", "12:00:00", "12:00:25");
        Event tap = h.recorder.trace().event(h.ids).orElseThrow();
        h.recorder.added(BY2, tap, null, time("12:00:00"), time("12:00:25"), true, h.watermark);
        h.at("12:00:40").added("12:00:40", 1, "12:00:40", "12:00:50");
        h.watermark("12:00:40").fired("12:00:00", "12:00:25", Timing.ON_TIME, 1, 3);
        return h;
    }
}

package millrace.catalog;

import java.util.List;
import java.util.Optional;
import millrace.catalog.PortSpec.Carries;
import millrace.catalog.Setting.Kind;
import millrace.design.Counts;
import millrace.design.Durations;
import millrace.design.Value;
import millrace.operator.Accumulation;
import millrace.operator.AggregateSpec;
import millrace.operator.Closing;
import millrace.operator.OnTime;
import millrace.operator.StreamType;
import millrace.operator.TimeDomain;
import millrace.operator.TriggerSpec;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.operator.Work;

/** What the windows share: clock, aggregates, triggers, lateness and accumulation. */
abstract class WindowType extends BaseType {
    private static final PortSpec LATE = new PortSpec("late", Carries.LATE, true);
    /** How many windows one event may belong to. */
    static final long MOST_COPIES = 10_000;

    WindowType(String id, String title, String line, Form form) {
        super(id, title, line, Group.WINDOWS, form);
    }

    /** Where the settings of every window go: {@code own} between the clock and what is computed. */
    static Form timed(Form own, java.util.function.UnaryOperator<Form> size) {
        Form form = size.apply(own.choice("time", "Windows follow", "When it happened, or when it arrived.",
                "event:Event time", "processing:Processing time"));
        return onTimeAndLate(early(aggregates(form)));
    }

    static Form aggregates(Form form) {
        return form.always()
                .add("aggregates", "Result", "What is computed of the events of each window.", new Kind.Aggregates(),
                        Value.of(List.of(Value.of("count"))));
    }

    private static Form early(Form form) {
        return form.choice("early.kind", "Early", "A first answer, by processing time, if data is new.", "none:None",
                "count:Every n events", "delay:After the first event", "aligned:Every full")
                .when("early.kind", "count")
                .whole("early.count", "Events", "After so many new events.", 1, 1_000_000_000, 1)
                .when("early.kind", "delay")
                .duration("early.after", "After", "So long after the first new event.", 0, "30 s")
                .when("early.kind", "aligned")
                .duration("early.every", "Every", "At every full minute, hour or the like.", 1, "1 min")
                .duration("early.offset", "Offset", "So much after the full minute.", -Durations.MAX, "0 s");
    }

    private static Form onTimeAndLate(Form form) {
        return form.always()
                .choice("onTime", "On time", "When the watermark passes the end.", "always:Always",
                        "if new:If data is new", "never:Never")
                .choice("late.kind", "Late", "A better answer for late events.", "count:Every n events",
                        "delay:After the first late event")
                .when("late.kind", "count")
                .whole("late.count", "Events", "After so many late events.", 1, 1_000_000_000, 1)
                .when("late.kind", "delay")
                .duration("late.after", "After", "So long after the first late event.", 0, "30 s")
                .always()
                .duration("lateness", "Allowed lateness",
                        "How far the watermark may pass the end before the state is thrown away.", 0, "0 s")
                .choice("accumulation", "Results", "How the panes of one window relate.", "accumulating:Accumulate",
                        "discarding:Discard", "retracting:Retract")
                .choice("closing", "Last pane", "Whether one leaves as the state is thrown away.",
                        "if new:If data is new", "always:Always")
                .add("trigger", "Composed trigger", "A trigger made of others, instead of early, on time and late.",
                        new Kind.Trigger(), Form.NONE);
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return List.of(OUT, LATE);
    }

    @Override
    public List<String> patterns() {
        return List.of("nothing yet", "{0}, by {1} time");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String what = Aggregates.words(settings, "aggregates", List.of("count"));
        Phrase said = what.isBlank() ? Phrase.of("nothing yet") : Phrase.plain(what);
        return Phrase.with("{0}, by {1} time", said, Phrase.plain(shown(settings, "time")));
    }

    /** The windows, and what of them is wrong. */
    abstract WindowSpec window(Reader reader);

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType in = binding.inputs().getFirst();
        WindowSpec window = window(reader);
        TimeDomain domain = reader.choice("time").equals("event") ? TimeDomain.EVENT : TimeDomain.PROCESSING;
        List<AggregateSpec> aggregates = Aggregates.read(reader, "aggregates", in);
        TriggerSpec trigger = Triggers.read(reader);
        OnTime onTime = onTime(reader);
        Accumulation accumulation = accumulation(reader);
        long lateness = reader.duration("lateness");
        Closing closing = reader.choice("closing").equals("always") ? Closing.ALWAYS : Closing.IF_NEW;
        if (binding.batch()) {
            return bound(binding, window, domain, once(), OnTime.ALWAYS, accumulation, 0, Closing.IF_NEW, aggregates);
        }
        return bound(binding, window, domain, trigger, onTime, accumulation, lateness, closing, aggregates);
    }

    /** In a batch a window answers once, when all is there. */
    static TriggerSpec once() {
        return new TriggerSpec.AfterWatermark(Optional.empty(), Optional.empty());
    }

    static Binding.Bound bound(Binding binding, WindowSpec window, TimeDomain domain, TriggerSpec trigger,
            OnTime onTime, Accumulation accumulation, long lateness, Closing closing,
            List<AggregateSpec> aggregates) {
        StreamType in = binding.inputs().getFirst();
        StreamType out = WindowOperator.outputType(in, aggregates);
        WindowOperator operator = new WindowOperator(window, domain, trigger, onTime, accumulation, lateness,
                closing, aggregates, in, out, binding.dialect(), binding.batch());
        return new Binding.Bound(new Work.Transform(operator), List.of(out, in));
    }

    private static OnTime onTime(Reader reader) {
        if (reader.given("trigger").isPresent()) return OnTime.ALWAYS;
        return switch (reader.choice("onTime")) {
            case "if new" -> OnTime.IF_NEW;
            case "never" -> OnTime.NEVER;
            default -> OnTime.ALWAYS;
        };
    }

    private static Accumulation accumulation(Reader reader) {
        return switch (reader.choice("accumulation")) {
            case "discarding" -> Accumulation.DISCARDING;
            case "retracting" -> Accumulation.RETRACTING;
            default -> Accumulation.ACCUMULATING;
        };
    }

    /** {@code many} windows for each event are more than a run can hold. */
    static void limitCopies(Reader reader, String path, long size, long step) {
        if (!reader.failed() && size / step > MOST_COPIES)
            reader.error(path, "catalog.too-many-windows", Counts.grouped(size / step), path,
                    Counts.grouped(MOST_COPIES));
    }
}

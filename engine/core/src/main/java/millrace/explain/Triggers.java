package millrace.explain;

import java.util.List;
import java.util.stream.Collectors;
import millrace.design.Durations;
import millrace.operator.TriggerSpec;

/** Triggers in words that complete "a result leaves ...". */
final class Triggers {
    private Triggers() {}

    static String words(TriggerSpec trigger) {
        return switch (trigger) {
            case TriggerSpec.AfterWatermark a -> "as the watermark passes the end";
            case TriggerSpec.AfterCount c -> c.n() == 1 ? "after an event" : "after " + c.n() + " events";
            case TriggerSpec.AfterDelay d -> Durations.format(d.delay()) + " after the first event";
            case TriggerSpec.AlignedTo a -> "at the next full " + Durations.format(a.period()) + offset(a.offset());
            case TriggerSpec.Repeatedly r -> repeated(r.of());
            case TriggerSpec.AfterFirst f -> join(f.of(), " or ");
            case TriggerSpec.AfterAll a -> join(a.of(), " and ");
            case TriggerSpec.AfterEach e -> join(e.of(), ", then ");
            case TriggerSpec.OrFinally o -> words(o.main()) + ", until " + words(o.until());
            case TriggerSpec.Never n -> "never";
        };
    }

    private static String repeated(TriggerSpec of) {
        return switch (of) {
            case TriggerSpec.AfterCount c -> c.n() == 1 ? "at every event" : "every " + c.n() + " events";
            case TriggerSpec.AlignedTo a -> "every full " + Durations.format(a.period()) + offset(a.offset());
            case TriggerSpec.AfterDelay d -> Durations.format(d.delay()) + " after the first new event";
            default -> "again and again " + words(of);
        };
    }

    private static String offset(long offset) {
        return offset == 0 ? "" : " plus " + Durations.format(offset);
    }

    private static String join(List<TriggerSpec> of, String by) {
        return of.stream().map(Triggers::words).collect(Collectors.joining(by));
    }
}

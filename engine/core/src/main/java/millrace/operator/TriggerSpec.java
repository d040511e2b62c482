package millrace.operator;

import java.util.List;
import java.util.Optional;

/** When a window's pane leaves: Beam's composable triggers. Configuration only; state belongs to key and window. */
public sealed interface TriggerSpec {
    /** Once as the watermark passes the end of the window, with early firings before and late ones after it. */
    record AfterWatermark(Optional<TriggerSpec> early, Optional<TriggerSpec> late) implements TriggerSpec {}

    /** Once {@code n} events are in the pane. */
    record AfterCount(int n) implements TriggerSpec {}

    /** {@code delay} ms of processing time after the pane's first event. */
    record AfterDelay(long delay) implements TriggerSpec {}

    /** At the next multiple of {@code period} ms plus {@code offset} after the pane's first event. */
    record AlignedTo(long period, long offset) implements TriggerSpec {}

    record Repeatedly(TriggerSpec of) implements TriggerSpec {}

    record AfterFirst(List<TriggerSpec> of) implements TriggerSpec {}

    record AfterAll(List<TriggerSpec> of) implements TriggerSpec {}

    record AfterEach(List<TriggerSpec> of) implements TriggerSpec {}

    record OrFinally(TriggerSpec main, TriggerSpec until) implements TriggerSpec {}

    record Never() implements TriggerSpec {}

    /** On time, and after each late event: Beam's and Flink's default. */
    static TriggerSpec standard() {
        return new AfterWatermark(Optional.empty(), Optional.of(new Repeatedly(new AfterCount(1))));
    }

    /** Whether the watermark's passing the end of the window means anything to a trigger. */
    static boolean watchesEnd(TriggerSpec spec) {
        return switch (spec) {
            case AfterWatermark w -> true;
            case AfterCount c -> false;
            case AfterDelay d -> false;
            case AlignedTo a -> false;
            case Never n -> false;
            case Repeatedly(TriggerSpec of) -> watchesEnd(of);
            case AfterFirst(var of) -> of.stream().anyMatch(TriggerSpec::watchesEnd);
            case AfterAll(var of) -> of.stream().anyMatch(TriggerSpec::watchesEnd);
            case AfterEach(var of) -> of.stream().anyMatch(TriggerSpec::watchesEnd);
            case OrFinally(var main, var until) -> watchesEnd(main) || watchesEnd(until);
        };
    }
}

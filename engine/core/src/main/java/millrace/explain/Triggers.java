package millrace.explain;

import java.util.List;
import millrace.design.Durations;
import millrace.operator.TriggerSpec;
import millrace.text.Sentences;

/** Triggers in words that complete "a result leaves ...". */
final class Triggers {
    private Triggers() {}

    static String words(TriggerSpec trigger) {
        return said(trigger).toString();
    }

    private static Part said(TriggerSpec trigger) {
        return switch (trigger) {
            case TriggerSpec.AfterWatermark a -> Part.say("trigger.watermark");
            case TriggerSpec.AfterCount c -> Part.say(Sentences.form("trigger.count", c.n()), c.n());
            case TriggerSpec.AfterDelay d -> Part.say("trigger.delay", Durations.format(d.delay()));
            case TriggerSpec.AlignedTo a -> Part.say("trigger.aligned", period(a));
            case TriggerSpec.Repeatedly r -> repeated(r.of());
            case TriggerSpec.AfterFirst f -> Part.chain("trigger.or", all(f.of()));
            case TriggerSpec.AfterAll a -> Part.chain("trigger.and", all(a.of()));
            case TriggerSpec.AfterEach e -> Part.chain("trigger.then", all(e.of()));
            case TriggerSpec.OrFinally o -> Part.say("trigger.until", said(o.main()), said(o.until()));
            case TriggerSpec.Never n -> Part.say("trigger.never");
        };
    }

    private static Part repeated(TriggerSpec of) {
        return switch (of) {
            case TriggerSpec.AfterCount c -> Part.say(Sentences.form("trigger.every", c.n()), c.n());
            case TriggerSpec.AlignedTo a -> Part.say("trigger.every-full", period(a));
            case TriggerSpec.AfterDelay d -> Part.say("trigger.delay-new", Durations.format(d.delay()));
            default -> Part.say("trigger.again", said(of));
        };
    }

    /** "1 min plus 5 s". */
    private static String period(TriggerSpec.AlignedTo a) {
        String period = Durations.format(a.period());
        return a.offset() == 0 ? period : Part.say("trigger.plus", period, Durations.format(a.offset())).toString();
    }

    private static List<Part> all(List<TriggerSpec> of) {
        return of.stream().map(Triggers::said).toList();
    }
}

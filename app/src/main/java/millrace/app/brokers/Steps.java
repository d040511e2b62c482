package millrace.app.brokers;

import millrace.app.text.Texts;
import millrace.operator.BrokerNote;

/** What happened to a record or message, in words. */
final class Steps {
    private Steps() {}

    static String words(BrokerNote note) {
        return switch (note) {
            case BrokerNote.Appended a -> text("appended", a.partition(), a.offset());
            case BrokerNote.Read r -> text("read", r.group(), r.reader());
            case BrokerNote.Retired r -> text(r.age() ? "retired-age" : "retired-size");
            case BrokerNote.Cleaned c -> text(c.tombstone() ? "cleaned-tombstone" : "cleaned");
            case BrokerNote.Sent s -> text("sent", s.number());
            case BrokerNote.Delivered d -> text("delivered", d.worker(), d.delivery());
            case BrokerNote.Done d -> text("done-by", d.worker(), d.delivery());
            case BrokerNote.Failed f ->
                    text(f.dead() ? "failed-dead" : f.front() ? "failed-front" : "failed-back", f.worker(),
                            f.delivery());
            case BrokerNote.Joined j -> text("joined", j.group());
            case BrokerNote.Moved m -> text("moved", m.group());
            case BrokerNote.Rested r -> text(r.idle() ? "rested" : "woke", r.group());
        };
    }

    private static String text(String key, Object... parts) {
        Object[] written = java.util.Arrays.stream(parts).map(String::valueOf).toArray();
        return Texts.of("brokers." + key, written);
    }
}

package millrace.catalog;

import java.util.List;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.event.FieldType;
import millrace.operator.Restamp;
import millrace.operator.StreamType;
import millrace.operator.Work;

/** Takes the event time from a field. */
final class TimestampsType extends BaseType {
    TimestampsType() {
        super("timestamps", "Timestamps", "Event time from a field", Group.TRANSFORMS, new Form()
                .required("field", "Field", "When it happened: a timestamp, or a whole number of ms.",
                        new Kind.Field(false))
                .choice("watermark", "Watermark", "What is said of the times that are still to come.",
                        "input:As the input says", "anew:From the new times")
                .when("watermark", "input")
                .duration("earlier", "Earlier by",
                        "How much an event may become older; the watermark is held back by it.",
                        0, "0 s")
                .when("watermark", "anew")
                .duration("bound", "Bound", "How much older than the newest an event may be without being late.", 0,
                        "0 s"));
    }

    @Override
    public String icon() {
        return "M2.5 10H6 M14 10H17.5 M6 10A4 4 0 1 0 14 10A4 4 0 1 0 6 10 M10 7.5V10L11.75 11.25";
    }

    @Override
    public String help() {
        return "Gives each event the time that is in one of its fields: when an auction closes, not when it was put up. A time that lies "
                + "ahead is always safe. Common mistake: to go back in time and leave the watermark as it is. It has "
                + "promised that nothing older comes, so what follows takes such events for late; hold it back by as much, "
                + "or let it be made from the new times.";
    }

    @Override
    public List<PortSpec> inputs(Value.Group settings) {
        return List.of(ADDITIONS_IN);
    }

    @Override
    public List<String> patterns() {
        return List.of("nothing yet", "{0}, watermark anew less {1}", "{0}, watermark less {1}");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String field = shown(settings, "field");
        if (field.isBlank()) return Phrase.of("nothing yet");
        if (shown(settings, "watermark").equals("anew"))
            return Phrase.of("{0}, watermark anew less {1}", field, duration(settings, "bound"));
        String earlier = duration(settings, "earlier");
        return earlier.equals("0 s") ? Phrase.plain(field) : Phrase.of("{0}, watermark less {1}", field, earlier);
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("field", Value.of("value"));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        StreamType in = binding.inputs().getFirst();
        int field = Fields.index(reader, "field", in.schema());
        boolean time = field >= 0
                && (in.schema().type(field) == FieldType.TIMESTAMP || in.schema().type(field) == FieldType.LONG);
        if (field >= 0 && !time)
            reader.error("field", "catalog.wrong-types.time");
        if (in.schema().changelog())
            reader.error("field", "catalog.changes.time");
        // In a batch nothing is said of time before the input is complete.
        boolean anew = reader.choice("watermark").equals("anew") && !binding.batch();
        Restamp.Time follows = anew ? new Restamp.Time.Anew(reader.duration("bound"))
                : new Restamp.Time.Held(reader.duration("earlier"));
        return new Binding.Bound(new Work.Transform(new Restamp(in, Math.max(0, field), follows)), List.of(in));
    }
}

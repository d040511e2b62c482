package millrace.catalog;

import java.util.List;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.operator.PassThrough;
import millrace.operator.StreamType;
import millrace.operator.Work;

/** Chooses the field that is the key. */
final class KeyBy extends BaseType {
    KeyBy() {
        super("key-by", "Key by", "Choose the key", Group.TRANSFORMS,
                new Form().required("key", "Key", "The field whose value is the key from here on.",
                        new Kind.Field(false)));
    }

    @Override
    public String icon() {
        return "M2.5 10A3.25 3.25 0 1 0 9 10A3.25 3.25 0 1 0 2.5 10 M9 10H17.5V13 M14 10V12.5";
    }

    @Override
    public String help() {
        return "Says which field is the key: windows downstream keep each key apart, and colours follow it. It changes "
                + "nothing in the events. Common mistake: to expect a watermark for each key. All keys share the "
                + "watermark, so one key's newest event can make another's late.";
    }

    @Override
    public List<PortSpec> outputs(Value.Group settings) {
        return List.of(SAME_OUT);
    }

    @Override
    public List<String> patterns() {
        return List.of("no key yet");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String key = shown(settings, "key");
        return key.isBlank() ? Phrase.of("no key yet") : Phrase.plain(key);
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("key", Value.of("key"));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        int key = Fields.index(reader, "key", schema(binding));
        if (key < 0 && !reader.failed()) {
            reader.error("key", "catalog.missing.field", "key");
        }
        StreamType out = binding.inputs().getFirst().keyedBy(key);
        return new Binding.Bound(new Work.Transform(new PassThrough(out)), List.of(out));
    }
}

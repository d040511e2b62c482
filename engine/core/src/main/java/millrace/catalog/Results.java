package millrace.catalog;

import java.util.ArrayList;
import java.util.List;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.event.Schema;
import millrace.operator.SinkSpec;
import millrace.operator.StreamType;

/** A table of what came out: all of it, or the last of each key. */
final class Results extends SinkType {
    Results() {
        super("results", "Results", "A table on the screen", new Form()
                .choice("mode", "Writes",
                        "Each arrival as a row of its own, or the row of its key over the one before.",
                        "append:Append", "upsert:Upsert by key")
                .when("mode", "upsert")
                .add("by", "Key", "The field that tells rows apart; empty = the key, of panes also the window.",
                        new Kind.Field(false), Form.NONE));
    }

    @Override
    public String icon() {
        return "M10 3V11.5 M6.75 8.5L10 11.75L13.25 8.5 M3.5 11.5V16.5H16.5V11.5";
    }

    @Override
    public String help() {
        return "Shows what reaches it. Append keeps every row in the order of arrival; upsert writes each over the row of its key, "
                + "so that writing the same twice changes nothing. Common mistake: to add "
                + "appended rows up. Panes of one window that accumulate contain each other: 3, then 7, means 7, not 10.";
    }

    @Override
    public List<String> patterns() {
        return List.of("upsert by key", "upsert by {0}");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        if (!shown(settings, "mode").equals("upsert")) return Phrase.plain(shown(settings, "mode"));
        String by = shown(settings, "by");
        return by.isBlank() ? Phrase.of("upsert by key") : Phrase.of("upsert by {0}", by);
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY;
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        if (!reader.choice("mode").equals("upsert")) return sink(new SinkSpec.Results());
        TableType.notShared(reader, "catalog.not-shared.by-key");
        return sink(new SinkSpec.Results(SinkSpec.Mode.UPSERT, key(reader, binding.inputs().getFirst())));
    }

    /** What tells rows apart: of panes the key and the window; a changelog without a key has one row. */
    private static List<Integer> key(Reader reader, StreamType in) {
        int by = Fields.index(reader, "by", in.schema());
        if (by >= 0) return List.of(by);
        List<Integer> key = new ArrayList<>();
        if (in.schema().panes())
            for (String bound : List.of(Schema.WINDOW_START, Schema.WINDOW_END))
            key.add(in.schema().indexOf(bound).orElseThrow());
        if (in.keyed()) key.add(in.key());
        if (key.isEmpty() && !in.schema().changelog() && !reader.failed())
            reader.error("by", "catalog.no-key.of-results");
        return key;
    }
}

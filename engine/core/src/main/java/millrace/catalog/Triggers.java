package millrace.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import millrace.design.Durations;
import millrace.design.Suggestion;
import millrace.design.Value;
import millrace.operator.TriggerSpec;

/** Reads triggers: the everyday form (early, on time, late) and the composed one, a tree. */
final class Triggers {
    private static final int DEEPEST = 8;
    private static final Set<String> KINDS = Set.of("afterWatermark", "afterCount", "afterDelay", "aligned",
            "repeatedly", "afterFirst", "afterAll", "afterEach", "orFinally", "never");

    private final Reader reader;

    private Triggers(Reader reader) {
        this.reader = reader;
    }

    static TriggerSpec read(Reader reader) {
        Optional<Value> composed = reader.given("trigger");
        if (composed.isEmpty()) return everyday(reader);
        for (String other : List.of("early", "onTime", "late")) {
            if (reader.given(other).isPresent()) {
                reader.warning(other, "catalog.not-used", other);
            }
        }
        return new Triggers(reader).tree("trigger", composed.get(), 1);
    }

    private static TriggerSpec everyday(Reader reader) {
        Optional<TriggerSpec> early = switch (reader.choice("early.kind")) {
            case "count" -> often(new TriggerSpec.AfterCount((int) reader.whole("early.count")));
            case "delay" -> often(new TriggerSpec.AfterDelay(reader.duration("early.after")));
            case "aligned" -> often(
                    new TriggerSpec.AlignedTo(reader.duration("early.every"), reader.duration("early.offset")));
            default -> Optional.empty();
        };
        Optional<TriggerSpec> late = reader.choice("late.kind").equals("delay")
                ? often(new TriggerSpec.AfterDelay(reader.duration("late.after")))
                : often(new TriggerSpec.AfterCount((int) reader.whole("late.count")));
        return new TriggerSpec.AfterWatermark(early, late);
    }

    private static Optional<TriggerSpec> often(TriggerSpec trigger) {
        return Optional.of(new TriggerSpec.Repeatedly(trigger));
    }

    private TriggerSpec tree(String path, Value value, int depth) {
        if (depth > DEEPEST) {
            return wrong(path, "catalog.too-deep", DEEPEST);
        }
        if (value instanceof Value.Text t) return byName(path, t.text(), Value.Group.EMPTY, depth);
        if (value instanceof Value.Group g && g.fields().size() == 1) {
            Map.Entry<String, Value> only = g.fields().firstEntry();
            return byName(path, only.getKey(), only.getValue(), depth);
        }
        return wrong(path, "catalog.not-a-trigger", Reader.shown(value));
    }

    private TriggerSpec byName(String path, String name, Value value, int depth) {
        String at = path + "." + name;
        return switch (name) {
            case "never" -> new TriggerSpec.Never();
            case "afterCount" -> new TriggerSpec.AfterCount(count(at, value));
            case "afterDelay" -> new TriggerSpec.AfterDelay(duration(at, value, 0));
            case "aligned" -> aligned(at, value);
            case "repeatedly" -> new TriggerSpec.Repeatedly(tree(at, value, depth + 1));
            case "afterFirst" -> new TriggerSpec.AfterFirst(list(at, value, depth));
            case "afterAll" -> new TriggerSpec.AfterAll(list(at, value, depth));
            case "afterEach" -> new TriggerSpec.AfterEach(list(at, value, depth));
            case "orFinally" -> orFinally(at, value, depth);
            case "afterWatermark" -> afterWatermark(at, value, depth);
            default -> wrong(path, "catalog.unknown-trigger", name, Suggestion.of(name, KINDS));
        };
    }

    private TriggerSpec aligned(String at, Value value) {
        Value.Group group = group(at, value, List.of("every", "offset"), "{\"every\": \"1 min\"}");
        long every = duration(at + ".every", group.get("every").orElse(Form.NONE), 1);
        return new TriggerSpec.AlignedTo(every,
                group.get("offset").map(v -> duration(at + ".offset", v, Long.MIN_VALUE)).orElse(0L));
    }

    private TriggerSpec orFinally(String at, Value value, int depth) {
        Value.Group group = group(at, value, List.of("main", "until"), "{\"main\": ..., \"until\": ...}");
        return new TriggerSpec.OrFinally(tree(at + ".main", group.get("main").orElse(Form.NONE), depth + 1),
                tree(at + ".until", group.get("until").orElse(Form.NONE), depth + 1));
    }

    private TriggerSpec afterWatermark(String at, Value value, int depth) {
        Value.Group group = group(at, value, List.of("early", "late"),
                "{\"late\": {\"repeatedly\": {\"afterCount\": 1}}}");
        return new TriggerSpec.AfterWatermark(group.get("early").map(v -> tree(at + ".early", v, depth + 1)),
                group.get("late").map(v -> tree(at + ".late", v, depth + 1)));
    }

    private List<TriggerSpec> list(String at, Value value, int depth) {
        List<TriggerSpec> all = new ArrayList<>();
        if (!(value instanceof Value.Items items) || items.items().isEmpty() || items.items().size() > DEEPEST) {
            wrong(at, "catalog.not-a-list.triggers", DEEPEST);
            return all;
        }
        for (int i = 0; i < items.items().size(); i++) {
            all.add(tree(at + "[" + i + "]", items.items().get(i), depth + 1));
        }
        return all;
    }

    private Value.Group group(String at, Value value, List<String> known, String example) {
        if (!(value instanceof Value.Group group)) {
            wrong(at, "catalog.not-a-group.trigger", value.kind(), example);
            return Value.Group.EMPTY;
        }
        for (String name : group.fields().keySet()) {
            if (!known.contains(name)) {
                wrong(at + "." + name, "catalog.unknown-trigger.part", name, Suggestion.of(name, known));
            }
        }
        return group;
    }

    private int count(String at, Value value) {
        if (value instanceof Value.Number n && n.number().stripTrailingZeros().scale() <= 0
                && n.number().signum() > 0 && n.number().doubleValue() <= 1_000_000_000) {
            return n.number().intValueExact();
        }
        wrong(at, "catalog.not-a-number.events", Reader.shown(value));
        return 1;
    }

    private long duration(String at, Value value, long least) {
        OptionalLong millis = value instanceof Value.Text t ? Durations.parse(t.text()) : OptionalLong.empty();
        if (millis.isPresent() && millis.getAsLong() >= least) return millis.getAsLong();
        wrong(at, "catalog.not-a-duration.trigger", Reader.shown(value));
        return 1;
    }

    private TriggerSpec wrong(String path, String key, Object... parts) {
        reader.error(path, key, parts);
        return new TriggerSpec.Never();
    }
}

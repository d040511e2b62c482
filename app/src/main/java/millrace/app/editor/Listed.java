package millrace.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import millrace.design.Value;

/** Changes of lists within settings. */
final class Listed {
    private Listed() {}

    static List<Value> of(Value.Group settings, String path) {
        return new ArrayList<>(settings.at(path).orElse(new Value.Nothing()) instanceof Value.Items i ? i.items()
                : List.of());
    }

    static String text(Value.Group group, String name) {
        return group.get(name).orElse(new Value.Nothing()) instanceof Value.Text t ? t.text() : "";
    }

    static Value.Group append(Value.Group settings, String path, Value item) {
        List<Value> items = of(settings, path);
        items.add(item);
        return SettingPath.set(settings, path, Value.of(items));
    }

    /** Takes the place of the item that is the same, or stands behind the others. */
    static Value.Group replace(Value.Group settings, String path, Predicate<Value> same, Value item) {
        List<Value> items = of(settings, path);
        int place = IntStream.range(0, items.size()).filter(i -> same.test(items.get(i))).findFirst().orElse(-1);
        if (place < 0) items.add(item);
        else
            items.set(place, item);
        return SettingPath.set(settings, path, Value.of(items));
    }

    /** Changes the group of this name; where the usual one is meant, which stands nowhere, it is written down. */
    static Value.Group change(Value.Group settings, String path, String name,
            UnaryOperator<Value.Group> change) {
        List<Value> items = of(settings, path);
        Value.Group found = items.stream()
                .filter(v -> v instanceof Value.Group g && text(g, "name").equals(name))
                .map(Value.Group.class::cast)
                .findFirst()
                .orElseGet(() -> Value.Group.EMPTY.with("name", Value.of(name)));
        return replace(settings, path, found::equals, change.apply(found));
    }
}

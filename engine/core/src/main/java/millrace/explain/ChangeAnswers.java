package millrace.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Field;
import millrace.operator.StreamType;
import millrace.trace.Fact;
import millrace.trace.Lineage;

/** Why a row of a table came, changed or went. */
final class ChangeAnswers {
    private final Scene scene;

    ChangeAnswers(Scene scene) {
        this.scene = scene;
    }

    /** Of all that was made from an event the change that says most: the row as it is now, else as it was. */
    static Optional<Event> shown(List<Event> children) {
        return children.stream()
                .filter(c -> c.schema.changelog() && ChangeKind.of(c).adds())
                .findFirst()
                .or(() -> children.stream().filter(c -> c.schema.changelog()).findFirst());
    }

    /** @param f says what the change was made from first: what caused it */
    Answer why(Fact.Derived f) {
        String node = f.node();
        Event change = f.child();
        return switch (ChangeKind.of(change)) {
            case INSERT -> words("change.insert", f, fields(node, change)).ask("change.insert.question");
            case UPDATE_BEFORE -> words("change.before", f, fields(node, change)).ask("change.before.question");
            case UPDATE_AFTER -> words("change.after", f, difference(node, change)).ask("change.after.question");
            case DELETE -> words("change.delete", f, fields(node, change)).ask("change.delete.question");
        };
    }

    private Words words(String key, Fact.Derived f, Part values) {
        Figures times = scene.figures();
        return scene.words()
                .tell(key, times.proc(f.at()), scene.label(f.parent()), times.event(f.parent().time),
                        scene.name(f.node()), row(f.node(), f.child()), Part.strong(values.toString()));
    }

    private OptionalInt key(String node) {
        List<StreamType> outputs = scene.node(node).outputs();
        boolean keyed = !outputs.isEmpty() && outputs.getFirst().keyed();
        return keyed ? OptionalInt.of(outputs.getFirst().key()) : OptionalInt.empty();
    }

    private Part row(String node, Event change) {
        OptionalInt key = key(node);
        return key.isEmpty() ? Part.say("change.row")
                : Part.say("change.row.of-key", Scene.value(change.value(key.getAsInt())));
    }

    /** "sum 9, max 5": all but the key. */
    private Part fields(String node, Event change) {
        List<Field> fields = change.schema.fields();
        List<Part> said = IntStream.range(0, fields.size())
                .filter(i -> !OptionalInt.of(i).equals(key(node)))
                .mapToObj(i -> Part.say("change.field", fields.get(i).name(), Scene.value(change.value(i))))
                .toList();
        return said.isEmpty() ? Part.say("change.only-key") : Part.series(said);
    }

    /** "sum from 5 to 9", against the row that it replaces. */
    private Part difference(String node, Event change) {
        Optional<Event> before = new Lineage(scene.trace).parents(change.id)
                .stream()
                .filter(p -> p.schema.equals(change.schema))
                .reduce((a, b) -> b);
        List<Part> said = before.map(b -> differences(b, change)).orElse(List.of());
        return said.isEmpty() ? fields(node, change) : Part.series(said);
    }

    private static List<Part> differences(Event before, Event change) {
        List<Part> said = new ArrayList<>();
        List<Field> fields = change.schema.fields();
        for (int i = 0; i < fields.size(); i++) {
            String was = Scene.value(before.value(i));
            String is = Scene.value(change.value(i));
            if (!was.equals(is)) said.add(Part.say("change.field.from", fields.get(i).name(), was, is));
        }
        return said;
    }
}

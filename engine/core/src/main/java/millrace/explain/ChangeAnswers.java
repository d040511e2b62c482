package millrace.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Field;
import millrace.event.Schema;
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
        Event change = f.child();
        Words w = scene.words().say("At ").proc(f.at()).say(" the " + scene.label(f.parent()) + " of ");
        w.event(f.parent().time).say(" came to " + scene.name(f.node()) + ": ");
        String row = "the row" + of(f.node(), change);
        return switch (ChangeKind.of(change)) {
            case INSERT -> w.say(row + " is new, with ")
                    .strong(fields(f.node(), change))
                    .say(".")
                    .answer("Why is this row there?");
            case UPDATE_BEFORE -> w.say(row + " changed. So it was: ")
                    .strong(fields(f.node(), change))
                    .say(".")
                    .answer("What does this record say?");
            case UPDATE_AFTER -> w.say(row + " changed, ")
                    .strong(difference(f.node(), change))
                    .say(".")
                    .answer("Why did this row change?");
            case DELETE -> w.say("nothing is left of " + row + ". It had ")
                    .strong(fields(f.node(), change))
                    .say(".")
                    .answer("Why did this row go?");
        };
    }

    private OptionalInt key(String node) {
        List<StreamType> outputs = scene.node(node).outputs();
        boolean keyed = !outputs.isEmpty() && outputs.getFirst().keyed();
        return keyed ? OptionalInt.of(outputs.getFirst().key()) : OptionalInt.empty();
    }

    private String of(String node, Event change) {
        OptionalInt key = key(node);
        return key.isEmpty() ? "" : " of " + Scene.value(change.value(key.getAsInt()));
    }

    /** "sum 9, max 5": all but the key. */
    private String fields(String node, Event change) {
        List<String> said = new ArrayList<>();
        List<Field> fields = change.schema.fields();
        for (int i = 0; i < fields.size(); i++)
            if (!OptionalInt.of(i).equals(key(node)))
                said.add(fields.get(i).name() + " " + Scene.value(change.value(i)));
        return said.isEmpty() ? "nothing but its key" : String.join(", ", said);
    }

    /** "sum from 5 to 9", against the row that it replaces. */
    private String difference(String node, Event change) {
        Optional<Event> before = new Lineage(scene.trace).parents(change.id)
                .stream()
                .filter(p -> p.schema.equals(change.schema))
                .reduce((a, b) -> b);
        if (before.isEmpty()) return fields(node, change);
        List<String> said = new ArrayList<>();
        Schema schema = change.schema;
        for (int i = 0; i < schema.fields().size(); i++) {
            String was = Scene.value(before.get().value(i));
            String is = Scene.value(change.value(i));
            if (!was.equals(is)) said.add(schema.fields().get(i).name() + " from " + was + " to " + is);
        }
        return said.isEmpty() ? fields(node, change) : String.join(", ", said);
    }
}

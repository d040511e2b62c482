package millrace.app.editor;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import millrace.design.Design;
import millrace.design.Frame;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Wire;

/** What is selected, by id, in the order in which it was selected. */
public record Selection(SequencedSet<String> nodes, SequencedSet<String> wires, SequencedSet<String> notes,
        SequencedSet<String> frames) {
    private static final SequencedSet<String> NO = new LinkedHashSet<>();
    public static final Selection NONE = new Selection(NO, NO, NO, NO);

    public Selection {
        nodes = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(nodes));
        wires = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(wires));
        notes = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(notes));
        frames = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(frames));
    }

    /** Without frames. */
    public Selection(SequencedSet<String> nodes, SequencedSet<String> wires, SequencedSet<String> notes) {
        this(nodes, wires, notes, NO);
    }

    public static Selection node(String id) {
        return new Selection(one(id), NO, NO, NO);
    }

    public static Selection wire(String id) {
        return new Selection(NO, one(id), NO, NO);
    }

    public static Selection note(String id) {
        return new Selection(NO, NO, one(id), NO);
    }

    public static Selection frame(String id) {
        return new Selection(NO, NO, NO, one(id));
    }

    private static SequencedSet<String> one(String id) {
        return new LinkedHashSet<>(Set.of(id));
    }

    public static Selection nodes(Iterable<String> ids) {
        LinkedHashSet<String> set = new LinkedHashSet<>();
        ids.forEach(set::add);
        return new Selection(set, NO, NO, NO);
    }

    public static Selection all(Design design) {
        return new Selection(ids(design.nodes().stream().map(Node::id)), ids(design.wires().stream().map(Wire::id)),
                ids(design.notes().stream().map(Note::id)), ids(design.frames().stream().map(Frame::id)));
    }

    private static LinkedHashSet<String> ids(Stream<String> ids) {
        return ids.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    public int size() {
        return nodes.size() + wires.size() + notes.size() + frames.size();
    }

    /** Whether there is something that stands somewhere: anything but wires. */
    public boolean stands() {
        return size() > wires.size();
    }

    /** Both together. */
    public Selection with(Selection more) {
        return each(more, Selection::union);
    }

    /** What is in exactly one of the two: a Shift-click adds what was not there and removes what was. */
    public Selection toggled(Selection other) {
        return each(other, Selection::difference);
    }

    /** What of it is still there in the design. */
    public Selection within(Design design) {
        Selection all = all(design);
        return all.contains(this) ? this : each(all, Selection::common);
    }

    private Selection each(Selection other, BinaryOperator<SequencedSet<String>> how) {
        return new Selection(how.apply(nodes, other.nodes), how.apply(wires, other.wires),
                how.apply(notes, other.notes), how.apply(frames, other.frames));
    }

    public boolean contains(Selection part) {
        return nodes.containsAll(part.nodes) && wires.containsAll(part.wires) && notes.containsAll(part.notes)
                && frames.containsAll(part.frames);
    }

    private static SequencedSet<String> union(SequencedSet<String> a, SequencedSet<String> b) {
        LinkedHashSet<String> set = new LinkedHashSet<>(a);
        set.addAll(b);
        return set;
    }

    private static SequencedSet<String> common(SequencedSet<String> a, SequencedSet<String> b) {
        LinkedHashSet<String> set = new LinkedHashSet<>(a);
        set.retainAll(b);
        return set;
    }

    private static SequencedSet<String> difference(SequencedSet<String> a, SequencedSet<String> b) {
        LinkedHashSet<String> set = new LinkedHashSet<>(a);
        for (String id : b) {
            if (!set.remove(id)) set.add(id);
        }
        return set;
    }
}

package millrace.app.editor;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Wire;

/** What is selected, by id, in the order in which it was selected. */
public record Selection(SequencedSet<String> nodes, SequencedSet<String> wires, SequencedSet<String> notes) {
    public static final Selection NONE = new Selection(Set.of(), Set.of(), Set.of());

    public Selection {
        nodes = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(nodes));
        wires = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(wires));
        notes = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(notes));
    }

    private Selection(Set<String> nodes, Set<String> wires, Set<String> notes) {
        this(new LinkedHashSet<>(nodes), new LinkedHashSet<>(wires), new LinkedHashSet<>(notes));
    }

    public static Selection node(String id) {
        return new Selection(Set.of(id), Set.of(), Set.of());
    }

    public static Selection wire(String id) {
        return new Selection(Set.of(), Set.of(id), Set.of());
    }

    public static Selection note(String id) {
        return new Selection(Set.of(), Set.of(), Set.of(id));
    }

    public static Selection nodes(Iterable<String> ids) {
        LinkedHashSet<String> set = new LinkedHashSet<>();
        ids.forEach(set::add);
        return new Selection(set, Set.of(), Set.of());
    }

    public static Selection all(Design design) {
        return new Selection(ids(design.nodes().stream().map(Node::id)), ids(design.wires().stream().map(Wire::id)),
                ids(design.notes().stream().map(Note::id)));
    }

    private static LinkedHashSet<String> ids(java.util.stream.Stream<String> ids) {
        return ids.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public boolean isEmpty() {
        return nodes.isEmpty() && wires.isEmpty() && notes.isEmpty();
    }

    public int size() {
        return nodes.size() + wires.size() + notes.size();
    }

    /** Both together. */
    public Selection with(Selection more) {
        return new Selection(union(nodes, more.nodes), union(wires, more.wires), union(notes, more.notes));
    }

    /** What is in exactly one of the two: a Shift-click adds what was not there and removes what was. */
    public Selection toggled(Selection other) {
        return new Selection(difference(nodes, other.nodes), difference(wires, other.wires),
                difference(notes, other.notes));
    }

    /** What of it is still there in the design. */
    public Selection within(Design design) {
        Selection all = all(design);
        if (all.contains(this)) return this;
        return new Selection(common(nodes, all.nodes), common(wires, all.wires), common(notes, all.notes));
    }

    public boolean contains(Selection part) {
        return nodes.containsAll(part.nodes) && wires.containsAll(part.wires) && notes.containsAll(part.notes);
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        LinkedHashSet<String> set = new LinkedHashSet<>(a);
        set.addAll(b);
        return set;
    }

    private static Set<String> common(Set<String> a, Set<String> b) {
        LinkedHashSet<String> set = new LinkedHashSet<>(a);
        set.retainAll(b);
        return set;
    }

    private static Set<String> difference(Set<String> a, Set<String> b) {
        LinkedHashSet<String> set = new LinkedHashSet<>(a);
        for (String id : b) {
            if (!set.remove(id)) set.add(id);
        }
        return set;
    }
}

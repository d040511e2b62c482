package millrace.app.look;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import millrace.compile.Plan.PlanNode;
import millrace.operator.StreamType;
import millrace.trace.FactKind;
import millrace.trace.Trace;

/** The keys of a run in the order in which they get their colours: the order of their first event. */
public final class Keys {
    /** Keys that first come after so many events have no colour of their own any more. */
    private static final int LOOKED_AT = 50_000;
    public static final Keys NONE = new Keys(List.of());
    private final List<String> keys;
    private final Map<String, Integer> places = new HashMap<>();

    private Keys(List<String> keys) {
        this.keys = keys;
        for (int i = 0; i < keys.size(); i++)
            places.put(keys.get(i), i);
    }

    /** Repeated keys and "" (no key) are left out. */
    public static Keys of(Collection<String> inOrder) {
        return new Keys(inOrder.stream().filter(k -> !k.isEmpty()).distinct().toList());
    }

    /** The keys of a run, in the order in which sources sent them, windows met them, and others made them. */
    public static Keys of(Trace trace) {
        int[] fields = trace.plan().nodes().stream().mapToInt(Keys::field).toArray();
        Set<String> found = new LinkedHashSet<>();
        sent(trace, FactKind.EMITTED, fields, found);
        trace.rows(FactKind.ADDED).stream().limit(LOOKED_AT).forEach(row -> found.add(trace.addedKey(row)));
        sent(trace, FactKind.DERIVED, fields, found);
        return of(found);
    }

    private static void sent(Trace trace, FactKind kind, int[] fields, Set<String> found) {
        trace.rows(kind).stream().limit(LOOKED_AT).forEach(row -> {
            int field = fields[trace.nodeNumber(row)];
            if (field != StreamType.UNKEYED) trace.value(row, field).ifPresent(v -> found.add(v.toString()));
        });
    }

    /** The field by which what a node sends is keyed. */
    private static int field(PlanNode node) {
        return node.outputs().isEmpty() ? StreamType.UNKEYED : node.outputs().getFirst().key();
    }

    /** The place of a key, or -1 if the key is "" or unknown: such an event looks like one without a key. */
    public int place(String key) {
        return places.getOrDefault(key, -1);
    }

    public List<String> all() {
        return keys;
    }

    /** The letter on the key's chip: its first letter, or A to H by place if another key begins with the same one. */
    public String letter(String key) {
        if (key.isEmpty()) return "";
        String first = first(key);
        boolean shared = keys.stream().filter(k -> first(k).equals(first)).count() > 1;
        return shared && place(key) >= 0 ? String.valueOf((char) ('A' + place(key) % Theme.KEYS)) : first;
    }

    private static String first(String key) {
        return key.substring(0, key.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT);
    }
}

package millrace.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys and partitions of a node, dealt out to so many instances. */
final class Dealt {
    /** Nothing was done before with a key. */
    static final int NOBODY = -1;

    private final int instances;
    private final List<List<Integer>> partitions;
    private final List<Own> all = new ArrayList<>();

    /** What is one instance's own; for each key the row in which it came first. */
    private static final class Own {
        final IntList rows = new IntList();
        final List<String> keys = new ArrayList<>();
        /** Those that another instance had before, by its number. */
        final Map<String, Integer> from = new HashMap<>();
        final Map<String, Integer> places = new HashMap<>();
    }

    Dealt(int instances, List<List<Integer>> partitions) {
        this.instances = instances;
        this.partitions = partitions;
        for (int i = 0; i < instances; i++)
            all.add(new Own());
    }

    int instances() {
        return instances;
    }

    void add(int row, String key, int instance) {
        add(row, key, instance, NOBODY);
    }

    /** @param had the instance that had the key before all was dealt out like this */
    void add(int row, String key, int instance, int had) {
        Own own = all.get(instance);
        if (had != NOBODY && had != instance) own.from.put(key, had);
        if (own.places.putIfAbsent(key, own.keys.size()) != null) return;
        own.rows.add(row);
        own.keys.add(key);
    }

    /** What an instance has after so many rows of the trace. */
    Hand hand(int instance, int rows) {
        if (instance >= instances) return Hand.NONE;
        Own own = all.get(instance);
        List<Integer> parts = instance < partitions.size() ? partitions.get(instance) : List.of();
        return new Hand(true, Collections.unmodifiableList(own.keys.subList(0, own.rows.below(rows))), parts,
                Collections.unmodifiableMap(own.from));
    }
}

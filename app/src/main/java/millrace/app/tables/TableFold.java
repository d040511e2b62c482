package millrace.app.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import millrace.event.ChangeKind;
import millrace.measure.TableLog.Change;

/**
 * A table as what its changes add up to, up to one of them; it only goes on. With a key a row is replaced by the newest of its
 * key; without one equal rows are counted. A table into which a row was inserted but once has that one row: after a recovery its changes
 * go on from an older value, and what was said since the checkpoint is never taken back.
 */
final class TableFold {
    private final List<Change> changes;
    private final boolean keyed;
    private final Map<String, List<Change>> rows = new LinkedHashMap<>();
    private int done;

    TableFold(List<Change> changes) {
        this.changes = changes;
        boolean one = changes.stream().filter(c -> c.kind() == ChangeKind.INSERT).count() <= 1;
        keyed = one || changes.stream().allMatch(c -> !c.key().isEmpty());
    }

    int done() {
        return done;
    }

    void goOn(int until) {
        for (; done < until; done++)
            add(changes.get(done));
    }

    private void add(Change change) {
        String name = keyed ? change.key() : Values.of(change.event()).toString();
        List<Change> there = rows.computeIfAbsent(name, n -> new ArrayList<>());
        if (keyed && change.kind().adds()) there.clear();
        if (change.kind().adds()) there.add(change);
        else if (!there.isEmpty() && !isHalf(change)) there.removeLast();
        if (there.isEmpty()) rows.remove(name);
    }

    /** A row keeps its place when it is replaced: its old value goes with the coming of the new one. */
    private boolean isHalf(Change change) {
        return keyed && change.kind() == ChangeKind.UPDATE_BEFORE && done + 1 < changes.size()
                && changes.get(done + 1).kind() == ChangeKind.UPDATE_AFTER
                && changes.get(done + 1).key().equals(change.key());
    }

    /** The rows, each as the change that made it, in the order in which their keys first came. */
    List<Change> rows() {
        return rows.values().stream().flatMap(List::stream).toList();
    }
}

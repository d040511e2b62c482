package millrace.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import millrace.compile.Plan;
import millrace.operator.FaultNote;

/**
 * What a crash does to windows: those that a node held are gone, and those of the checkpoint to which it goes back are there
 * again, with what they held then. Nothing is remembered in a run without crashes.
 */
final class LostWindows {
    /** Checkpoints that a node may go back to: the last complete one, and the one on its way. */
    private static final int REMEMBERED = 2;

    /** A window as a checkpoint has it: the last row that spoke of it, the last pane, and how many events it had. */
    private record Held(int window, int last, int fired, int count) {}

    private final Trace trace;
    private final boolean needed;
    /** For each node the windows of its last checkpoints. */
    private final List<Map<Long, List<Held>>> checkpoints = new ArrayList<>();
    /** Nodes that are back: each of a node's instances tells so, and the first speaks for all. */
    private final Set<Integer> back = new HashSet<>();

    LostWindows(Trace trace, Plan plan) {
        this.trace = trace;
        needed = !plan.recovery().crashes().isEmpty() || plan.recovery().upgrade().isPresent();
        plan.nodes().forEach(n -> checkpoints.add(new LinkedHashMap<>()));
    }

    /** The windows of a node that have state. */
    private List<Integer> live(int node) {
        List<Integer> live = new ArrayList<>();
        IntList windows = trace.nodes[node].windows;
        for (int i = 0; i < windows.size(); i++)
            if (trace.windows.live(windows.get(i))) live.add(windows.get(i));
        return live;
    }

    /** Hears of what happens to a node in a row; {@code keeper} ends windows and begins them. */
    void noted(int node, FaultNote note, int row, Keeper keeper) {
        if (!needed) return;
        switch (note) {
            case FaultNote.Snapshot s -> remember(node, s.checkpoint());
            case FaultNote.Crashed c when !c.coordinator() -> down(node, row, keeper);
            case FaultNote.Stopped s -> down(node, row, keeper);
            case FaultNote.Restored r -> {
                if (back.add(node)) again(node, r.checkpoint(), row, keeper);
            }
            default -> {}
        }
    }

    private void down(int node, int row, Keeper keeper) {
        back.remove(node);
        live(node).forEach(w -> keeper.end(node, w, row));
    }

    private void remember(int node, long checkpoint) {
        Map<Long, List<Held>> of = checkpoints.get(node);
        WindowTable w = trace.windows;
        of.put(checkpoint, live(node).stream()
                .map(i -> new Held(i, w.last(i), w.lastFired(i), w.counted(i)))
                .toList());
        if (of.size() > REMEMBERED) of.remove(of.keySet().iterator().next());
    }

    private void again(int node, long checkpoint, int row, Keeper keeper) {
        WindowTable w = trace.windows;
        for (Held held : checkpoints.get(node).getOrDefault(checkpoint, List.of())) {
            int window = keeper.begin(node, w.key(held.window), w.start(held.window), w.end(held.window), row);
            w.link(window, held.last);
            w.fired(window, held.fired);
            w.count(window, held.count);
        }
    }

    /** Who keeps the windows of a trace. */
    interface Keeper {
        void end(int node, int window, int row);

        int begin(int node, int key, long start, long end, int row);
    }
}

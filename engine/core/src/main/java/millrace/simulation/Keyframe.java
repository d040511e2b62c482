package millrace.simulation;

import java.util.List;

/**
 * A whole simulation between two steps, for going back to. Immutable from outside: it is copied when it is made and when it is
 * restored. It belongs to the plan, so any simulation of the same plan can take it. Not a checkpoint: it is no part of the
 * world that is simulated.
 */
public final class Keyframe {
    final long now;
    final long steps;
    final long ids;
    final long sent;
    final Cascade cascade;
    final int[] waiting;
    final int[] loads;
    final int changes;
    final int crashes;
    final Upgrading.Saved upgrade;
    final List<Source.Saved> sources;
    final List<Task.Kept> tasks;
    final List<Ring> channels;
    final List<Pipeline.Saved> pipelines;

    Keyframe(long now, long steps, long ids, long sent, Cascade cascade, int[] waiting, int[] loads, int changes,
            int crashes,
            Upgrading.Saved upgrade, List<Source.Saved> sources, List<Task.Kept> tasks, List<Ring> channels,
            List<Pipeline.Saved> pipelines) {
        this.now = now;
        this.steps = steps;
        this.ids = ids;
        this.sent = sent;
        this.cascade = cascade;
        this.waiting = waiting;
        this.loads = loads;
        this.changes = changes;
        this.crashes = crashes;
        this.upgrade = upgrade;
        this.sources = List.copyOf(sources);
        this.tasks = List.copyOf(tasks);
        this.channels = List.copyOf(channels);
        this.pipelines = List.copyOf(pipelines);
    }

    /** How many steps had been done. */
    public long steps() {
        return steps;
    }

    /** Processing time, ms. */
    public long now() {
        return now;
    }
}

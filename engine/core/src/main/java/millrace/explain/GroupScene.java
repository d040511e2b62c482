package millrace.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.event.Watermark;
import millrace.operator.BrokerNote;
import millrace.operator.Log;
import millrace.operator.LogGroup;
import millrace.operator.WatermarkSpec;
import millrace.operator.Work;
import millrace.trace.Fact;
import millrace.trace.FactKind;

/** How a group of a log stands as of a row of the trace, from what was noted of it. */
final class GroupScene {
    /**
     * What the group's watermark is the minimum of: a partition, or ({@code partition} -1) a reader without one.
     *
     * @param reader numbered from 1
     * @param unread records that lie there and were not read
     */
    record Input(int reader, int partition, long watermark, boolean heard, Optional<Fact.Noted> idle, long unread) {}

    final Log log;
    final LogGroup group;
    private final List<Fact.Noted> notes;
    private final long[] positions;
    private final long[] ends;
    private Optional<Fact.Noted> joined = Optional.empty();

    private GroupScene(Log log, LogGroup group, List<Fact.Noted> notes) {
        this.log = log;
        this.group = group;
        this.notes = notes;
        positions = new long[log.partitions()];
        ends = new long[log.partitions()];
        notes.forEach(this::follow);
    }

    static GroupScene of(Scene scene, String node, int output, int rows) {
        Log log = log(scene, node).orElseThrow();
        return new GroupScene(log, log.groups().get(output),
                scene.facts(node, FactKind.NOTED, 0, rows).map(Fact.Noted.class::cast).toList());
    }

    static Optional<Log> log(Scene scene, String node) {
        return scene.node(node).work() instanceof Work.Transform t && t.operator() instanceof Log l ? Optional.of(l)
                : Optional.empty();
    }

    private void follow(Fact.Noted f) {
        switch (f.note()) {
            case BrokerNote.Appended n -> ends[n.partition()] = n.offset() + 1;
            case BrokerNote.Read n when mine(n.group()) -> positions[n.partition()] = n.offset() + 1;
            case BrokerNote.Joined n when mine(n.group()) -> {
                joined = Optional.of(f);
                java.util.Arrays.setAll(positions, n.positions()::get);
            }
            case BrokerNote.Moved n when mine(n.group()) -> java.util.Arrays.setAll(positions, n.to()::get);
            default -> {
            }
        }
    }

    private boolean mine(String name) {
        return name.equals(group.name());
    }

    /** When it began to read; empty = it has not. */
    Optional<Fact.Noted> joined() {
        return joined;
    }

    /** The offset that it reads next. */
    long position(int partition) {
        return positions[partition];
    }

    long lag(int partition) {
        return joined.isEmpty() ? 0 : Math.max(0, ends[partition] - positions[partition]);
    }

    long lag() {
        long lag = 0;
        for (int p = 0; p < ends.length; p++)
            lag += lag(p);
        return lag;
    }

    List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < Math.max(log.partitions(), group.readers()); i++)
            inputs.add(input(i % group.readers() + 1, i < log.partitions() ? i : -1));
        return inputs;
    }

    private Input input(int reader, int partition) {
        long most = Watermark.NONE;
        Optional<Fact.Noted> idle = Optional.empty();
        boolean heard = false;
        for (Fact.Noted f : notes) {
            if (f.note() instanceof BrokerNote.Read n && mine(n.group()) && n.partition() == partition) {
                most = Math.max(most, n.subject().time);
                heard = true;
            }
            if (f.note() instanceof BrokerNote.Rested n && mine(n.group()) && n.reader() == reader
                    && n.partition() == partition)
                idle = n.idle() ? Optional.of(f) : Optional.empty();
        }
        return new Input(reader, partition, heard ? states(most) : Watermark.NONE, heard, idle,
                partition < 0 ? 0 : lag(partition));
    }

    private long states(long newest) {
        return switch (log.watermark()) {
            case WatermarkSpec.Bounded b -> newest - b.maxOutOfOrderness();
            case WatermarkSpec.None n -> Watermark.NONE;
            default -> newest;
        };
    }
}

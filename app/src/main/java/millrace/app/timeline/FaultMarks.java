package millrace.app.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import millrace.app.timeline.TimelineModel.Kind;
import millrace.app.timeline.TimelineModel.Mark;
import millrace.app.timeline.TimelineModel.Outage;
import millrace.compile.Recovery;
import millrace.operator.FaultNote;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Trace;

/** The marks of checkpoints, crashes and restores: one for each at an instant, whatever number of nodes tell of it. */
final class FaultMarks {
    private FaultMarks() {}

    static List<Mark> of(Trace trace) {
        if (trace.plan().recovery().equals(Recovery.NONE)) return List.of();
        Map<String, Mark> marks = new LinkedHashMap<>();
        trace.rows(FactKind.NOTED).stream().mapToObj(trace::fact).forEach(f -> {
            if (f instanceof Fact.Noted n && n.note() instanceof FaultNote note)
                kind(note).ifPresent(k -> marks.putIfAbsent(k + "@" + n.at(), new Mark(n.at(), k, n.node())));
        });
        return List.copyOf(marks.values());
    }

    static Optional<Kind> kind(FaultNote note) {
        return switch (note) {
            case FaultNote.Completed c -> Optional.of(Kind.CHECKPOINT);
            case FaultNote.Aborted a -> Optional.of(Kind.ABORTED);
            case FaultNote.Crashed c -> Optional.of(Kind.CRASH);
            case FaultNote.Restored r -> Optional.of(Kind.RESTORE);
            case FaultNote.Began b -> Optional.empty();
            case FaultNote.Skipped s -> Optional.empty();
            case FaultNote.BarrierArrived b -> Optional.empty();
            case FaultNote.Snapshot s -> Optional.empty();
            case FaultNote.Stopped s -> Optional.empty();
            case FaultNote.Missed m -> Optional.empty();
            case FaultNote.Committed c -> Optional.empty();
            case FaultNote.RolledBack r -> Optional.empty();
            case FaultNote.Orphaned o -> Optional.empty();
        };
    }

    /** From each crash until the restore that follows it; to the end if there is none. */
    static List<Outage> outages(List<Mark> marks, long end) {
        List<Outage> outages = new ArrayList<>();
        for (Mark mark : marks) {
            boolean during = !outages.isEmpty() && outages.getLast().to() > mark.at();
            if (mark.kind() != Kind.CRASH || during) continue;
            long to = marks.stream()
                    .filter(m -> m.kind() == Kind.RESTORE && m.at() >= mark.at())
                    .mapToLong(Mark::at)
                    .findFirst()
                    .orElse(end);
            outages.add(new Outage(mark.at(), to));
        }
        return outages;
    }
}

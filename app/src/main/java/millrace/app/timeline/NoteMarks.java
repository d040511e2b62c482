package millrace.app.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import millrace.app.timeline.TimelineModel.Kind;
import millrace.app.timeline.TimelineModel.Mark;
import millrace.app.timeline.TimelineModel.Outage;
import millrace.operator.BrokerNote;
import millrace.operator.ChangeNote;
import millrace.operator.FaultNote;
import millrace.operator.JoinNote;
import millrace.operator.Note;
import millrace.operator.TableNote;
import millrace.operator.WorkNote;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Trace;

/**
 * The marks of what only some nodes tell: checkpoints, crashes, restores, commits, pairs, dead letters. Of a kind of fault there is one
 * at an instant, whatever number of nodes tell of it.
 */
final class NoteMarks {
    private NoteMarks() {}

    static List<Mark> of(Trace trace) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        trace.rows(FactKind.NOTED).stream().mapToObj(trace::fact).forEach(f -> {
            if (f instanceof Fact.Noted n)
                kind(n.note()).ifPresent(k -> marks.putIfAbsent(name(n, k),
                        new Mark(n.at(), k, n.node(), n.index())));
        });
        return List.copyOf(marks.values());
    }

    private static String name(Fact.Noted fact, Kind kind) {
        boolean one = fact.note() instanceof FaultNote && kind != Kind.COMMIT;
        return one ? kind + "@" + fact.at() : String.valueOf(fact.index());
    }

    static Optional<Kind> kind(Note note) {
        return switch (note) {
            case FaultNote f -> kind(f);
            case JoinNote.Paired p -> Optional.of(Kind.PAIR);
            case BrokerNote.Failed f -> f.dead() ? Optional.of(Kind.DEAD_LETTER) : Optional.empty();
            case JoinNote j -> Optional.empty();
            case BrokerNote b -> Optional.empty();
            case TableNote t -> Optional.empty();
            case WorkNote w -> Optional.empty();
            case ChangeNote c -> Optional.empty();
        };
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
            case FaultNote.Committed c -> Optional.of(Kind.COMMIT);
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

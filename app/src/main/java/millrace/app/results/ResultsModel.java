package millrace.app.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import millrace.app.look.Figures;
import millrace.app.results.ResultRow.Verdict;
import millrace.compile.Plan.PlanNode;
import millrace.design.Clock;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.measure.SinkTruth;
import millrace.operator.StreamType;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Run;
import millrace.trace.Trace;

/**
 * All results of a run in order: the panes that left its windows or, if it has no window, what reached its sinks.
 *
 * @param fields names of the fields beside window and key
 * @param rows in the order in which they left
 * @param columns which columns they need
 */
public record ResultsModel(Clock clock, List<String> fields, List<ResultRow> rows, Columns columns) {
    /**
     * Found once, in the background: each reads all rows.
     *
     * @param keyed some have a key
     * @param windowed some are of a window
     * @param fromSeveral they are of more than one node
     * @param judged of some it is known whether they are right
     */
    public record Columns(boolean keyed, boolean windowed, boolean fromSeveral, boolean judged) {
        private static Columns of(List<ResultRow> rows) {
            return new Columns(rows.stream().anyMatch(r -> !r.key().isEmpty()),
                    rows.stream().anyMatch(r -> r.window().isPresent()),
                    rows.stream().anyMatch(r -> !r.node().equals(rows.getFirst().node())),
                    rows.stream().anyMatch(r -> r.verdict() != Verdict.UNKNOWN));
        }
    }

    public ResultsModel {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }

    public ResultsModel(Clock clock, List<String> fields, List<ResultRow> rows) {
        this(clock, fields, rows, Columns.of(rows));
    }

    /** How many had left at an instant. */
    public int until(long time) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).at() <= time) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    public boolean keyed() {
        return columns.keyed;
    }

    public boolean windowed() {
        return columns.windowed;
    }

    public boolean fromSeveral() {
        return columns.fromSeveral;
    }

    public boolean judged() {
        return columns.judged;
    }

    /** How many of the first rows are so. */
    public long count(Verdict verdict, int until) {
        return rows.subList(0, until).stream().filter(r -> r.verdict() == verdict).count();
    }

    /** Reads a run. May be called on any thread. */
    public static ResultsModel of(Trace trace) {
        FactKind kind = trace.rows(FactKind.FIRED).size() > 0 ? FactKind.FIRED : FactKind.REACHED;
        return of(trace, trace.rows(kind).stream().mapToObj(trace::fact).map(f -> found(trace, f)).toList());
    }

    /**
     * What reached the sinks; if anything crashed, held against the run without crashes, with what is lost at the time at which it
     * would have come.
     */
    static ResultsModel reached(Run run, BooleanSupplier goOn) {
        Trace trace = run.trace();
        Optional<SinkTruth> truth = SinkTruth.of(run, goOn);
        List<Found> found = new ArrayList<>(trace.rows(FactKind.REACHED)
                .stream()
                .mapToObj(trace::fact)
                .map(f -> found(trace, f).judged(truth.flatMap(t -> verdict(t, f)).orElse(Verdict.UNKNOWN)))
                .toList());
        truth.ifPresent(t -> t.lost().forEach(f -> found.add(found(t.calm(), f).judged(Verdict.LOST))));
        found.sort(Comparator.comparingLong(f -> f.fact().at()));
        return of(trace, found);
    }

    private static Optional<Verdict> verdict(SinkTruth truth, Fact fact) {
        return Optional.ofNullable(truth.verdicts().get(fact.index())).map(v -> switch (v) {
            case RIGHT -> Verdict.RIGHT;
            case DOUBLED -> Verdict.DOUBLED;
            case WRONG -> Verdict.WRONG;
        });
    }

    private static ResultsModel of(Trace trace, List<Found> found) {
        Set<String> fields = new LinkedHashSet<>();
        found.forEach(f -> fields.addAll(f.names()));
        List<String> columns = new ArrayList<>(fields);
        List<ResultRow> rows = new ArrayList<>(found.size());
        for (Found f : found)
            rows.add(f.row(rows.size(), columns, trace.plan().clock()));
        return new ResultsModel(trace.plan().clock(), columns, rows);
    }

    private static Found found(Trace trace, Fact fact) {
        PlanNode node = trace.plan().nodes().get(trace.plan().nodeNumber(fact.node()));
        return switch (fact) {
            case Fact.Fired f -> new Found(f, f.event(), Optional.of(f.pane()), keyOf(node.outputs()), f.key());
            case Fact.Reached f -> {
                int key = keyOf(node.inputs());
                String text = key < 0 || key >= f.event().schema.fields().size() ? "" : text(f.event(), key, trace);
                Optional<Pane> pane = f.event().schema.panes() ? Optional.of(Pane.of(f.event())) : Optional.empty();
                yield new Found(f, f.event(), pane, key, text);
            }
            default -> throw new IllegalArgumentException("not a result: " + fact);
        };
    }

    private static String text(Event event, int field, Trace trace) {
        return Figures.text(event, field, trace.plan().clock());
    }

    private static int keyOf(List<StreamType> types) {
        return types.isEmpty() ? StreamType.UNKEYED : types.getFirst().key();
    }

    /** A result and where its key stands among its fields. */
    private record Found(Fact fact, Event event, Optional<Pane> pane, int keyField, String key, Verdict verdict) {
        Found(Fact fact, Event event, Optional<Pane> pane, int keyField, String key) {
            this(fact, event, pane, keyField, key, Verdict.UNKNOWN);
        }

        Found judged(Verdict next) {
            return new Found(fact, event, pane, keyField, key, next);
        }

        private static final int BOUNDS = 2;
        /** As in what a design expects: the sign of a change stands before its fields. */
        private static final String CHANGE = "change";

        List<String> names() {
            List<String> names = new ArrayList<>();
            if (event.schema.changelog()) names.add(CHANGE);
            for (int i = pane.isPresent() ? BOUNDS : 0; i < event.schema.fields().size(); i++) {
                if (i != keyField) names.add(event.schema.fields().get(i).name());
            }
            return names;
        }

        ResultRow row(int number, List<String> columns, Clock clock) {
            List<String> values = columns.stream().map(name -> value(name, clock)).toList();
            Optional<ResultRow.Window> window = pane
                    .map(p -> new ResultRow.Window(p.start(), p.end(), p.timing(), p.index(), p.retraction()));
            return new ResultRow(number, fact.at(), fact.node(), window, key, values,
                    verdict == Verdict.LOST ? -1 : fact.index(), verdict);
        }

        private String value(String name, Clock clock) {
            if (name.equals(CHANGE) && event.schema.changelog()) return ChangeKind.of(event).sign();
            OptionalInt at = event.schema.indexOf(name);
            return at.isEmpty() || at.getAsInt() == keyField ? "" : Figures.text(event, at.getAsInt(), clock);
        }
    }
}

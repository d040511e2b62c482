package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import millrace.app.chart.Levers;
import millrace.app.chart.TimeChart.LeverDrag;
import millrace.app.editor.Edits;
import millrace.app.editor.Transaction;
import millrace.app.text.Texts;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.design.Durations;
import millrace.design.Value;
import millrace.operator.WindowOperator;
import millrace.operator.WindowSpec;
import millrace.operator.Work;

/**
 * Turns what is dragged on the chart into edits of the settings behind it; all of one drag merge.
 *
 * @param plan of the run in which the drag began
 */
record ChartEdits(Plan plan, Edits edits) {
    /** One setting of one node. */
    private record Setting(String node, String path, long millis) {}

    Optional<Transaction> set(LeverDrag drag) {
        List<Setting> settings = switch (drag.lever()) {
            case BOUND -> bounds(drag);
            case SIZE -> size(drag);
            case OFFSET -> offset(drag.node(), drag.value());
            case GAP -> List.of(new Setting(drag.node(), "gap", drag.value()));
            case LATENESS -> List.of(new Setting(drag.node(), "lateness", drag.value()));
        };
        return settings.isEmpty() ? Optional.empty() : Optional.of(together(drag, settings));
    }

    private Transaction together(LeverDrag drag, List<Setting> settings) {
        String what = Texts.of("shell.drag." + drag.lever().name().toLowerCase(java.util.Locale.ROOT));
        return Transaction.of(what, state -> {
            var next = state;
            for (Setting s : settings)
                next = step(s).change().apply(next);
            return next;
        }).merging("drag " + drag.lever() + " of " + drag.node());
    }

    /** No offset is what is usual: it is not written. */
    private Transaction step(Setting s) {
        boolean usual = s.path().equals("offset") && s.millis() == 0;
        return usual ? edits.unset(s.node(), s.path())
                : edits.set(s.node(), s.path(), Value.of(Durations.format(s.millis())));
    }

    /** All bounds that the watermark follows go by as much. */
    private List<Setting> bounds(LeverDrag drag) {
        long by = drag.value() - drag.was();
        return Levers.makers(plan, drag.node())
                .stream()
                .map(m -> new Setting(m.node(), m.path(), Math.max(0, m.bound() + by)))
                .toList();
    }

    /** The window in the hand keeps its start: where that is no boundary of the new size, the offset follows. */
    private List<Setting> size(LeverDrag drag) {
        Optional<WindowSpec> window = window(drag.node());
        long size = window.filter(WindowSpec.Cumulate.class::isInstance)
                .map(w -> whole(drag.value(), ((WindowSpec.Cumulate) w).step()))
                .orElse(drag.value());
        List<Setting> settings = new ArrayList<>(List.of(new Setting(drag.node(), "size", size)));
        boolean tumbling = window.filter(WindowSpec.Tumbling.class::isInstance).isPresent();
        boolean cumulate = window.filter(WindowSpec.Cumulate.class::isInstance).isPresent();
        if (tumbling || cumulate) settings.addAll(aligned(drag, size, window.orElseThrow()));
        return settings;
    }

    private static List<Setting> aligned(LeverDrag drag, long size, WindowSpec window) {
        long was = window instanceof WindowSpec.Tumbling t ? t.offset() : ((WindowSpec.Cumulate) window).offset();
        long offset = Math.floorMod(drag.start(), size);
        boolean same = offset == Math.floorMod(was, size);
        return List.of(new Setting(drag.node(), "offset", same ? was : offset));
    }

    private List<Setting> offset(String node, long offset) {
        long period = period(node).orElse(Long.MAX_VALUE);
        return List.of(new Setting(node, "offset", Math.floorMod(offset, period)));
    }

    private static long whole(long size, long step) {
        return Math.max(step, size / step * step);
    }

    private OptionalLong period(String node) {
        return window(node).map(w -> switch (w) {
            case WindowSpec.Tumbling t -> OptionalLong.of(t.size());
            case WindowSpec.Sliding s -> OptionalLong.of(s.slide());
            case WindowSpec.Cumulate c -> OptionalLong.of(c.max());
            case WindowSpec.Session s -> OptionalLong.empty();
            case WindowSpec.EventSliding e -> OptionalLong.empty();
            case WindowSpec.Global g -> OptionalLong.empty();
            case WindowSpec.Count c -> OptionalLong.empty();
        }).orElse(OptionalLong.empty());
    }

    private Optional<WindowSpec> window(String node) {
        PlanNode planned = plan.nodes().get(plan.nodeNumber(node));
        return planned.work() instanceof Work.Transform t && t.operator() instanceof WindowOperator w
                ? Optional.of(w.window()) : Optional.empty();
    }
}

package millrace.operator;

import java.util.Optional;
import millrace.operator.Trigger.Site;
import org.jspecify.annotations.Nullable;

/**
 * The trigger of a window operator at work on rows: the standard one by a short cut that keeps nothing, any other by its
 * tree. Configuration only; a row's part is in the row.
 */
final class Firing {
    /** Where a row keeps the instant + 1 at which it has asked to be woken, if there is a tree. */
    static final int TIMER = Layout.extra();

    /** Null for the standard trigger: on time, and after each late event. */
    final @Nullable Trigger tree;
    final int width;
    final Site site = new Site();
    /** Whether an on-time pane leaves though nothing is new. */
    final boolean always;
    /** How long after its due time a trigger of processing time fires. */
    private final long after;

    Firing(WindowOperator spec) {
        if (isStandard(spec)) {
            tree = null;
            width = 0;
        } else {
            Trigger.Builder builder = new Trigger.Builder(spec.onTime(), spec.dialect());
            tree = builder.of(spec.trigger());
            width = builder.width;
        }
        always = spec.onTime() == OnTime.ALWAYS && spec.dialect().has(Dialect.Rule.UNCHANGED_ON_TIME);
        after = spec.dialect().has(Dialect.Rule.FIRES_AFTER_DUE) ? 1 : 0;
    }

    /** On time, and after each late event if any can come. */
    static boolean isStandard(WindowOperator spec) {
        if (spec.onTime() == OnTime.NEVER || !(spec.trigger() instanceof TriggerSpec.AfterWatermark t)) return false;
        if (t.early().isPresent()) return false;
        return spec.lateness() == 0 || spec.domain() == TimeDomain.PROCESSING
                || t.late().equals(Optional.of(new TriggerSpec.Repeatedly(new TriggerSpec.AfterCount(1))));
    }

    /** Numbers of its own that a row needs besides the tree's. */
    int extra() {
        return tree == null ? 0 : 1;
    }

    private Site at(Rows rows, int row, long end, long watermark, long now) {
        site.cells = rows.cells;
        site.at = row + rows.layout.trigger;
        site.end = end;
        site.watermark = watermark;
        site.now = now;
        site.onTime = false;
        return site;
    }

    /** Whether a pane is to leave after an event has been put into the row. */
    boolean onEvent(Rows rows, int row, long end, long watermark, long now) {
        if (tree == null) return end <= watermark;
        Site s = at(rows, row, end, watermark, now);
        s.ready = now - 1;
        if (s.passed()) tree.onPassed(s);
        if (tree.finished(s)) return false;
        tree.onEvent(s);
        return fires(rows, row, s);
    }

    /** The window of a row now has another end. */
    void onMoved(Rows rows, int row, long end, long watermark, long now) {
        if (tree != null) tree.onMoved(at(rows, row, end, watermark, now));
    }

    /** Takes in what another row's trigger remembers. */
    void merge(Rows rows, int row, int other, long end, long watermark, long now) {
        if (tree == null) return;
        Site from = new Site();
        from.cells = rows.cells;
        from.at = other + rows.layout.trigger;
        tree.merge(at(rows, row, end, watermark, now), from);
    }

    /** Whether a pane is to leave as the watermark passes the end. */
    boolean onPassed(Rows rows, int row, long end, long watermark, long now) {
        if (tree == null) return true;
        Site s = at(rows, row, end, watermark, now);
        s.ready = now - 1;
        if (tree.finished(s)) return false;
        tree.onPassed(s);
        return fires(rows, row, s) || s.onTime && always;
    }

    /** Whether the row's trigger will never fire again. */
    boolean finished(Rows rows, int row) {
        return tree != null && tree.finished(at(rows, row, 0, 0, 0));
    }

    /** Whether a pane is to leave at a due time. */
    boolean onTimer(Rows rows, int row, long end, long watermark, long now) {
        if (tree == null) return false;
        Site s = at(rows, row, end, watermark, now);
        s.ready = now - after;
        return !tree.finished(s) && fires(rows, row, s);
    }

    private boolean fires(Rows rows, int row, Site s) {
        if (tree == null || !tree.shouldFire(s)) return false;
        tree.onFire(s);
        return rows.cells[row + Layout.NEW] > 0;
    }

    /**
     * The instant at which the row must be woken and has not yet asked to be; {@link Long#MAX_VALUE} = none.
     *
     * @param earliest the first instant that can still be asked for
     */
    long newTimer(Rows rows, int row, long earliest) {
        if (tree == null || tree.finished(site)) return Long.MAX_VALUE;
        site.earliest = earliest - after;
        long due = tree.due(site);
        if (due == Long.MAX_VALUE) return Long.MAX_VALUE;
        long asked = rows.cells[row + TIMER];
        if (asked != 0 && asked - 1 <= due + after) return Long.MAX_VALUE;
        rows.cells[row + TIMER] = due + after + 1;
        return due + after;
    }

    /** Whether the row waits for a timer of this instant; it does no longer. */
    boolean takeTimer(Rows rows, int row, long time) {
        if (rows.cells[row + TIMER] - 1 != time) return false;
        rows.cells[row + TIMER] = 0;
        return true;
    }
}

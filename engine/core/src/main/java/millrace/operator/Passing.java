package millrace.operator;

import java.util.List;

/**
 * Fires as the watermark passes the end of the window; before that as one trigger says, after it as another. Its number is
 * 1 once the end has been passed.
 */
final class Passing extends Trigger {
    private final OnTime onTime;
    private final Trigger early;
    private final Trigger late;
    private final boolean goesOn;

    Passing(Builder place, OnTime onTime, Trigger early, Trigger late, boolean goesOn) {
        super(place, 1, List.of(early, late));
        this.onTime = onTime;
        this.early = early;
        this.late = late;
        this.goesOn = goesOn;
    }

    private boolean isLate(Site s) {
        return s.cells[s.at + cell] != 0;
    }

    private Trigger active(Site s) {
        return isLate(s) ? late : early;
    }

    @Override
    void onEvent(Site s) {
        Trigger active = active(s);
        if (!active.finished(s)) active.onEvent(s);
    }

    @Override
    boolean shouldFire(Site s) {
        if (!isLate(s) && s.passed() && onTime != OnTime.NEVER) return true;
        Trigger active = active(s);
        return !active.finished(s) && active.shouldFire(s);
    }

    @Override
    void onFire(Site s) {
        if (!isLate(s) && s.passed()) {
            s.onTime = true;
            pass(s);
        } else {
            active(s).onFire(s);
        }
    }

    @Override
    void onPassed(Site s) {
        if (onTime == OnTime.NEVER && !isLate(s)) pass(s);
        else
            super.onPassed(s);
    }

    private void pass(Site s) {
        s.cells[s.at + cell] = 1;
        early.reset(s);
        late.reset(s);
        if (!goesOn) finish(s, true);
    }

    @Override
    void onMoved(Site s) {
        if (isLate(s) && !s.passed()) unpass(s);
    }

    private void unpass(Site s) {
        s.cells[s.at + cell] = 0;
        finish(s, false);
        early.reset(s);
        late.reset(s);
    }

    @Override
    void merge(Site s, Site other) {
        boolean both = isLate(s) && isLate(other);
        if (isLate(s) && !both) unpass(s);
        super.merge(s, other);
    }

    @Override
    long due(Site s) {
        Trigger active = active(s);
        return active.finished(s) ? Long.MAX_VALUE : active.due(s);
    }

    @Override
    void reset(Site s) {
        super.reset(s);
        s.cells[s.at + cell] = 0;
    }
}

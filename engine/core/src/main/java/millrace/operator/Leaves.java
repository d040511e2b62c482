package millrace.operator;

/** Triggers without parts. */
final class Leaves {
    private Leaves() {}

    /** Once n events are in the pane. Its number counts them. */
    static final class Counting extends Trigger {
        private final int n;

        Counting(Builder place, int n) {
            super(place, 1);
            this.n = n;
        }

        @Override
        void onEvent(Site s) {
            s.cells[s.at + cell]++;
        }

        @Override
        boolean shouldFire(Site s) {
            return s.cells[s.at + cell] >= n;
        }

        @Override
        void onFire(Site s) {
            s.cells[s.at + cell] = 0;
            finish(s, true);
        }

        @Override
        void merge(Site s, Site other) {
            boolean done = finished(s) || finished(other);
            s.cells[s.at + cell] = done ? 0 : s.cells[s.at + cell] + other.cells[other.at + cell];
            finish(s, done);
        }

        @Override
        void reset(Site s) {
            super.reset(s);
            s.cells[s.at + cell] = 0;
        }
    }

    /** Some time after the pane's first event, or at the next full period. Its number is the due time + 1, or 0. */
    static final class Waiting extends Trigger {
        private final long delay;
        /** 0 = no period. */
        private final long period;
        private final long offset;
        private final boolean towardsZero;

        Waiting(Builder place, long delay) {
            super(place, 1);
            this.delay = delay;
            period = 0;
            offset = 0;
            towardsZero = false;
        }

        /** @param towardsZero before the offset, it is due one period later than it should */
        Waiting(Builder place, long period, long offset, boolean towardsZero) {
            super(place, 1);
            delay = 0;
            this.period = period;
            this.offset = offset;
            this.towardsZero = towardsZero;
        }

        @Override
        void onEvent(Site s) {
            if (s.cells[s.at + cell] == 0) s.cells[s.at + cell] = dueAfter(s.now) + 1;
        }

        private long dueAfter(long now) {
            if (period == 0) return now + delay;
            long since = now - offset;
            long periods = Math.ceilDiv(since, period) + (towardsZero && since < 0 && since % period != 0 ? 1 : 0);
            return periods * period + offset;
        }

        @Override
        boolean shouldFire(Site s) {
            long due = s.cells[s.at + cell];
            return due != 0 && due - 1 <= s.ready;
        }

        @Override
        long due(Site s) {
            long due = s.cells[s.at + cell];
            return due == 0 || due - 1 < s.earliest ? Long.MAX_VALUE : due - 1;
        }

        @Override
        void onFire(Site s) {
            s.cells[s.at + cell] = 0;
            finish(s, true);
        }

        @Override
        void merge(Site s, Site other) {
            long a = s.cells[s.at + cell];
            long b = other.cells[other.at + cell];
            s.cells[s.at + cell] = a == 0 || b == 0 ? Math.max(a, b) : Math.min(a, b);
            super.merge(s, other);
        }

        @Override
        void reset(Site s) {
            super.reset(s);
            s.cells[s.at + cell] = 0;
        }
    }

    /** Never. */
    static final class Silent extends Trigger {
        Silent(Builder place) {
            super(place, 0);
        }

        @Override
        void onEvent(Site s) {}

        @Override
        boolean shouldFire(Site s) {
            return false;
        }

        @Override
        void onFire(Site s) {}
    }
}

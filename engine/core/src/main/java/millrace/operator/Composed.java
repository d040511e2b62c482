package millrace.operator;

import java.util.List;

/** Triggers made of others. */
final class Composed {
    private Composed() {}

    /** Begins again whenever its part has finished. */
    static final class Repeating extends Trigger {
        private final Trigger part;

        Repeating(Builder place, Trigger part) {
            super(place, 0, List.of(part));
            this.part = part;
        }

        @Override
        void onEvent(Site s) {
            part.onEvent(s);
        }

        @Override
        boolean shouldFire(Site s) {
            return part.shouldFire(s);
        }

        @Override
        void onFire(Site s) {
            part.onFire(s);
            if (part.finished(s)) part.reset(s);
        }

        @Override
        void merge(Site s, Site other) {
            super.merge(s, other);
            if (part.finished(s)) part.reset(s);
        }
    }

    /** Fires once, when one of its parts would. */
    static final class First extends Trigger {
        First(Builder place, List<Trigger> parts) {
            super(place, 0, parts);
        }

        @Override
        void onEvent(Site s) {
            for (Trigger part : parts)
                if (!part.finished(s)) part.onEvent(s);
        }

        @Override
        boolean shouldFire(Site s) {
            for (Trigger part : parts)
                if (!part.finished(s) && part.shouldFire(s)) return true;
            return false;
        }

        @Override
        void onFire(Site s) {
            for (Trigger part : parts) {
                if (!part.finished(s) && part.shouldFire(s)) part.onFire(s);
                else
                    part.reset(s);
            }
            finish(s, true);
        }
    }

    /** Fires once, when all of its parts would. */
    static final class All extends Trigger {
        All(Builder place, List<Trigger> parts) {
            super(place, 0, parts);
        }

        @Override
        void onEvent(Site s) {
            for (Trigger part : parts)
                if (!part.finished(s)) part.onEvent(s);
        }

        @Override
        boolean shouldFire(Site s) {
            for (Trigger part : parts)
                if (!part.finished(s) && !part.shouldFire(s)) return false;
            return true;
        }

        @Override
        void onFire(Site s) {
            for (Trigger part : parts)
                if (!part.finished(s)) part.onFire(s);
            finish(s, true);
        }
    }

    /** Its parts, one after the other. */
    static final class Each extends Trigger {
        Each(Builder place, List<Trigger> parts) {
            super(place, 0, parts);
        }

        private int current(Site s) {
            int i = 0;
            while (i < parts.size() - 1 && parts.get(i).finished(s))
                i++;
            return i;
        }

        @Override
        void onEvent(Site s) {
            parts.get(current(s)).onEvent(s);
        }

        @Override
        boolean shouldFire(Site s) {
            return parts.get(current(s)).shouldFire(s);
        }

        @Override
        void onFire(Site s) {
            parts.get(current(s)).onFire(s);
            if (parts.getLast().finished(s)) finish(s, true);
        }

        @Override
        long due(Site s) {
            return parts.get(current(s)).due(s);
        }
    }

    /** One until another would fire; that firing is the last. */
    static final class Until extends Trigger {
        private final Trigger main;
        private final Trigger until;

        Until(Builder place, Trigger main, Trigger until) {
            super(place, 0, List.of(main, until));
            this.main = main;
            this.until = until;
        }

        @Override
        void onEvent(Site s) {
            if (!main.finished(s)) main.onEvent(s);
            if (!until.finished(s)) until.onEvent(s);
        }

        @Override
        boolean shouldFire(Site s) {
            return until.shouldFire(s) || !main.finished(s) && main.shouldFire(s);
        }

        @Override
        void onFire(Site s) {
            if (until.shouldFire(s)) {
                until.onFire(s);
                finish(s, true);
            } else {
                main.onFire(s);
                finish(s, main.finished(s));
            }
        }
    }
}

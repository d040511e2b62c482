package millrace.app.lanes;

import millrace.app.look.Ink;
import millrace.app.look.Theme;
import millrace.app.look.Tokens;

/** How many left in each stretch of time, where there are too many to be shown one by one. */
record Density(LaneLayout layout, int number) {
    static final int STEP = 3;

    /** How many left in each stretch of {@link #STEP} px. */
    int[] counts() {
        Lane lane = layout.model().lanes().get(number);
        var axis = layout.axis();
        int[] counts = new int[(int) Math.ceil((axis.end() - axis.start()) / STEP)];
        int before = lane.until((long) Math.ceil(axis.time(axis.start())) - 1);
        for (int i = 0; i < counts.length; i++) {
            int until = lane.until((long) Math.ceil(axis.time(axis.start() + (i + 1) * STEP)) - 1);
            counts[i] = until - before;
            before = until;
        }
        return counts;
    }

    void paint(Ink g, Theme theme, long playhead) {
        int[] counts = counts();
        int most = java.util.Arrays.stream(counts).max().orElse(1);
        double now = layout.axis().px(playhead);
        double room = layout.lane() - 8;
        g.setFill(theme.token());
        for (int i = 0; i < counts.length; i++) {
            double x = layout.axis().start() + i * STEP;
            double high = counts[i] == 0 ? 0 : Math.max(2, room * counts[i] / Math.max(1, most));
            g.setGlobalAlpha(x > now ? Tokens.FUTURE : 1);
            g.fillRect(x, layout.y(number) - high / 2, STEP - 1, high);
        }
        g.setGlobalAlpha(1);
    }
}

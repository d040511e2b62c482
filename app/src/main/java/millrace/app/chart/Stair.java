package millrace.app.chart;

import java.util.Arrays;
import java.util.List;
import millrace.trace.WatermarkLine.Step;

/**
 * The corner points of the watermark's stair in a plot, px; at most one step for each row of pixels, the last one in it.
 */
record Stair(double[] xs, double[] ys) {
    static final Stair NONE = new Stair(new double[0], new double[0]);

    /** @param behind how far behind the watermark the stair runs, ms of event time */
    static Stair of(ChartModel model, Plot plot, long behind) {
        List<Step> steps = model.watermark().steps();
        int first = Math.max(0, after(steps, plot.up().from()) - 1);
        int last = after(steps, plot.up().to());
        double[] xs = new double[2 * (last - first) + 2];
        double[] ys = new double[xs.length];
        int n = 0;
        double x = first == 0 ? plot.area().getMinX() - 20 : x(steps.get(first - 1), plot, behind);
        for (int i = first; i < last; i++) {
            double y = plot.clampedY(steps.get(i).at());
            double next = x(steps.get(i), plot, behind);
            // A step back, after a crash, is to be seen though steps on follow it at once.
            boolean sameRow = n > 0 && Math.abs(ys[n - 1] - y) < 0.5 && next >= xs[n - 1];
            if (!sameRow) {
                xs[n] = x;
                ys[n++] = y;
                ys[n++] = y;
            }
            xs[n - 1] = next;
            x = next;
        }
        if (n > 0) {
            xs[n] = x;
            ys[n++] = plot.area().getMinY() - 20;
        }
        return new Stair(Arrays.copyOf(xs, n), Arrays.copyOf(ys, n));
    }

    private static double x(Step step, Plot plot, long behind) {
        boolean finite = Math.abs((double) step.watermark()) < 8e15;
        return plot.clampedX(finite ? step.watermark() - behind : step.watermark());
    }

    int size() {
        return xs.length;
    }

    /** How many steps lie at or before a time. */
    private static int after(List<Step> steps, double time) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).at() <= time) low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}

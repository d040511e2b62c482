package millrace.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Value;

/** Rows of input drawn from a fixed seed: an event for each millisecond, delayed by 2 s in the mean and 10 s at most. */
final class Rows {
    private static final int KEYS = 1000;

    private Rows() {}

    /** In order of arrival. */
    static Columns columns(int count) {
        Random random = new Random(42);
        long[][] rows = new long[count][];
        for (int i = 0; i < count; i++) {
            long delay = Math.min(10_000, (long) (-2000 * StrictMath.log(1 - random.nextDouble())));
            rows[i] = new long[] {i + delay, i, random.nextInt(KEYS), random.nextInt(100)};
        }
        java.util.Arrays.sort(rows, (a, b) -> Long.compare(a[0], b[0]));
        int[] key = new int[count];
        long[] value = new long[count];
        long[] eventTime = new long[count];
        for (int i = 0; i < count; i++) {
            eventTime[i] = rows[i][1];
            key[i] = (int) rows[i][2];
            value[i] = rows[i][3];
        }
        return new Columns(key, value, eventTime);
    }

    /** A design whose source is a timetable of that many rows, as a person would have it open. */
    static Design asTimetable(Design design, int count) {
        Columns columns = columns(count);
        List<Value> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Value.of(List.of(Value.of(time(columns.eventTime(i))), Value.of(time(columns.arrival(i) + 10_000)),
                    Value.of(columns.key()[i]), Value.of(columns.value()[i]))));
        }
        List<Node> nodes = new ArrayList<>();
        for (Node node : design.nodes()) {
            nodes.add(node.type().equals("timetable") ? node.with("rows", Value.of(rows)) : node);
        }
        return design.withNodes(nodes);
    }

    private static String time(long instant) {
        return Clock.MIDNIGHT.format(instant);
    }
}

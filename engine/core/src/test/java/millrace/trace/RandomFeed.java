package millrace.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.event.Timing;
import millrace.operator.WindowSpec;

/** Random facts of a keyed window node, such as an engine might tell. */
final class RandomFeed {
    private static final String[] KEYS = {"A", "B", "C"};

    private record Live(String key, long start, long end) {}

    private final Random random;
    private final HandFed hand;
    private final TraceRecorder recorder;
    private final List<Live> live = new ArrayList<>();
    private long id = 1;
    private long watermark;
    private int index;

    private RandomFeed(Random random, WindowSpec window) {
        this.random = random;
        hand = new HandFed(window, 5000);
        recorder = hand.recorder;
    }

    static Trace tumbling(Random random, int steps) {
        RandomFeed feed = new RandomFeed(random, new WindowSpec.Tumbling(1000, 0));
        for (int i = 1; i <= steps; i++)
            feed.step(i, false);
        return feed.hand.trace();
    }

    static Trace sessions(Random random, int steps) {
        RandomFeed feed = new RandomFeed(random, new WindowSpec.Session(1000));
        for (int i = 1; i <= steps; i++)
            feed.step(i, true);
        return feed.hand.trace();
    }

    private void step(int step, boolean session) {
        recorder.moment(step, step * 100L);
        switch (random.nextInt(6)) {
            case 0 -> recorder.advanced(HandFed.BY2, watermark = step * 100L - 2000);
            case 1 -> fire(random.nextBoolean());
            case 2 -> expire();
            default -> add(step * 100L - random.nextInt(4000), session);
        }
    }

    private void add(long time, boolean session) {
        Event event = new Event(id++, time, HandFed.SCORE.schema(), new long[] {time % 10}, new Object[0]);
        String key = KEYS[random.nextInt(KEYS.length)];
        recorder.emitted(HandFed.SCORES, 0, event);
        Live window = session ? merged(key, time)
                : new Live(key, Math.floorDiv(time, 1000L) * 1000, Math.floorDiv(time, 1000L) * 1000 + 1000);
        if (!live.contains(window)) live.add(window);
        recorder.added(HandFed.BY2, event, key, window.start, window.end, time < watermark, watermark);
    }

    private Live merged(String key, long time) {
        long start = time;
        long end = time + 1000;
        List<Live> touched = new ArrayList<>();
        for (Live w : live) {
            if (w.key.equals(key) && w.start <= time + 1000 && w.end >= time) touched.add(w);
        }
        for (Live w : touched) {
            start = Math.min(start, w.start);
            end = Math.max(end, w.end);
        }
        for (Live w : touched) {
            if (w.start == start && w.end == end) continue;
            live.remove(w);
            recorder.merged(HandFed.BY2, key, w.start, w.end, start, end);
        }
        return new Live(key, start, end);
    }

    private void fire(boolean retraction) {
        if (live.isEmpty()) return;
        Live w = live.get(Math.max(0, live.size() - 1 - random.nextInt(4)));
        long[] nums = new long[HandFed.SUMS.schema().nums()];
        Pane.write(nums, w.start, w.end, Timing.EARLY, index++, false, retraction);
        Event pane = new Event(id++, w.end - 1, HandFed.SUMS.schema(), nums, new Object[0]);
        recorder.fired(HandFed.BY2, w.key, pane, Timing.EARLY, watermark);
    }

    private void expire() {
        while (live.size() > 8) {
            Live w = live.remove(random.nextInt(live.size()));
            recorder.expired(HandFed.BY2, w.key, w.start, w.end, watermark);
        }
    }
}

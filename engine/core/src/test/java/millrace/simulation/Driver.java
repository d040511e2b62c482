package millrace.simulation;

import java.util.ArrayList;
import java.util.List;
import millrace.event.Watermark;
import millrace.operator.SourceSpec;
import millrace.operator.SourceTiming;

/**
 * Drives a feed and its watermark clock as the simulation does, and writes down what the source sends: "12:05:19 event 12:00:26",
 * "12:05:43 watermark 12:01:00", "12:00:15 idle West" (a partition), "12:00:15 all idle", "12:09:00 end".
 */
final class Driver implements WatermarkClock.Listener {
    /** Hears nothing. */
    static final class Silent implements WatermarkClock.Listener {
        @Override
        public void advanced(int partition, long watermark) {}

        @Override
        public void idle(int partition, boolean idle) {}
    }

    private final List<String> said = new ArrayList<>();
    private final SourceTiming timing;
    private final SourceFeed feed;
    private final WatermarkClock clock;
    private long now = Feeds.NOON;
    private long sent = Watermark.NONE;
    private boolean more;

    private Driver(SourceSpec spec) {
        timing = spec.timing();
        feed = SourceFeed.of(spec, Feeds.NOON, 1, "source");
        clock = new WatermarkClock(timing, Feeds.NOON, feed);
    }

    static List<String> run(SourceSpec spec) {
        Driver driver = new Driver(spec);
        driver.run();
        return driver.said;
    }

    private void run() {
        more = feed.advance();
        long end = more ? Long.MAX_VALUE : SourceFeed.endsAt(timing.end(), now);
        while (Math.min(Math.min(end, clock.due()), more ? feed.arrival() : end) != Long.MAX_VALUE) {
            if (more && feed.arrival() <= clock.due()) {
                arrive();
                end = more ? end : SourceFeed.endsAt(timing.end(), now);
            } else if (clock.due() <= end && end != now) tick();
            else {
                now = end;
                clock.end(this);
                say("end");
                return;
            }
        }
    }

    private void arrive() {
        now = feed.arrival();
        if (clock.wake(now, feed.partition(), this)) say("active");
        say("event " + Feeds.CLOCK.format(feed.eventTime()));
        clock.observe(now, feed, this);
        watermark();
        more = feed.advance();
    }

    private void tick() {
        boolean idle = clock.idle();
        now = clock.due();
        clock.fire(now, this);
        watermark();
        if (clock.idle() && !idle) say("all idle");
    }

    private void watermark() {
        if (clock.watermark() <= sent) return;
        sent = clock.watermark();
        say("watermark " + Feeds.CLOCK.format(sent));
    }

    private void say(String what) {
        said.add(Feeds.CLOCK.format(now) + " " + what);
    }

    @Override
    public void advanced(int partition, long watermark) {}

    @Override
    public void idle(int partition, boolean idle) {
        say((idle ? "idle " : "wakes ") + timing.partitions().get(partition));
    }
}

package millrace.simulation;

import java.util.Random;
import millrace.design.Clock;

/** A timetable drawn from a seed: events of a few keys out of order, and a watermark that sometimes runs ahead of them. */
final class RandomTimetable {
    private static final long NOON = 43_200_000;

    private RandomTimetable() {}

    static String draw(Random random, int events) {
        StringBuilder text = new StringBuilder();
        long now = NOON;
        long watermark = 0;
        for (int i = 0; i < events; i++) {
            now += random.nextInt(3) == 0 ? 0 : random.nextInt(4000);
            long happened = now - (random.nextInt(4) == 0 ? random.nextInt(40_000) : random.nextInt(3000));
            String key = "" + (char) ('a' + random.nextInt(4));
            text.append("%s %s=%d@%s\n".formatted(time(now), key, random.nextInt(20), time(happened)));
            long next = now - random.nextInt(15_000);
            if (random.nextInt(3) > 0 || next <= watermark) continue;
            watermark = next;
            text.append("%s wm %s\n".formatted(time(now), time(watermark)));
        }
        return text + "%s end\n".formatted(time(now + 1000));
    }

    private static String time(long instant) {
        return Clock.MIDNIGHT.format(instant);
    }
}

package millrace.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import millrace.event.Watermark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlinesTest {
    private record Entry(long at, int what) {}

    /** Against a list that is sorted by time, the sort being stable; times near and far, before and after 0. */
    @ParameterizedTest
    @ValueSource(longs = {3, 70, 5_000, 400_000, 1L << 33, 1L << 50})
    void givesThemByTimeThenAsAdded(long spread) {
        Random random = new Random(spread);
        Deadlines deadlines = new Deadlines();
        List<Entry> plain = new ArrayList<>();
        long limit = -4 * spread;
        for (int round = 0; round < 3_000; round++) {
            for (int i = random.nextInt(4); i > 0; i--) {
                Entry entry = new Entry(limit + random.nextLong(spread), round * 4 + i);
                plain.add(entry);
                deadlines.add(entry.at, entry.what);
            }
            limit += random.nextLong(spread / 3 + 1) / (1 + random.nextInt(50));
            if (round % 100 == 7) deadlines = sameCopy(deadlines);
            poll(deadlines, plain, limit);
        }
        poll(deadlines, plain, Watermark.FINAL);
        assertTrue(plain.isEmpty());
        assertEquals(0, deadlines.size());
    }

    private static void poll(Deadlines deadlines, List<Entry> plain, long limit) {
        plain.sort(Comparator.comparingLong(Entry::at));
        while (!plain.isEmpty() && plain.getFirst().at < limit)
            assertEquals(plain.removeFirst().what, deadlines.poll(limit));
        assertEquals(-1, deadlines.poll(limit));
        assertEquals(plain.size(), deadlines.size());
    }

    private static Deadlines sameCopy(Deadlines deadlines) {
        Deadlines copy = deadlines.copy();
        assertEquals(deadlines.hash(), copy.hash());
        deadlines.add(Watermark.FINAL - 1, 1);
        assertEquals(deadlines.size() - 1, copy.size());
        return copy;
    }

    @Test
    void takesTheExtremes() {
        Deadlines deadlines = new Deadlines();
        deadlines.add(Long.MAX_VALUE - 1, 1);
        deadlines.add(Long.MIN_VALUE, 2);
        deadlines.add(0, 3);
        deadlines.add(-1, 4);
        List<Integer> polled = new ArrayList<>();
        for (int what = deadlines.poll(Long.MAX_VALUE); what >= 0; what = deadlines.poll(Long.MAX_VALUE))
            polled.add(what);
        assertEquals(List.of(2, 4, 3, 1), polled);
    }

    @Test
    void whatIsClearedIsGone() {
        Deadlines deadlines = new Deadlines();
        for (int i = 0; i < 100; i++)
            deadlines.add(i * 1_000, i);
        deadlines.clear();
        assertEquals(-1, deadlines.poll(Long.MAX_VALUE));
        deadlines.add(5, 7);
        assertEquals(7, deadlines.poll(6));
    }
}

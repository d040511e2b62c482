package millrace.operator;

import java.util.List;

/**
 * A consumer group of a log: what it reads, and when. All times are processing times, ms.
 *
 * @param from where it begins to read
 * @param readers how many; partition p belongs to reader p modulo their number, counted from 0
 * @param takes how long a reader is busy with an event before it passes it on
 * @param joins when it begins to read; {@link Long#MIN_VALUE} = with the run
 * @param resets when it goes back to the earliest record and reads all again; ascending
 */
public record LogGroup(String name, From from, int readers, long takes, long joins, List<Pause> pauses,
        List<Slow> slow, List<Long> resets) {
    public LogGroup {
        pauses = List.copyOf(pauses);
        slow = List.copyOf(slow);
        resets = List.copyOf(resets);
    }

    /** Where a group begins to read. */
    public sealed interface From {
        /** The oldest record that is there. */
        record Earliest() implements From {}

        /** What is appended after it has joined. */
        record Latest() implements From {}

        /** This offset, of each partition. */
        record Offset(long offset) implements From {}

        /** The first record that was appended at this time or later. */
        record Time(long time) implements From {}
    }

    /** From {@code from} until before {@code to} no event is taken, of this partition or ({@link #ALL}) of any. */
    public record Pause(long from, long to, int partition) {
        public static final int ALL = -1;

        boolean covers(int p, long now) {
            return from <= now && now < to && (partition == ALL || partition == p);
        }
    }

    /** What is taken from {@code from} until before {@code to} takes this long instead. */
    public record Slow(long from, long to, long takes) {}

    boolean paused(int partition, long now) {
        return pauses.stream().anyMatch(p -> p.covers(partition, now));
    }

    /** Whether any pause holds at {@code now}. */
    boolean paused(long now) {
        return pauses.stream().anyMatch(p -> p.from <= now && now < p.to);
    }

    /** When the next pause after now begins or ends; {@link Long#MAX_VALUE} = none does. */
    long turns(long now) {
        long turn = Long.MAX_VALUE;
        for (Pause p : pauses) {
            if (p.from > now) turn = Math.min(turn, p.from);
            if (p.to > now) turn = Math.min(turn, p.to);
        }
        return turn;
    }

    long takes(long now) {
        for (Slow s : slow)
            if (s.from <= now && now < s.to) return s.takes;
        return takes;
    }
}

package millrace.expect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import millrace.event.Event;
import millrace.operator.BrokerNote;

/** What was noted of logs and queues, to ask how one stood at a time. */
final class Brokers {
    private record Entry(int node, long at, BrokerNote note) {}

    private final List<Entry> entries = new ArrayList<>();

    void noted(int node, long at, BrokerNote note) {
        entries.add(new Entry(node, at, note));
    }

    /** Everything about one node up to the end of an instant, in order. */
    List<BrokerNote> of(int node, long at) {
        return entries.stream().filter(e -> e.node == node && e.at <= at).map(Entry::note).toList();
    }

    /** The records of a partition by offset. */
    static TreeMap<Long, Event> records(List<BrokerNote> notes, int partition) {
        TreeMap<Long, Event> records = new TreeMap<>();
        for (BrokerNote note : notes) {
            switch (note) {
                case BrokerNote.Appended n when n.partition() == partition -> records.put(n.offset(), n.subject());
                case BrokerNote.Retired n when n.partition() == partition -> records.remove(n.offset());
                case BrokerNote.Cleaned n when n.partition() == partition -> records.remove(n.offset());
                default -> {
                }
            }
        }
        return records;
    }

    /** Records or messages that are there. */
    static long held(List<BrokerNote> notes) {
        long held = 0;
        for (BrokerNote note : notes) {
            switch (note) {
                case BrokerNote.Appended n -> held++;
                case BrokerNote.Sent n -> held++;
                case BrokerNote.Retired n -> held--;
                case BrokerNote.Cleaned n -> held--;
                case BrokerNote.Done n -> held--;
                case BrokerNote.Failed n -> held -= n.dead() ? 1 : 0;
                default -> {
                }
            }
        }
        return held;
    }

    /** How often work on a message failed. */
    static long failed(List<BrokerNote> notes) {
        return notes.stream().filter(BrokerNote.Failed.class::isInstance).count();
    }

    /** The offsets that are appended next. */
    static long[] ends(List<BrokerNote> notes, int partitions) {
        long[] ends = new long[partitions];
        for (BrokerNote note : notes)
            if (note instanceof BrokerNote.Appended n) ends[n.partition()] = n.offset() + 1;
        return ends;
    }

    /** The offsets that a group reads next. */
    static long[] positions(List<BrokerNote> notes, String group, int partitions) {
        long[] positions = new long[partitions];
        for (BrokerNote note : notes) {
            switch (note) {
                case BrokerNote.Joined n when n.group().equals(group) -> set(positions, n.positions());
                case BrokerNote.Moved n when n.group().equals(group) -> set(positions, n.to());
                case BrokerNote.Read n when n.group().equals(group) -> positions[n.partition()] = n.offset() + 1;
                default -> {
                }
            }
        }
        return positions;
    }

    private static void set(long[] positions, List<Long> to) {
        Arrays.setAll(positions, to::get);
    }
}

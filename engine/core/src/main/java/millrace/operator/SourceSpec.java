package millrace.operator;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import millrace.event.ChangeKind;
import org.jspecify.annotations.Nullable;

/** Where events come from. All times in milliseconds. */
public sealed interface SourceSpec {
    StreamType type();

    SourceTiming timing();

    /** Typed rows in order of arrival; rows of one instant in the order in which they were written. */
    record Timetable(StreamType type, SourceTiming timing, List<Entry> rows) implements SourceSpec {
        /**
         * @param line the row's number in the table, from 0
         * @param values as in {@code Event.value}: String, Long, Double, Boolean or null, in schema order
         */
        public record Entry(int line, long eventTime, long arrival, int partition, List<@Nullable Object> values) {}
    }

    /**
     * Random events.
     *
     * @param count events in all; {@link Long#MAX_VALUE} = endless
     * @param rate events per second of event time, above 0
     * @param bursts every {@code burstEvery} ms the rate is {@code burstFactor} for {@code burstFor} ms; burstEvery 0 = none
     */
    record Generator(StreamType type, SourceTiming timing, long count, double rate, long burstEvery, long burstFor,
            double burstFactor, Keys keys, Values values, Delay delay) implements SourceSpec {}

    /** @param zipf exponent of Zipf's law; 0 = uniform. Keys are named "A", "B", ... "Z", "K27", ... */
    record Keys(int count, double zipf) {
        /** Of a key by name: the partition of that name, else the one whose place is the key's number modulo how many there are. */
        public static int partition(String key, List<String> partitions) {
            if (partitions.size() <= 1) return 0;
            int named = partitions.indexOf(key);
            if (named >= 0) return named;
            boolean letter = key.length() == 1 && key.charAt(0) >= 'A' && key.charAt(0) <= 'Z';
            boolean numbered = key.matches("K[1-9]\\d{0,8}");
            long number = letter ? key.charAt(0) - 'A'
                    : numbered ? Long.parseLong(key.substring(1)) - 1
                            : Numbers.stable(key);
            return (int) Long.remainderUnsigned(number, partitions.size());
        }
    }

    /** A value's distribution over whole numbers. */
    sealed interface Values {
        record Constant(long value) implements Values {}

        record Uniform(long from, long to) implements Values {}

        record Normal(double mean, double deviation) implements Values {}

        /** 1, 2, 3, ... in order of event time. */
        record Sequence() implements Values {}
    }

    /** How long an event is on its way, ms; never negative. */
    sealed interface Delay {
        record Constant(long delay) implements Delay {}

        record Uniform(long from, long to) implements Delay {}

        record Normal(double mean, double deviation) implements Delay {}

        record Exponential(double mean) implements Delay {}

        /** Pareto's law with scale (smallest delay) and shape (above 0; smaller = heavier tail). */
        record Pareto(double scale, double shape) implements Delay {}

        /** A phone in a tunnel: what happens in [from, to) arrives at {@code to}, one after another; else {@code usual}. */
        record Outage(long from, long to, Delay usual) implements Delay {}
    }

    /** Rows of a CSV or JSON Lines file, read as a stream. */
    record File(StreamType type, SourceTiming timing, String name, Format format, boolean gzip, Opener opener,
            String eventTimeColumn, String arrivalColumn, TimeFormat timeFormat, List<String> columns,
            String partitionColumn) implements SourceSpec {
        public enum Format {
            CSV,
            JSON_LINES
        }

        /** How a time column is written; {@code pattern} is a DateTimeFormatter pattern (UTC) for PATTERN, else empty. */
        public record TimeFormat(Kind kind, String pattern) {
            public enum Kind {
                MILLIS,
                SECONDS,
                ISO,
                CLOCK,
                PATTERN
            }
        }

        /** Opens the file anew; the one way in which the engine reaches outside. */
        public interface Opener {
            InputStream open() throws IOException;
        }
    }

    /** A table whose rows are edited; each edit leaves as the changes that it makes. The type's schema is one of changes. */
    record Database(StreamType type, SourceTiming timing, Edits edits) implements SourceSpec {
        /** Who edits. */
        public sealed interface Edits {
            /** The changes of edits by script, in order of processing time. */
            record Listed(List<Change> changes) implements Edits {}

            /**
             * Random edits by the seed: of a key without a row an insert, else an update or, one time in four, a delete.
             *
             * @param rate edits per second, above 0
             * @param keys how many keys there are
             * @param besides edits by script among them, in order of processing time: each an insert, an update or a delete of the row
             *        as it is then; an insert of a row that is there updates it, an update of one that is not inserts it
             */
            record Random(int count, double rate, int keys, List<Change> besides) implements Edits {
                public Random {
                    besides = List.copyOf(besides);
                }
            }
        }

        /**
         * @param line the edit's number in the list, from 0
         * @param values as in {@code Event.value}, in schema order
         */
        public record Change(int line, ChangeKind kind, long eventTime, long at, List<@Nullable Object> values) {}
    }

    /** Rows that whoever runs the plan holds in memory: for measuring, and for programs that use the engine. */
    record InMemory(StreamType type, SourceTiming timing, Table rows) implements SourceSpec {
        /** Rows in order of arrival. Must not change while a run uses it. */
        public interface Table {
            int size();

            /** Event time of a row, ms. */
            long eventTime(int row);

            /** Arrival of a row, ms; never less than that of the row before. */
            long arrival(int row);

            /** Writes a row's fields to the slots of the source's schema. */
            void values(int row, long[] nums, @Nullable Object[] refs);

            /** The partition of a row. */
            default int partition(int row) {
                return 0;
            }
        }
    }
}

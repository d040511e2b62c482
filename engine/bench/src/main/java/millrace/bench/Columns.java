package millrace.bench;

import java.util.Arrays;
import java.util.stream.IntStream;
import millrace.operator.SourceSpec;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a key and a value in arrays.
 *
 * @param arrival when each arrives, ms
 */
record Columns(int[] key, long[] value, long[] eventTime, int[] arrival) implements SourceSpec.InMemory.Table {
    /** One arrives each millisecond. */
    Columns(int[] key, long[] value, long[] eventTime) {
        this(key, value, eventTime, IntStream.range(0, key.length).toArray());
    }

    /** The rows with an even value, or those with an odd one; each arrives when it did. */
    Columns ofParity(int parity) {
        int[] rows = IntStream.range(0, key.length).filter(i -> (value[i] & 1) == parity).toArray();
        return new Columns(Arrays.stream(rows).map(i -> key[i]).toArray(),
                Arrays.stream(rows).mapToLong(i -> value[i]).toArray(),
                Arrays.stream(rows).mapToLong(i -> eventTime[i]).toArray(),
                Arrays.stream(rows).map(i -> arrival[i]).toArray());
    }

    @Override
    public int size() {
        return key.length;
    }

    @Override
    public long eventTime(int row) {
        return eventTime[row];
    }

    @Override
    public long arrival(int row) {
        return arrival[row];
    }

    @Override
    public void values(int row, long[] nums, @Nullable Object[] refs) {
        nums[0] = key[row];
        nums[1] = value[row];
    }
}

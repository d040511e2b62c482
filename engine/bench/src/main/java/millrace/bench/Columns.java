package millrace.bench;

import millrace.operator.SourceSpec;
import org.jspecify.annotations.Nullable;

/** Rows of a key and a value in arrays; one arrives each millisecond. */
record Columns(int[] key, long[] value, long[] eventTime) implements SourceSpec.InMemory.Table {
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
        return row;
    }

    @Override
    public void values(int row, long[] nums, @Nullable Object[] refs) {
        nums[0] = key[row];
        nums[1] = value[row];
    }
}

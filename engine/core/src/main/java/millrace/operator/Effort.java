package millrace.operator;

/**
 * How a node works, whatever it does.
 *
 * @param workTime processing time that it takes for each event, ms
 * @param instances how many work side by side, each on the keys that are its own
 * @param asPartitioned whether the input is taken as its sender has partitioned it, instead of dealt out again by key
 */
public record Effort(long workTime, int instances, boolean asPartitioned) {
    public static final Effort NONE = new Effort(0, 1, false);
}

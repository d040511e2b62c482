package millrace.operator;

/**
 * Passes on the first event of each key and leaves out all others, or those of a while.
 *
 * @param key the field that tells events apart
 * @param timeToLive ms of processing time that a key is known after its first event; {@link Long#MAX_VALUE} = for ever
 */
public record Deduplicate(int key, long timeToLive) implements Operator {
    @Override
    public Processor start() {
        return new FirstOfKey(this);
    }
}

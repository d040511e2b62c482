package millrace.catalog;

import millrace.operator.StreamType;

/** Inputs that must have a key. */
final class Keys {
    private Keys() {}

    /** @param key of the sentence that says what the node needs the key for */
    static void needed(StreamType in, Reader reader, String key) {
        boolean unknown = in.schema().fields().isEmpty();
        if (!in.keyed() && !unknown) reader.error("", key);
    }
}

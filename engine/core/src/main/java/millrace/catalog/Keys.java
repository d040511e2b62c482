package millrace.catalog;

import millrace.operator.StreamType;

/** Inputs that must have a key. */
final class Keys {
    private Keys() {}

    /** @param why what the node needs the key for: "keeps one row for each key" */
    static void needed(StreamType in, Reader reader, String why) {
        boolean unknown = in.schema().fields().isEmpty();
        if (!in.keyed() && !unknown)
            reader.error("", "no-key", "it " + why + ", and its input has none",
                    "name the key at the source, or put Key by before it");
    }
}

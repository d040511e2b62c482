package millrace.event;

/** What an event says of a table, as Flink's RowKind: a row comes, is replaced (in two records), or goes. */
public enum ChangeKind {
    INSERT("+I"),
    UPDATE_BEFORE("-U"),
    UPDATE_AFTER("+U"),
    DELETE("-D");

    private static final ChangeKind[] ALL = values();

    private final String sign;

    ChangeKind(String sign) {
        this.sign = sign;
    }

    /** "+I", "-U", "+U", "-D". */
    public String sign() {
        return sign;
    }

    /** Whether the row is there after it; otherwise it is taken back. */
    public boolean adds() {
        return this == INSERT || this == UPDATE_AFTER;
    }

    /**
     * The kind of any event: a stream of events only inserts; a window that retracts takes panes back; the events of a
     * changelog say it themselves.
     */
    public static ChangeKind of(Event event) {
        Schema schema = event.schema;
        if (schema.changelog()) return ALL[(int) event.num(Schema.CHANGE)];
        if (!schema.panes()) return INSERT;
        return Pane.of(event).retraction() ? UPDATE_BEFORE : INSERT;
    }

    /** Marks the numbers of an event of a changelog, see {@link Schema#changelog()}. */
    public void write(long[] nums) {
        nums[Schema.CHANGE] = ordinal();
    }
}

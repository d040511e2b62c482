package millrace.catalog;

/** The palette's groups, as the field groups things. */
public enum Group {
    SOURCES("Sources", State.NONE),
    BROKERS("Brokers", State.LOG),
    TRANSFORMS("Transforms", State.NONE),
    WINDOWS("Windows", State.WINDOWS),
    JOINS("Joins", State.SIDES),
    TABLES("Tables", State.ROWS),
    SINKS("Sinks", State.OUTPUT);

    private final String title;
    private final State state;

    Group(String title, State state) {
        this.title = title;
        this.state = state;
    }

    public String title() {
        return title;
    }

    /** What most of its types keep. */
    State state() {
        return state;
    }
}

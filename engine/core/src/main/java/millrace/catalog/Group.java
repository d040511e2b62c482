package millrace.catalog;

/** The palette's groups, as the field groups things. */
public enum Group {
    SOURCES("Sources"),
    BROKERS("Brokers"),
    TRANSFORMS("Transforms"),
    WINDOWS("Windows"),
    JOINS("Joins"),
    TABLES("Tables"),
    SINKS("Sinks");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}

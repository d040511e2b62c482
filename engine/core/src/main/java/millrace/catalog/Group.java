package millrace.catalog;

/** The palette's groups, as the field groups things. */
public enum Group {
    SOURCES("Sources"),
    TRANSFORMS("Transforms"),
    WINDOWS("Windows"),
    SINKS("Sinks");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}

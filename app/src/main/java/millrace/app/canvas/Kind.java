package millrace.app.canvas;

import java.util.Optional;
import java.util.Set;
import millrace.catalog.NodeType;
import millrace.catalog.Setting;

/** What a node's body shows. */
enum Kind {
    SOURCE,
    TRANSFORM,
    /** Rows by key: a database's copy, an aggregate, a view. */
    TABLE,
    /** Two sides that wait for each other. */
    JOIN,
    LOG,
    QUEUE,
    WINDOW,
    SINK,
    /** A type that this version does not know. */
    UNKNOWN;

    /** They belong to tables but keep none. */
    private static final Set<String> PASSING = Set.of("to-stream", "envelope");

    static Kind of(Optional<NodeType> type) {
        return type.map(t -> switch (t.group()) {
            case SOURCES -> SOURCE;
            case TRANSFORMS -> TRANSFORM;
            case BROKERS -> t.id().equals("queue") ? QUEUE : LOG;
            case JOINS -> JOIN;
            case TABLES -> PASSING.contains(t.id()) ? TRANSFORM : TABLE;
            case WINDOWS -> WINDOW;
            case SINKS -> SINK;
        }).orElse(UNKNOWN);
    }

    /** Whether nodes of the type have windows with bounds in time. */
    static boolean keepsTime(NodeType type) {
        return type.form()
                .stream()
                .anyMatch(s -> s.kind() instanceof Setting.Kind.Duration
                        && (s.path().equals("size") || s.path().equals("gap")));
    }

    /** Whether nodes of the type may hold events back. */
    static boolean leavesOut(NodeType type) {
        return type.form().stream().anyMatch(s -> s.path().startsWith("condition"));
    }
}

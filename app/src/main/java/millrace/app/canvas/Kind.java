package millrace.app.canvas;

import java.util.Optional;
import millrace.catalog.Group;
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

    static Kind of(Optional<NodeType> type) {
        return type.map(t -> switch (t.state()) {
            case NONE -> t.group() == Group.SOURCES ? SOURCE : TRANSFORM;
            case WINDOWS -> WINDOW;
            case ROWS -> TABLE;
            case SIDES -> JOIN;
            case LOG -> LOG;
            case QUEUE -> QUEUE;
            case OUTPUT, TRANSACTIONS -> SINK;
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

package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import millrace.catalog.NodeType;

/** The node types that were added last, the latest first, for palette and quick add. */
final class RecentTypes {
    private static final int MOST = 4;

    private final ObservableList<NodeType> types = FXCollections.observableArrayList();

    void used(NodeType type) {
        List<NodeType> next = new ArrayList<>(types);
        next.remove(type);
        next.addFirst(type);
        types.setAll(next.subList(0, Math.min(MOST, next.size())));
    }

    ObservableList<NodeType> types() {
        return types;
    }
}

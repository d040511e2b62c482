package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import millrace.catalog.NodeType;

/** The node types that were added last, the latest first, for palette and quick add. */
final class RecentTypes {
    private static final int MOST = 4;

    private final ObservableList<NodeType> types = FXCollections.observableArrayList();
    private Consumer<List<NodeType>> onUsed = used -> {};

    void used(NodeType type) {
        List<NodeType> next = new ArrayList<>(types);
        next.remove(type);
        next.addFirst(type);
        types.setAll(next.subList(0, Math.min(MOST, next.size())));
        onUsed.accept(List.copyOf(types));
    }

    /** Hears of every use. */
    void setOnUsed(Consumer<List<NodeType>> then) {
        onUsed = then;
    }

    /** What was used elsewhere, or before. */
    void show(List<NodeType> used) {
        if (!types.equals(used)) types.setAll(used);
    }

    ObservableList<NodeType> types() {
        return types;
    }
}

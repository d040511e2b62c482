package millrace.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tab;

/** Goes from part to part of the window by a key, since Tab means something on the canvas. */
final class Rounds {
    private final Designer parts;

    Rounds(Designer parts) {
        this.parts = parts;
    }

    /** To the next part, or the one before, that something in it can have the keys. */
    void go(boolean forward) {
        List<Node> all = all();
        Node owner = parts.getScene().getFocusOwner();
        int here = 0;
        for (int i = 0; i < all.size(); i++)
            if (holds(all.get(i), owner)) here = i;
        for (int i = 1; i < all.size(); i++) {
            Node next = all.get(Math.floorMod(here + (forward ? i : -i), all.size()));
            Optional<Node> first = first(next).findFirst();
            if (first.isEmpty()) continue;
            first.get().requestFocus();
            return;
        }
    }

    /** In the order in which they are read. */
    private List<Node> all() {
        return Stream.of(parts.canvas, parts.timeline, parts.tabs, view(), parts.inspector, parts.top, parts.palette)
                .map(Node.class::cast)
                .toList();
    }

    private Node view() {
        Tab open = parts.tabs.getSelectionModel().getSelectedItem();
        return open == null ? parts.tabs : open.getContent();
    }

    private static boolean holds(Node part, @org.jspecify.annotations.Nullable Node inner) {
        for (Node n = inner; n != null; n = n.getParent())
            if (n == part) return true;
        return false;
    }

    private static Stream<Node> first(Node part) {
        if (!part.isVisible() || part.isDisabled()) return Stream.empty();
        if (part.isFocusTraversable()) return Stream.of(part);
        return part instanceof Parent p ? p.getChildrenUnmodifiable().stream().flatMap(Rounds::first) : Stream.empty();
    }
}

package millrace.app.editor;

import java.util.Optional;
import millrace.catalog.NodeType;
import millrace.design.Node;

/** Finds a node's type by its id, as the catalog does. */
@FunctionalInterface
public interface Types {
    Optional<NodeType> find(String id);

    default Optional<NodeType> of(Node node) {
        return find(node.type());
    }
}

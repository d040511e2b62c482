package millrace.app.pane;

import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Which of several nodes a view shows: stands beside the tabs, and follows the selection. */
public final class NodeChoice<T extends NodeChoice.OfNode> extends HBox {
    private static final double WIDTH = 170;
    private final ComboBox<T> box = new ComboBox<>();

    /** What a view shows of one node. */
    public interface OfNode {
        /** The node's id. */
        String node();

        /** As people call it. */
        String name();
    }

    /**
     * @param id of the box
     * @param of the word before it
     * @param spoken what is chosen here, for those who hear it
     */
    public NodeChoice(String id, String of, String spoken) {
        super(8, new Label(of));
        getChildren().add(box);
        setAlignment(Pos.CENTER_RIGHT);
        box.setPrefWidth(WIDTH);
        box.setId(id);
        box.setAccessibleText(spoken);
        box.setConverter(new Names<>());
    }

    public void setOnChosen(Consumer<T> hear) {
        box.valueProperty().addListener((o, was, is) -> {
            if (is != null) hear.accept(is);
        });
    }

    /** Keeps the node that was chosen, where it is there again; else another is. */
    public void offer(List<T> all, Function<List<T>, T> first) {
        String before = chosen().map(OfNode::node).orElse("");
        box.getItems().setAll(all);
        setVisible(!all.isEmpty());
        if (!all.isEmpty())
            box.setValue(
                    all.stream().filter(t -> t.node().equals(before)).findFirst().orElseGet(() -> first.apply(all)));
    }

    /** The first of the selected nodes that is among them. */
    public void selected(SequencedSet<String> nodes) {
        box.getItems().stream().filter(t -> nodes.contains(t.node())).findFirst().ifPresent(box::setValue);
    }

    public Optional<T> chosen() {
        return Optional.ofNullable(box.getValue());
    }

    private static final class Names<T extends OfNode> extends StringConverter<T> {
        @Override
        public String toString(@Nullable T of) {
            return of == null ? "" : of.name();
        }

        @Override
        public T fromString(String name) {
            throw new UnsupportedOperationException("nodes are chosen, not written");
        }
    }
}

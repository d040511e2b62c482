package millrace.app.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.BoundingBox;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import millrace.app.editor.Editor;
import millrace.app.editor.Selection;
import millrace.app.text.Texts;
import millrace.app.tool.Box;
import millrace.design.Point;
import org.jspecify.annotations.Nullable;

/**
 * What a screen reader finds on the canvas: a part for each node with its ports, each wire and each note that is in sight, where
 * it is drawn. Nobody sees them, and they are only there once a screen reader has asked.
 */
final class Spoken extends Region {
    /** A port, and a wire's middle, are at least so large for who looks for them by touch, px. */
    private static final double LEAST = 12;

    private final CanvasView canvas;
    private final Editor editor;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private boolean asked;
    private String said = "";

    Spoken(CanvasView canvas, Editor editor) {
        this.canvas = canvas;
        this.editor = editor;
        setManaged(false);
        setMouseTransparent(true);
    }

    /** A screen reader asks for what is here, beside these controls: from now on the parts follow the view. */
    ObservableList<Node> asked(List<Node> controls) {
        asked = true;
        follow();
        List<Node> all = new ArrayList<>(parts.values());
        controls.stream().filter(Node::isVisible).forEach(all::add);
        return FXCollections.observableArrayList(all);
    }

    /** Says what is selected, in the words of the canvas itself for readers that ask for no parts. */
    private void speak() {
        Selection selection = editor.state().selection();
        String words = canvas.speech().of(selection);
        // What the hand is told in between stays until there is something new to say.
        if (words.equals(said)) return;
        said = words;
        canvas.setAccessibleText(words);
        canvas.setAccessibleRoleDescription(
                Texts.of(selection.size() != 1 || !selection.notes().isEmpty() ? "canvas.canvas"
                        : selection.nodes().isEmpty() ? "canvas.role.wire" : "canvas.role.node"));
        if (asked) canvas.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    /** The part that is selected; it has the focus for a screen reader. */
    Optional<Node> chosen() {
        if (!asked) return Optional.empty();
        Selection selection = editor.state().selection();
        return Stream.of(selection.nodes(), selection.wires(), selection.notes())
                .filter(ids -> selection.size() == 1 && !ids.isEmpty())
                .map(ids -> parts.get(ids.getFirst()))
                .filter(java.util.Objects::nonNull)
                .map(Node.class::cast)
                .findFirst();
    }

    /** Puts a part where each thing is drawn that is in sight. */
    void follow() {
        speak();
        if (!asked) return;
        Layout layout = canvas.plan();
        Box sight = canvas.viewport().sight(canvas.getWidth(), canvas.getHeight());
        Set<String> there = new LinkedHashSet<>();
        layout.shapesIn(sight).forEach(shape -> there.add(node(shape)));
        for (String wire : layout.wires().all().keySet())
            layout.wireCurve(wire).filter(c -> c.bounds().meets(sight)).ifPresent(c -> there.add(wire(wire, c)));
        layout.notes().forEach((id, box) -> {
            if (box.meets(sight)) there.add(note(id, box));
        });
        if (parts.keySet().retainAll(there) || getChildren().size() != parts.size())
            getChildren().setAll(parts.values());
    }

    private String node(Shape shape) {
        Part part = parts.computeIfAbsent(shape.id(),
                id -> new Part(AccessibleRole.BUTTON, "node", () -> canvas.speech().of(Selection.node(id)),
                        Selection.node(id)));
        part.stand(inView(shape.box()));
        part.ports(shape);
        return shape.id();
    }

    private String wire(String id, Curve curve) {
        Part part = parts.computeIfAbsent(id, wire -> new Part(AccessibleRole.BUTTON, "wire",
                () -> canvas.speech().of(Selection.wire(wire)), Selection.wire(wire)));
        part.stand(inView(curve.bounds()));
        return id;
    }

    private String note(String id, Box box) {
        Part part = parts.computeIfAbsent(id, note -> new Part(AccessibleRole.BUTTON, "note",
                () -> canvas.speech().of(Selection.note(note)), Selection.note(note)));
        part.stand(inView(box));
        return id;
    }

    private Box inView(Box box) {
        Point corner = canvas.viewport().toView(new Point(box.x(), box.y()));
        double zoom = canvas.viewport().zoom();
        return new Box(corner.x(), corner.y(), box.width() * zoom, box.height() * zoom);
    }

    /** A thing on the canvas: its words are made when they are asked for. */
    private final class Part extends Region {
        private final Supplier<String> words;
        private final Selection selection;

        Part(AccessibleRole role, String kind, Supplier<String> words, Selection selection) {
            this.words = words;
            this.selection = selection;
            setManaged(false);
            setAccessibleRole(role);
            setAccessibleRoleDescription(Texts.of("canvas.role." + kind));
        }

        private void stand(Box box) {
            resizeRelocate(box.x(), box.y(), Math.max(LEAST, box.width()), Math.max(LEAST, box.height()));
        }

        private void ports(Shape shape) {
            // Of nodes that show no more than their names there are many.
            List<Shape.Port> ports = canvas.bare() ? List.of() : shape.ports();
            List<Node> there = new ArrayList<>(getChildren());
            if (there.size() != ports.size()) {
                there = new ArrayList<>();
                for (int i = 0; i < ports.size(); i++)
                    there.add(port(i));
                getChildren().setAll(there);
            }
            for (int i = 0; i < ports.size(); i++) {
                Point at = canvas.viewport().toView(ports.get(i).at());
                ((Part) there.get(i))
                        .stand(new Box(at.x() - getLayoutX() - LEAST / 2, at.y() - getLayoutY() - LEAST / 2,
                                LEAST, LEAST));
            }
        }

        /** Which port it is may be another after an edit: that is asked each time. */
        private Part port(int place) {
            String node = selection.nodes().getFirst();
            return new Part(AccessibleRole.TEXT, "port", () -> canvas.speech().port(node, place), selection);
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return switch (attribute) {
                case TEXT -> words.get();
                // Without its ports, which stand out.
                case BOUNDS -> localToScreen(new BoundingBox(0, 0, getWidth(), getHeight()));
                case SELECTED, FOCUSED -> canvas.isFocused() && editor.state().selection().equals(selection)
                        && getParent() == Spoken.this;
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }

        /** What can be pressed is selected by it. */
        @Override
        public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
            switch (action) {
                case FIRE, REQUEST_FOCUS -> {
                    canvas.requestFocus();
                    editor.select(selection);
                }
                default -> super.executeAccessibleAction(action, parameters);
            }
        }
    }
}

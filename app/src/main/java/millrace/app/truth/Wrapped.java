package millrace.app.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import millrace.app.text.Texts;

/**
 * Parts of a cell, one after the other in as many lines as they need. Of very many the first few lines are seen; then it is said how many
 * more there are, and pointing at that tells which. None is cut.
 */
final class Wrapped extends Region {
    static final int MOST_LINES = 3;
    private static final double LINE = 23;
    /** Above the first line and below the last, together. */
    private static final double ROUND = 5;
    private final double gap;
    private final DoubleSupplier room;
    private final List<? extends Node> parts;
    private final Label more = new Label();

    private record Place(double x, int line) {}

    /** @param room how wide the cell is inside, px */
    Wrapped(double gap, DoubleSupplier room, List<? extends Node> parts) {
        this.gap = gap;
        this.room = room;
        this.parts = List.copyOf(parts);
        more.getStyleClass().addAll("caption", "more-said");
        getChildren().addAll(parts);
        getChildren().add(more);
        setMinWidth(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return room.getAsDouble();
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Place> places = places(room.getAsDouble());
        return ROUND + LINE * (places.isEmpty() ? 1 : places.getLast().line() + 1);
    }

    /** Where the parts stand that there is room for. */
    private List<Place> places(double width) {
        List<Place> places = new ArrayList<>();
        double x = 0;
        int line = 0;
        for (Node part : parts) {
            double wide = part.prefWidth(-1);
            if (x > 0 && x + wide > width) {
                x = 0;
                line++;
            }
            if (line == MOST_LINES) return withRoom(places, width);
            places.add(new Place(x, line));
            x += wide + gap;
        }
        return places;
    }

    /** As many of them that the words for the rest have room behind them. */
    private List<Place> withRoom(List<Place> places, double width) {
        List<Place> fit = new ArrayList<>(places);
        while (fit.size() > 1 && end(fit) + words(parts.size() - fit.size()) > width)
            fit.removeLast();
        return fit;
    }

    private double words(int rest) {
        more.setText(Texts.counted("truth.more", rest));
        return more.prefWidth(-1);
    }

    private double end(List<Place> places) {
        return places.getLast().x() + parts.get(places.size() - 1).prefWidth(-1) + gap;
    }

    @Override
    protected void layoutChildren() {
        List<Place> places = places(getWidth());
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).setVisible(i < places.size());
            if (i < places.size()) stand(parts.get(i), places.get(i).x(), places.get(i).line());
        }
        int rest = parts.size() - places.size();
        more.setVisible(rest > 0);
        if (rest == 0) return;
        words(rest);
        more.setTooltip(new Tooltip(told(parts.subList(places.size(), parts.size()))));
        stand(more, end(places), places.getLast().line());
    }

    private void stand(Node part, double x, int line) {
        double high = part.prefHeight(-1);
        part.resizeRelocate(x, ROUND / 2 + LINE * line + (LINE - high) / 2, part.prefWidth(-1), high);
    }

    private static String told(List<? extends Node> rest) {
        return rest.stream().map(Node::getAccessibleText).collect(Collectors.joining("\n"));
    }
}

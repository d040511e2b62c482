package millrace.app.welcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import millrace.app.file.ShippedDesigns;
import millrace.app.file.ShippedDesigns.Shipped;
import millrace.app.look.Theme;

/** The chapters beside and below one another, and the design that is pointed at. Arrow keys walk through the names. */
final class Gallery extends GridPane {
    private static final double LEAST_CARD = 206;
    private static final int MOST_COLUMNS = 4;
    private static final double GAP = 16;

    private final Thumbnails thumbnails;
    private final List<ChapterCard> cards = new ArrayList<>();
    private final DetailCard detail;
    private final LivePicture live;
    private List<ChapterCard> seen = List.of();
    private Theme theme = Theme.LIGHT;
    private int columns;

    Gallery(Thumbnails thumbnails, Consumer<Shipped> chosen) {
        this.thumbnails = thumbnails;
        detail = new DetailCard(chosen);
        live = new LivePicture(thumbnails, detail.picture());
        setHgap(GAP);
        setVgap(GAP);
        getStyleClass().add("gallery");
        ShippedDesigns.chapters().forEach(c -> cards.add(new ChapterCard(c, d -> point(d, c.number()), chosen)));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        widthProperty().addListener(o -> arrange(false));
        find("");
    }

    List<ChapterCard> seen() {
        return seen;
    }

    DetailCard detail() {
        return detail;
    }

    void dress(Theme next) {
        theme = next;
        pictures();
    }

    /** Shows the designs that have these words; how many those are. */
    int find(String query) {
        Search search = Search.of(query);
        int found = 0;
        List<ChapterCard> next = new ArrayList<>();
        for (ChapterCard card : cards) {
            int here = card.show(search);
            if (here > 0) next.add(card);
            found += here;
        }
        seen = List.copyOf(next);
        arrange(true);
        seen.stream().findFirst().ifPresent(c -> show((Shipped) c.entries().getFirst().getUserData(), c));
        pictures();
        return found;
    }

    /** Each card has a picture of its first design until another is pointed at. */
    private void pictures() {
        for (ChapterCard card : seen)
            picture((Shipped) card.entries().getFirst().getUserData(), card.picture());
        detail.shown().ifPresent(this::detailed);
    }

    private void picture(Shipped design, Picture where) {
        where.setUserData(design.path());
        // Another design may be pointed at before this one's picture is there.
        thumbnails.shipped(design.path(), theme, image -> {
            if (design.path().equals(where.getUserData())) where.show(image);
        });
    }

    private void point(Shipped design, int chapter) {
        ChapterCard card = cards.get(chapter - 1);
        picture(design, card.picture());
        show(design, card);
    }

    private void show(Shipped design, ChapterCard card) {
        detail.show(design, card.title());
        detailed(design);
    }

    private void detailed(Shipped design) {
        picture(design, detail.picture());
        live.point(design, theme);
    }

    LivePicture live() {
        return live;
    }

    private void arrange(boolean always) {
        int next = (int) Math.clamp(Math.floor((getWidth() + GAP) / (LEAST_CARD + GAP)), 1, MOST_COLUMNS);
        if (next == columns && !always) return;
        columns = next;
        getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            column.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(column);
        }
        getChildren().clear();
        for (int i = 0; i < seen.size(); i++)
            add(seen.get(i), i % columns, i / columns);
        if (!seen.isEmpty()) add(detail, seen.size() % columns, seen.size() / columns);
    }

    // Keys

    /** The first name that was found. */
    Optional<Button> first() {
        return seen.stream().findFirst().map(c -> c.entries().getFirst());
    }

    private void key(KeyEvent event) {
        Optional<Node> to = event.getTarget() instanceof Button at ? next(at, event.getCode()) : Optional.empty();
        to.ifPresent(Node::requestFocus);
        if (to.isPresent()) event.consume();
    }

    private Optional<Node> next(Button at, KeyCode code) {
        for (int card = 0; card < seen.size(); card++) {
            int row = seen.get(card).entries().indexOf(at);
            if (row >= 0) return next(card, row, code);
        }
        return Optional.empty();
    }

    private Optional<Node> next(int card, int row, KeyCode code) {
        return switch (code) {
            case DOWN -> entry(card, row + 1).or(() -> entry(card + columns, 0));
            case UP -> row > 0 ? entry(card, row - 1) : last(card - columns);
            case RIGHT -> beside(card + 1, row);
            case LEFT -> beside(card - 1, row);
            default -> Optional.empty();
        };
    }

    private Optional<Node> entry(int card, int row) {
        if (card < 0 || card >= seen.size()) return Optional.empty();
        List<Button> entries = seen.get(card).entries();
        return row >= 0 && row < entries.size() ? Optional.of(entries.get(row)) : Optional.empty();
    }

    private Optional<Node> last(int card) {
        return card < 0 ? Optional.empty() : entry(card, seen.get(card).entries().size() - 1);
    }

    private Optional<Node> beside(int card, int row) {
        if (card < 0 || card >= seen.size()) return Optional.empty();
        return entry(card, Math.min(row, seen.get(card).entries().size() - 1));
    }
}

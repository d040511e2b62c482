package millrace.app.shell;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import millrace.app.canvas.Focus;
import millrace.app.find.DesignSearch;
import millrace.app.find.DesignSearch.Hit;
import millrace.app.text.Texts;

/** Searches the canvas: what fits stays lit while all else goes faint; Enter goes from one to the next. */
final class CanvasSearch extends HBox {
    private final Designer parts;
    private final TextField query = new TextField();
    private final Label count = new Label();
    private List<Hit> hits = List.of();
    private int at = -1;

    CanvasSearch(Designer parts) {
        super(6);
        this.parts = parts;
        query.setPromptText(Texts.of("finder.search"));
        query.setAccessibleText(Texts.of("finder.search"));
        query.setPrefColumnCount(20);
        query.textProperty().addListener((o, was, is) -> search());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        count.getStyleClass().add("search-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(query, count, button("previous", "‹", () -> go(-1)), button("next", "›", () -> go(1)),
                button("close", "×", this::close));
        getStyleClass().add("canvas-search");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.TOP_RIGHT);
        setVisible(false);
        parts.workspace.editor().listen(state -> {
            if (isVisible()) look();
        });
    }

    private static Button button(String word, String sign, Runnable what) {
        Button button = new Button(sign);
        button.getStyleClass().addAll("flat", "icon");
        button.setAccessibleText(Texts.of("finder." + word));
        button.setOnAction(e -> what.run());
        return button;
    }

    void open() {
        setVisible(true);
        query.requestFocus();
        query.selectAll();
        search();
    }

    private void close() {
        setVisible(false);
        hits = List.of();
        parts.canvas.setFocus(Focus.NONE);
        parts.canvas.requestFocus();
    }

    private void search() {
        at = -1;
        look();
    }

    /** Asks again, since names, settings and problems may have changed. */
    private void look() {
        hits = new DesignSearch(parts.workspace.editor().design(), parts.types, parts.workspace.problems())
                .find(query.getText());
        Set<String> nodes = hits.stream().filter(h -> !h.note()).map(Hit::id).collect(Collectors.toSet());
        parts.canvas.setFocus(nodes.isEmpty() ? Focus.NONE : new Focus(Set.of(), nodes));
        count.setText(words());
    }

    private String words() {
        if (query.getText().isBlank()) return "";
        if (hits.isEmpty()) return Texts.of("finder.none");
        return at < 0 ? Texts.counted("finder.hits", hits.size())
                : Texts.of("finder.of", String.valueOf(at + 1), String.valueOf(hits.size()));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) close();
        else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F3) go(event.isShiftDown() ? -1 : 1);
        else
            return;
        event.consume();
    }

    private void go(int by) {
        if (hits.isEmpty()) return;
        at = at < 0 ? (by > 0 ? 0 : hits.size() - 1) : Math.floorMod(at + by, hits.size());
        Hit hit = hits.get(at);
        if (hit.note()) parts.goTo.note(hit.id());
        else
            parts.goTo.select(hit.id());
        count.setText(words());
    }
}

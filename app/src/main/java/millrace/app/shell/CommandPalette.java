package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import millrace.app.find.Ranking;
import millrace.app.text.CatalogTexts;
import millrace.app.text.Texts;
import millrace.catalog.NodeType;
import millrace.design.Node;

/** Everything that can be done, added or gone to, found by a few letters: Ctrl+K, type, Enter. Lies over the window. */
final class CommandPalette extends StackPane {
    /** Something that can be chosen. */
    private sealed interface Entry {
        String id();

        /** The text by which it is found first, and others. */
        List<String> names();

        record Do(Action action) implements Entry {
            @Override
            public String id() {
                return "do " + action.id();
            }

            @Override
            public List<String> names() {
                return List.of(action.name().get(), action.id());
            }
        }

        record Add(NodeType type) implements Entry {
            @Override
            public String id() {
                return "add " + type.id();
            }

            @Override
            public List<String> names() {
                return List.of(type.title(), Texts.of("finder.add", type.title()),
                        CatalogTexts.title(type.group()) + " " + type.title(), type.line(), type.id());
            }
        }

        record Go(Node node, String kind) implements Entry {
            @Override
            public String id() {
                return "go " + node.id();
            }

            @Override
            public List<String> names() {
                return List.of(node.name(), Texts.of("finder.go", node.name()), node.id(), kind);
            }
        }
    }

    private final Designer parts;
    private final Ranking ranking = new Ranking();
    private final TextField query = new TextField();
    private static final int MOST_SEEN = 10;
    private static final double LEAST_ROW = 32;
    private final ListView<Entry> found = new ListView<>();
    private List<Entry> all = List.of();

    CommandPalette(Designer parts) {
        this.parts = parts;
        query.setPromptText(Texts.of("finder.prompt"));
        query.setAccessibleText(Texts.of("finder.prompt"));
        query.textProperty().addListener((o, was, is) -> search());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        found.setCellFactory(list -> new Row());
        found.setOnMouseClicked(e -> choose());
        found.setFocusTraversable(false);
        found.setPlaceholder(new Label(Texts.of("finder.nothing")));
        VBox box = new VBox(8, query, found);
        box.getStyleClass().add("finder");
        box.setMaxSize(520, USE_PREF_SIZE);
        getChildren().add(box);
        getStyleClass().add("finder-ground");
        setAlignment(Pos.TOP_CENTER);
        setOnMousePressed(e -> {
            if (e.getTarget() == this) close();
        });
        setVisible(false);
    }

    void open() {
        all = entries();
        setVisible(true);
        query.clear();
        search();
        query.requestFocus();
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        parts.window.actions().all().forEach(a -> entries.add(new Entry.Do(a)));
        parts.window.whatIf().now().forEach(w -> entries.add(new Entry.Do(w.action())));
        CatalogTexts.types().forEach(t -> entries.add(new Entry.Add(t)));
        parts.workspace.editor()
                .design()
                .nodes()
                .forEach(n -> entries.add(new Entry.Go(n, parts.types.of(n).map(NodeType::title).orElse(n.type()))));
        return entries;
    }

    private void close() {
        setVisible(false);
        parts.canvas.requestFocus();
    }

    private void search() {
        List<Entry> fits = ranking.find(query.getText(), all, Entry::id, Entry::names);
        found.getItems().setAll(fits);
        // A row is as high as the style sheet makes it, in the scale of the interface.
        found.setPrefHeight(Math.clamp(fits.size(), 1, MOST_SEEN) * Math.max(LEAST_ROW, found.getFixedCellSize()) + 4);
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) close();
        else if (code == KeyCode.ENTER) choose();
        else if (code == KeyCode.DOWN) move(1);
        else if (code == KeyCode.UP) move(-1);
        else
            return;
        event.consume();
    }

    private void move(int by) {
        int size = found.getItems().size();
        if (size == 0) return;
        int to = Math.floorMod(found.getSelectionModel().getSelectedIndex() + by, size);
        found.getSelectionModel().select(to);
        found.scrollTo(Math.max(0, to - 4));
    }

    /** What can't be done stays in the list with its reason, and choosing it does nothing. */
    private void choose() {
        Entry chosen = found.getSelectionModel().getSelectedItem();
        if (chosen == null || chosen instanceof Entry.Do d && !d.action().possible().get()) return;
        ranking.used(chosen.id());
        close();
        switch (chosen) {
            case Entry.Do d -> d.action().run();
            case Entry.Add a -> {
                parts.recent.used(a.type());
                parts.canvas.hand().addInSight(a.type());
            }
            case Entry.Go g -> parts.goTo.node(g.node().id());
        }
    }

    private final class Row extends ListCell<Entry> {
        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(empty || entry == null ? null : row(entry));
        }

        private HBox row(Entry entry) {
            return switch (entry) {
                case Entry.Do d -> action(d);
                case Entry.Add a -> row(a.names().get(1), a.type().line(), "", true);
                case Entry.Go g -> row(g.names().get(1), g.kind(), "", true);
            };
        }

        private HBox action(Entry.Do d) {
            boolean possible = d.action().possible().get();
            String recent = ranking.isRecent(d.id()) ? Texts.of("finder.recent") : "";
            return row(d.action().name().get(), possible ? recent : d.action().whyNot(), d.action().keyText(),
                    possible);
        }

        private HBox row(String name, String more, String keyText, boolean possible) {
            Label words = new Label(name);
            words.getStyleClass().add(possible ? "finder-name" : "finder-impossible");
            Label second = new Label(more);
            second.getStyleClass().add("finder-more");
            Label keys = new Label(keyText);
            keys.getStyleClass().add("key-cap");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            keys.setVisible(!keyText.isEmpty());
            keys.setManaged(!keyText.isEmpty());
            words.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row = new HBox(10, words, second, gap, keys);
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}

package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import millrace.app.text.Texts;

/** All actions of the window, in the order in which they are offered. */
final class Actions {
    private final List<Action> all = new ArrayList<>();
    private String group = "file";

    /** What is added from now on stands under this heading: the text "finder.group." and this. */
    void group(String next) {
        group = next;
    }

    /**
     * @param id its name is the text "shell." and this
     * @param keys as {@link javafx.scene.input.KeyCombination} reads them, or empty
     */
    Action add(String id, String keys, Runnable what) {
        Action action = Action.of(id, Texts.of("shell." + id), group, keys, what);
        all.add(action);
        return action;
    }

    Action find(String id) {
        return all.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }

    List<Action> all() {
        return List.copyOf(all);
    }

    /** Runs the action whose keys these are. A field that is being typed into keeps its bare keys. */
    void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        boolean bare = !event.isShortcutDown() && !event.isAltDown() && !event.getCode().isFunctionKey();
        if (typing && (bare || isEditing(event))) return;
        all.stream().filter(a -> a.keys().filter(k -> k.match(event)).isPresent()).findFirst().ifPresent(a -> {
            a.run();
            event.consume();
        });
    }

    /** Undo, copy, paste and the like belong to the text while one types. */
    private static boolean isEditing(KeyEvent event) {
        return switch (event.getCode()) {
            case Z, Y, A, C, X, V, D, HOME, END, LEFT, RIGHT -> true;
            default -> false;
        };
    }
}

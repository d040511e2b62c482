package millrace.app.pane;

import java.util.Optional;
import java.util.SequencedSet;
import javafx.scene.Node;
import millrace.app.look.Theme;
import millrace.trace.Moment;

/**
 * A view below the timeline, in a tab of its own. It is told only while its tab is open: first of the run, then of the moment, then
 * what is selected; and again of each that changes. All on the interface's thread; what takes long it does in the background.
 */
public interface Pane {
    /** A word; its title is the text "pane." and this. */
    String id();

    Node view();

    /** What stands beside the tabs while it is open. */
    default Optional<Node> controls() {
        return Optional.empty();
    }

    /** Another run is there. */
    void ran(Shown run);

    /** The playhead stands on this moment of the run; called in each frame while playing. */
    void moment(Moment moment);

    /** Ids of the nodes that are selected. */
    default void selected(SequencedSet<String> nodes) {}

    /** Its tab is not open any more: nobody waits for what it makes. */
    default void closed() {}

    void dress(Theme theme);
}

package millrace.app.canvas;

import java.util.Optional;
import millrace.app.tool.Effect;
import millrace.app.tool.Hit;
import millrace.event.Event;

/** What the canvas asks of the window around it. Places are in the coordinates of the canvas view. */
public interface CanvasRequests {
    /** An event was clicked: say why, and light up what belongs to it. */
    void hold(Event event, String node, double viewX, double viewY);

    /** A thing that is no event was clicked: say why it is as it is. */
    default void ask(Hit hit) {}

    /** The pointer rests on a node now; empty: on none any more. */
    default void hover(Optional<String> node) {}

    /** What lies where may be another now. */
    default void painted() {}

    /** Nothing is held any more. */
    void letGo();

    /** Show the settings of the node. */
    void open(String node);

    /** Ask whether to open the address of a link. */
    void follow(String address, double viewX, double viewY);

    /** Let the person choose a node type for this place. */
    void offer(Effect.Offer offer, double viewX, double viewY);

    void menu(Hit hit, double viewX, double viewY);

    /** Asks for nothing. */
    CanvasRequests NONE = new CanvasRequests() {
        @Override
        public void hold(Event event, String node, double viewX, double viewY) {}

        @Override
        public void letGo() {}

        @Override
        public void open(String node) {}

        @Override
        public void follow(String address, double viewX, double viewY) {}

        @Override
        public void offer(Effect.Offer offer, double viewX, double viewY) {}

        @Override
        public void menu(Hit hit, double viewX, double viewY) {}
    };
}

package millrace.app.tool;

import millrace.app.editor.Selection;
import millrace.design.PortRef;
import millrace.event.Event;

/** What is under the pointer, topmost first. */
public sealed interface Hit {
    record Nothing() implements Hit {}

    record OnNode(String id) implements Hit {}

    record OnNote(String id) implements Hit {}

    record OnWire(String id) implements Hit {}

    record OnPort(PortRef port, boolean output) implements Hit {}

    /** An event that lies in a node ({@code inside}), or travels to it. */
    record OnEvent(Event event, String node, boolean inside) implements Hit {}

    Hit NOTHING = new Nothing();

    /** What a click here selects. */
    default Selection selection() {
        return switch (this) {
            case Nothing n -> Selection.NONE;
            case OnNode n -> Selection.node(n.id());
            case OnNote n -> Selection.note(n.id());
            case OnWire w -> Selection.wire(w.id());
            case OnPort p -> Selection.node(p.port().node());
            case OnEvent e -> Selection.node(e.node());
        };
    }
}

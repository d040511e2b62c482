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

    /** An event that travels, lies in a window or stands in a sink; {@code node} is where, or whither it goes. */
    record OnEvent(Event event, String node) implements Hit {}

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

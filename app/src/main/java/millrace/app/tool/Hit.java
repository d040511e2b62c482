package millrace.app.tool;

import millrace.app.editor.Selection;
import millrace.design.PortRef;
import millrace.event.Event;

/** What is under the pointer, topmost first. */
public sealed interface Hit {
    record Nothing() implements Hit {}

    record OnNode(String id) implements Hit {}

    record OnNote(String id) implements Hit {}

    /** The title or the rim of a frame; what is within it counts as nothing, so that a box can be drawn there. */
    record OnFrame(String id) implements Hit {}

    /**
     * An edge by which a frame is sized, or the width of a note.
     *
     * @param across -1 at the left edge, 1 at the right
     * @param down -1 at the upper edge, 1 at the lower
     */
    record OnEdge(String id, boolean note, int across, int down) implements Hit {}

    record OnWire(String id) implements Hit {}

    record OnPort(PortRef port, boolean output) implements Hit {}

    /** An event that lies in a node ({@code inside}), or travels to it. */
    record OnEvent(Event event, String node, boolean inside) implements Hit {}

    /** A part of a node that can be asked about by itself. */
    record OnPart(String node, Part part) implements Hit {}

    Hit NOTHING = new Nothing();

    /** What a click here selects. */
    default Selection selection() {
        return switch (this) {
            case Nothing n -> Selection.NONE;
            case OnNode n -> Selection.node(n.id());
            case OnNote n -> Selection.note(n.id());
            case OnFrame f -> Selection.frame(f.id());
            case OnEdge e -> e.note() ? Selection.note(e.id()) : Selection.frame(e.id());
            case OnWire w -> Selection.wire(w.id());
            case OnPort p -> Selection.node(p.port().node());
            case OnEvent e -> Selection.node(e.node());
            case OnPart p -> Selection.node(p.node());
        };
    }
}

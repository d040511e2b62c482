package millrace.app.canvas;

import javafx.scene.Cursor;
import millrace.app.tool.Brushing;
import millrace.app.tool.Connecting;
import millrace.app.tool.DraggingNodes;
import millrace.app.tool.DrawingWire;
import millrace.app.tool.DroppingNew;
import millrace.app.tool.Framing;
import millrace.app.tool.Hit;
import millrace.app.tool.Idle;
import millrace.app.tool.Panning;
import millrace.app.tool.PointingNode;
import millrace.app.tool.Resizing;
import millrace.app.tool.Tool;

/** The pointer's look for each state of the hand. */
final class Cursors {
    private Cursors() {}

    static Cursor of(Tool tool) {
        return switch (tool) {
            case Idle idle -> over(idle.hover());
            case PointingNode p -> Cursor.DEFAULT;
            case DraggingNodes d -> Cursor.MOVE;
            case DrawingWire w -> Cursor.CROSSHAIR;
            case Connecting c -> Cursor.DEFAULT;
            case Brushing b -> Cursor.CROSSHAIR;
            case Panning p -> Cursor.CLOSED_HAND;
            case DroppingNew d -> Cursor.DEFAULT;
            case Resizing r -> edge(r.edge());
            case Framing f -> Cursor.CROSSHAIR;
        };
    }

    private static Cursor edge(Hit.OnEdge edge) {
        if (edge.down() == 0) return Cursor.H_RESIZE;
        if (edge.across() == 0) return Cursor.V_RESIZE;
        return edge.across() == edge.down() ? Cursor.NW_RESIZE : Cursor.NE_RESIZE;
    }

    private static Cursor over(Hit hit) {
        return switch (hit) {
            case Hit.OnPort p -> Cursor.CROSSHAIR;
            case Hit.OnEvent e -> Cursor.HAND;
            case Hit.OnPart p -> Cursor.HAND;
            case Hit.OnWire w -> Cursor.HAND;
            case Hit.OnNode n -> Cursor.DEFAULT;
            case Hit.OnNote n -> Cursor.DEFAULT;
            case Hit.OnFrame f -> Cursor.DEFAULT;
            case Hit.OnEdge e -> edge(e);
            case Hit.Nothing n -> Cursor.DEFAULT;
        };
    }
}

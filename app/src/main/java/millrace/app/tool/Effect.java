package millrace.app.tool;

import java.util.List;
import java.util.Optional;
import millrace.app.editor.Selection;
import millrace.app.editor.Transaction;
import millrace.catalog.NodeType;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.event.Event;

/** What a gesture asks for; the view carries it out. */
public sealed interface Effect {
    record Do(Transaction transaction) implements Effect {}

    record Select(Selection selection) implements Effect {}

    /** Move the view by so many pixels of the view. */
    record Pan(double dx, double dy) implements Effect {}

    /** Let the person choose one of these node types for this place; with a port: for the end of a wire from it. */
    record Offer(Point at, Optional<Hit.OnPort> from, List<NodeType> types) implements Effect {
        /** The port that the wire begins or ends at. */
        public Optional<PortRef> port() {
            return from.map(Hit.OnPort::port);
        }
    }

    /** Let the person choose a node type without a pointer: for a wire from this port, or in the middle of what is seen. */
    record OfferHere(Optional<Hit.OnPort> from, List<NodeType> types) implements Effect {}

    /** Say these words to those who can't see the canvas. */
    record Say(String words) implements Effect {}

    /** Bring the node into sight. */
    record Reveal(String node) implements Effect {}

    /** The keys go on to what comes after the canvas, or before it. */
    record Leave(boolean back) implements Effect {}

    /** Show the settings of the node, for writing its name first. */
    record Open(String node) implements Effect {}

    /** Write in the note. */
    record Write(String note) implements Effect {}

    /** Let the person write the name of what is selected, where it stands. */
    record Name() implements Effect {}

    /** Ask whether to open this address. */
    record Follow(String address) implements Effect {}

    /** Hold this event: say why, light up its ancestry. */
    record Hold(Event event, String node) implements Effect {}

    /** Ask why about a thing that is no event. */
    record Ask(Hit hit) implements Effect {}

    /** Let go of what is held. */
    record LetGo() implements Effect {}

    /** Show the menu of what is here. */
    record Menu(Hit hit, Point at) implements Effect {}
}

package millrace.app.canvas;

import millrace.app.tool.Box;
import millrace.trace.Moment;

/** All that is said of a run around nodes: beside wires and below nodes, none over another. */
record Said(Pen pen, Layout layout, Labels labels, Focus focus) {
    void paint(Moment moment, Box sight) {
        NodeBadges nodes = new NodeBadges(pen, layout, labels, focus);
        // A wire at the edge of what is in sight has its words outside it, and below nodes there is more than their box.
        Box near = sight.grown(2 * WireBadges.ASIDE);
        new WireBadges(pen, layout, labels, focus).paint(moment, sight, nodes.rooms(moment, near));
        nodes.paint(moment);
    }
}

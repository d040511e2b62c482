package millrace.app.pane;

import millrace.app.look.Keys;
import millrace.design.Design;
import millrace.operator.Files;
import millrace.trace.Run;
import millrace.trace.Timeline;

/**
 * A run that is to be seen.
 *
 * @param design that was run, and the files that it may read: to run it in other ways
 */
public record Shown(Design design, Files files, Run run, Timeline timeline, Keys keys) {
    /** What a node is called. */
    public String name(String node) {
        return design.node(node).map(millrace.design.Node::name).filter(n -> !n.isBlank()).orElse(node);
    }
}

package millrace.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import millrace.compile.Compiler;
import millrace.design.Design;
import millrace.design.Value;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.trace.Moment;
import millrace.trace.Run;
import millrace.trace.Timeline;
import org.junit.jupiter.api.Test;

/** What the inspector says of a node's instances: keys, how much each holds, where its keys came from. */
class HandsTest {
    private static final Path MORE_HANDS = Path.of("../designs/faults/more-hands.json");

    private static Design moreHands() {
        return DesignReader.read(MORE_HANDS).design().orElseThrow();
    }

    private static List<String> lines(Design design, String node, String at) {
        Run run = Run.of(Compiler.compile(design, new DesignFolder(MORE_HANDS.getParent())).value().orElseThrow());
        Moment moment = new Timeline(run).at(run.plan().clock().parse(at).orElseThrow());
        List<String> lines = new ArrayList<>();
        new Hands(moment.node(node).orElseThrow(), moment.status(node),
                (name, figure) -> lines.add(name + ": " + figure))
                .show(run.trace().deals().hands(node, moment.facts()));
        return lines;
    }

    @Test
    void instancesAreListedBeforeAndAfterARescaling() {
        assertEquals(List.of("instance 1: B, C, A · holds 3", "instance 2: not there", "instance 3: not there"),
                lines(moreHands(), "count", "12:00:10"));
        assertEquals(
                List.of("instance 1: B, C · holds 2", "instance 2: no keys yet · holds 0", "instance 3: A · holds 1",
                        ": from instance 1: A"),
                lines(moreHands(), "count", "12:00:30"));
        assertEquals(List.of(), lines(moreHands(), "board", "12:00:30"), "there is only one");
    }

    /** Windows are counted by their keys. */
    @Test
    void aWindowNodesInstancesHoldTheWindowsOfTheirKeys() {
        Design windows = moreHands().change("count",
                n -> new millrace.design.Node(n.id(), "tumbling", n.name(), n.at(), Design.EMPTY.settings())
                        .with("size", Value.of("5 min"))
                        .with("aggregates", Value.of(List.of(Value.of("count")))));
        assertEquals(List.of("instance 1: B, C, A · holds 3", "instance 2: not there", "instance 3: not there"),
                lines(windows, "count", "12:00:10"));
        assertEquals(
                List.of("instance 1: B, C · holds 2", "instance 2: no keys yet · holds 0", "instance 3: A · holds 1",
                        ": from instance 1: A"),
                lines(windows, "count", "12:00:26"));
    }
}

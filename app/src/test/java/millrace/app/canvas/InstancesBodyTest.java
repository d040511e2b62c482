package millrace.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import millrace.app.look.Drawn;
import millrace.app.look.Ink;
import millrace.app.look.Tape;
import millrace.app.look.Theme;
import millrace.catalog.Catalog;
import millrace.design.Value;
import millrace.trace.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What stands in the boxes of a node's instances while it is rescaled. */
@ExtendWith(ApplicationExtension.class)
class InstancesBodyTest {
    private static Labels labels(Runs runs) {
        return new Labels(Optional.of(runs.view()));
    }

    private static Shape count(Runs runs) {
        Sizes sizes = new Sizes(Optional.of(runs.view().end()), labels(runs));
        return Layout.of(runs.design(), Catalog::find, sizes, false).shape("count").orElseThrow();
    }

    /** The words in the boxes, as they were drawn. */
    private static List<String> words(Runs runs, String at) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Canvas canvas = new Canvas(2_000, 2_000);
            Moment moment = runs.at(at);
            try (Tape.Recording recording = Tape.record()) {
                Pen pen = new Pen(Ink.on(canvas), Theme.LIGHT);
                new InstancesBody(pen, labels(runs), count(runs), moment.status("count")).paint(moment.facts(),
                        Motion.still(moment.time()));
                return Tape.of(canvas)
                        .orElseThrow()
                        .stream()
                        .flatMap(d -> d instanceof Drawn.Words w ? java.util.stream.Stream.of(w.text())
                                : java.util.stream.Stream.empty())
                        .toList();
            }
        });
    }

    @Test
    void aRescaledNodeHasRoomForAllThatItWillHaveFromTheStart() {
        Runs runs = Runs.ofFile("faults/more-hands.json");
        assertEquals(3, count(runs).instances());
        assertEquals(3 * 48 + 6, count(runs).box().bottom() - count(runs).bottom());
    }

    @Test
    void keysStandWithTheirInstanceAndThoseThatMovedAreMarkedForAWhile() {
        Runs runs = Runs.ofFile("faults/more-hands.json");
        assertEquals(List.of("running", "Instance 1", "B", "C", "A", "Instance 2", "from 12:00:25", "Instance 3",
                "from 12:00:25"), words(runs, "12:00:10"));
        assertEquals(List.of("stopped", "Instance 1", "B", "C", "A"), words(runs, "12:00:22").subList(0, 5));
        assertEquals(List.of("running", "Instance 1", "B", "C", "running", "Instance 2", "nothing has come yet",
                "running", "Instance 3", "from 1", "A"), words(runs, "12:00:26"));
        assertFalse(words(runs, "12:00:30").contains("from 1"), "only for a while");
        assertTrue(words(runs, "12:00:30").contains("A"));
    }

    @Test
    void whatARescalingTookAwaySaysUntilWhenItWas() {
        Runs three = Runs.of(Runs.ofFile("faults/more-hands.json")
                .design()
                .change("count", n -> n.with("instances", Value.of(4))));
        assertEquals(List.of("Instance 4", "until 12:00:25"),
                words(three, "12:00:30").subList(words(three, "12:00:30").size() - 2,
                        words(three, "12:00:30").size()));
    }
}

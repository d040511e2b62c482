package millrace.app.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What was said of a window breaks into lines; of very much it is said how much more there is. */
@ExtendWith(ApplicationExtension.class)
class WrappedTest {
    private static final double CHIP = 80;

    private static List<Region> chips(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> {
            Region chip = new Region();
            chip.setPrefSize(CHIP, 16);
            chip.setAccessibleText("answer " + i);
            return chip;
        }).toList();
    }

    private static Wrapped laid(List<Region> chips, double room) {
        Wrapped all = new Wrapped(10, () -> room, chips);
        new Scene(new Pane(all));
        all.resize(room, all.prefHeight(-1));
        all.applyCss();
        all.layout();
        return all;
    }

    @Test
    void threeThatDoNotFitInALineTakeTwo(FxRobot robot) {
        robot.interact(() -> {
            List<Region> chips = chips(3);
            Wrapped all = laid(chips, 200);
            assertTrue(all.getHeight() > laid(chips(2), 200).getHeight());
            for (Node chip : chips)
                assertTrue(chip.isVisible() && all.getLayoutBounds().contains(chip.getBoundsInParent()));
            assertFalse(all.lookup(".more-said").isVisible());
        });
    }

    @Test
    void whatFindsNoLineIsCountedAndTold(FxRobot robot) {
        robot.interact(() -> {
            List<Region> chips = chips(9);
            Wrapped all = laid(chips, 200);
            long seen = chips.stream().filter(Node::isVisible).count();
            Label more = (Label) all.lookup(".more-said");
            assertTrue(more.isVisible() && seen > 3 && seen < 9);
            assertEquals("+" + (9 - seen) + " more", more.getText());
            assertTrue(more.getTooltip().getText().endsWith("answer 9"), more.getTooltip().getText());
            assertTrue(all.getLayoutBounds().contains(more.getBoundsInParent()));
        });
    }
}

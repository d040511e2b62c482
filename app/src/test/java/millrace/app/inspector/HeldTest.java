package millrace.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import millrace.app.pane.Shown;
import millrace.app.pane.ShownRuns;
import org.junit.jupiter.api.Test;

/** What the inspector says that a node holds. */
class HeldTest {
    private static String held(String design, String node, String at) {
        Shown run = ShownRuns.of(design);
        List<String> lines = new ArrayList<>();
        run.timeline()
                .at(ShownRuns.time(run, at))
                .node(node)
                .ifPresent(m -> new Held(run.run().plan().clock(), (name, figure) -> lines.add(name + ": " + figure))
                        .view(m.view()));
        return String.join("\n", lines);
    }

    @Test
    void aJoinOfTwoTablesHoldsBothAndSaysWhichRowsAreTogether() {
        assertEquals("""
                rows, left table: 1
                : order 1, customer Ann, amount 5
                rows, right table: 0
                rows that are together: 0
                rows of the view: 1
                : order 1, customer Ann, amount 5, name , town\s""", held("joins/customer-view", "view", "10:00:30"));
        assertEquals("""
                rows, left table: 2
                : order 1, customer Ann, amount 5
                : order 2, customer Ann, amount 7
                rows, right table: 1
                : name Ann, town Oslo
                rows that are together: 2
                : order 1, customer Ann, amount 5 with name Ann, town Oslo
                : order 2, customer Ann, amount 7 with name Ann, town Oslo
                rows of the view: 2
                : order 1, customer Ann, amount 5, name Ann, town Oslo
                : order 2, customer Ann, amount 7, name Ann, town Oslo""",
                held("joins/customer-view", "view", "10:03:30"));
    }
}

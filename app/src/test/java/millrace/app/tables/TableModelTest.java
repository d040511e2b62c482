package millrace.app.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import millrace.app.pane.Shown;
import millrace.app.pane.ShownRuns;
import millrace.measure.TableLog.Change;
import millrace.operator.View;
import millrace.trace.NodeMoment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows and changes of tables, against the figures of shipped designs and against what their nodes hold. */
class TableModelTest {
    private static TableModel table(Shown run, String name) {
        return TableModel.of(run).stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }

    private static String text(TableModel table, List<Change> rows) {
        return rows.stream()
                .map(c -> c.kind().sign() + " " + IntStream.range(0, table.columns().size())
                        .mapToObj(i -> table.value(c, i))
                        .collect(Collectors.joining(" ")))
                .toList()
                .toString();
    }

    private static String rows(Shown run, TableModel table, String time) {
        return text(table, table.rows(table.until(ShownRuns.time(run, time))));
    }

    @Test
    void aTableIsWhatItsChangesAddUpTo() {
        Shown run = ShownRuns.of("state/table-is-a-fold");
        TableModel accounts = table(run, "Accounts");
        assertEquals("[]", text(accounts, accounts.rows(0)));
        assertEquals("[+I Ann 10, +I Ben 20]", rows(run, accounts, "12:00:19"));
        assertEquals("[+U Ann 15, +I Ben 20]", rows(run, accounts, "12:00:20"));
        assertEquals("[+U Ann 15]", rows(run, accounts, "12:00:30"));
        assertEquals("[+U Ann 15, +I Cem 5]", rows(run, accounts, "12:00:40"));
    }

    @Test
    void aRowHasItsHistoryUpToThePlayhead() {
        Shown run = ShownRuns.of("state/table-is-a-fold");
        TableModel accounts = table(run, "Accounts");
        int all = accounts.changes().size();
        assertEquals("[+I Ben 20, -D Ben 20]", text(accounts, accounts.history("Ben", all)));
        assertEquals("[+I Ann 10, -U Ann 10, +U Ann 15]", text(accounts, accounts.history("Ann", all)));
        assertEquals("[+I Ann 10]", text(accounts, accounts.history("Ann", 2)));
    }

    @Test
    void theSignAtTheGarageCountsEachLevel() {
        Shown run = ShownRuns.of("state/garage");
        TableModel inside = table(run, "Inside");
        assertEquals("[+I up 1, +I low 1]", rows(run, inside, "09:05:00"));
        assertEquals("[+U up 3, +U low 0]", rows(run, inside, "09:30:00"));
        assertEquals("[+U up 3, +U low 0]", rows(run, table(run, "Sign"), "09:30:00"), "and so does the sign");
    }

    /** A running count of everything, whose node crashes and goes on from six: what it said since is never taken back. */
    @Test
    void aTableOfOneRowHasOneRowAfterACrash() {
        Shown run = ShownRuns.of("faults/kill-it");
        assertEquals("[+U 14]", rows(run, table(run, "Count"), "12:00:28"));
        assertEquals("[+U 15]", rows(run, table(run, "Board"), "12:00:40"));
    }

    /** The fold is not only plausible: at each instant at which a table changes it is what the node itself holds. */
    @ParameterizedTest
    @ValueSource(strings = {"state/garage", "state/table-is-a-fold", "joins/exchange-rate", "messaging/compaction",
        "faults/kill-it", "joins/customer-view"})
    void theFoldIsWhatTheNodeHolds(String design) {
        Shown run = ShownRuns.of(design);
        int compared = 0;
        for (TableModel table : TableModel.of(run)) {
            for (long at : table.changes().stream().mapToLong(Change::at).distinct().toArray()) {
                View view = run.timeline().at(at).node(table.node()).map(NodeMoment::view).orElse(new View.None());
                if (!((view instanceof View.JoinedTables j ? j.rows() : view) instanceof View.Table held)) continue;
                assertEquals(held.rows().stream().map(e -> Values.of(e).toString()).sorted().toList(),
                        table.rows(table.until(at))
                                .stream()
                                .map(c -> Values.of(c.event()).toString())
                                .sorted()
                                .toList(),
                        design + " " + table.name() + " at " + table.clock().format(at));
                compared++;
            }
        }
        assertTrue(compared > 1, "nothing was compared");
    }

    @Test
    void bothCanBeHadAsCommaSeparatedValues() {
        Shown run = ShownRuns.of("state/table-is-a-fold");
        TableModel accounts = table(run, "Accounts");
        int until = accounts.until(ShownRuns.time(run, "12:00:20"));
        assertEquals("name,balance\r\nAnn,15\r\nBen,20\r\n", TablesCsv.rows(accounts, until));
        assertEquals("at,change,name,balance\r\n12:00:00,+I,Ann,10\r\n12:00:10,+I,Ben,20\r\n"
                + "12:00:20,-U,Ann,10\r\n12:00:20,+U,Ann,15\r\n", TablesCsv.changes(accounts, until));
    }

    @Test
    void aDesignWithoutChangesHasNoTable() {
        assertEquals(List.of(), TableModel.of(ShownRuns.of("time/late-arrivals")));
    }
}

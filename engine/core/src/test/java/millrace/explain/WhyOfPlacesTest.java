package millrace.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import millrace.compile.Plan.PlanNode;
import millrace.compile.Plan.PlanWire;
import millrace.measure.Shipped;
import millrace.operator.View;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;
import millrace.trace.Run;
import millrace.trace.Status.Health;
import millrace.trace.Timeline;
import org.junit.jupiter.api.Test;

/** How nodes are and why, what passes over wires, and why there is nothing where something could be. */
class WhyOfPlacesTest {
    private static String node(Run run, String node, String at) {
        Answer answer = Explain.node(run, node, time(run, at));
        return answer.question() + " " + answer.text();
    }

    private static long time(Run run, String at) {
        return run.plan().clock().parse(at).orElseThrow();
    }

    @Test
    void whyANodeIsDownAndWhenItIsBack() {
        Run run = Shipped.run("faults/kill-it");
        assertEquals("Why is Count down? It was killed at 12:00:22, and what it held is gone. It is back at 12:00:26."
                + " It goes back to checkpoint 1.", node(run, "count", "12:00:23"));
        Answer plain = Explain.node(run, "plain", time(run, "12:00:23"));
        assertTrue(plain.text().startsWith("It stands still since 12:00:22, because of count"), plain.text());
        assertEquals(List.of(time(run, "12:00:22"), time(run, "12:00:26")), plain.moments());
    }

    @Test
    void whatANodeWaitsFor() {
        Run run = Shipped.run("time/late-arrivals");
        assertEquals(
                "How is it with Tumbling 2 min at 12:06:20? 3 events have come to it, the last at 12:06:13. The next comes at"
                        + " 12:06:39. Its watermark is 12:02. [12:02, 12:04) is the first that waits for it, and answers at"
                        + " 12:04. The script of Scores gives 12:04 at 12:07:28.",
                node(run, "by2", "12:06:20"));
        assertEquals(
                "How is it with Scores at 12:06:20? It has sent 3 events, the last at 12:06:13. Its next comes at 12:06:39."
                        + " Its watermark is 12:02.",
                node(run, "scores", "12:06:20"));
        assertTrue(node(run, "totals", "12:05:10").contains("Nothing has come to it yet. The next comes at 12:05:59."));
    }

    @Test
    void whatPassesOverAWire() {
        Run run = Shipped.run("time/late-arrivals");
        Answer answer = Explain.wire(run.trace(), "positive.out -> by2.in", time(run, "12:06:20"));
        assertEquals("What goes from Positive to Tumbling 2 min?", answer.question());
        assertEquals("3 events have come through, the last at 12:06:13. On the way they need no time.", answer.text());
        assertEquals(List.of("by2", "positive"), answer.nodes());
    }

    @Test
    void whyThereIsNoWindow() {
        Run run = Shipped.run("time/late-arrivals");
        assertTrue(Explain.gap(run.trace(), "by2", "", time(run, "12:09:00"), time(run, "12:08:00"))
                .text()
                .startsWith("A window begins with its first event; none came for the window that starts at 12:08"));
        assertEquals("Why is this window not there yet?",
                Explain.gap(run.trace(), "by2", "", time(run, "12:06:30"), time(run, "12:06:00")).question());
        Run sessions = Shipped.run("time/sessions");
        String node = sessions.plan()
                .nodes()
                .stream()
                .filter(n -> n.type().equals("session"))
                .findFirst()
                .orElseThrow()
                .id();
        assertEquals("Why is there no window?",
                Explain.gap(sessions.trace(), node, "", sessions.start(), sessions.start()).question());
    }

    @Test
    void howAGroupStandsAndWhatItWaitsFor() {
        Run run = Shipped.run("messaging/three-readers");
        View.Log log = (View.Log) new Timeline(run).at(time(run, "12:00:30")).node("log").orElseThrow().view();
        for (View.Log.Group group : log.groups()) {
            Answer answer = Explain.group(run.trace(), "log", group.name(), time(run, "12:00:30"));
            assertEquals("How does group " + group.name() + " stand?", answer.question());
            assertTrue(group.lag() == 0 && answer.text().contains("has not begun")
                    || answer.text().contains("lags by " + group.lag()), answer.text());
        }
    }

    /** Each column of a window node, at the moment before its first pane and at the end, answers with its own bounds. */
    @Test
    void howEachWindowStands() {
        Run run = Shipped.run("time/late-arrivals");
        for (String at : List.of("12:06:20", "12:08:22")) {
            NodeMoment.Window node = (NodeMoment.Window) new Timeline(run).at(time(run, at)).node("by2").orElseThrow();
            for (NodeMoment.WindowView w : node.windows()) {
                Answer answer = Explain.window(run.trace(), "by2", w.key(), w.start(), w.end(), time(run, at));
                String pane = w.lastPane().map(p -> String.valueOf(p.event().value(2))).orElse("");
                assertTrue(pane.isEmpty() ? !answer.question().contains("said") : answer.question().contains(pane),
                        answer.question() + " of " + w);
                assertTrue(answer.text().contains("12:0"), answer.text());
            }
        }
    }

    /** Each node and wire of a design in every state that it comes into: each figure of an instant is one of the run. */
    @Test
    void everyStateOfEveryKindOfDesignHasAnAnswer() {
        Map<String, Integer> questions = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (String design : List.of("faults/kill-it", "faults/a-barriers-way", "faults/slow-sink",
                "faults/two-readers",
                "messaging/three-readers", "messaging/two-workers", "joins/customer-view", "state/three-mirrors",
                "time/sessions", "examples/database")) {
            Run run = Shipped.run(design);
            Timeline timeline = new Timeline(run);
            long step = Math.max(1, (run.end() - run.start()) / 60);
            for (long at = run.start(); at <= run.end(); at += step)
                ask(design, run, timeline.at(at), questions, wrong);
        }
        assertEquals(List.of(), wrong);
        for (String word : List.of("down", "still", "held up", "take nothing", "doing", "How is it"))
            assertTrue(questions.keySet().stream().anyMatch(q -> q.contains(word)), word + " is in no " + questions);
    }

    private static void ask(String design, Run run, Moment moment, Map<String, Integer> questions,
            List<String> wrong) {
        for (PlanNode node : run.plan().nodes()) {
            Answer answer = Explain.node(run.trace(), moment.node(node.id()).orElseThrow(), moment.status(node.id()),
                    moment.time());
            questions.merge(answer.question(), 1, Integer::sum);
            boolean down = moment.status(node.id()).health() == Health.CRASHED;
            if (down != answer.question().contains(" down?")) wrong.add(design + " " + answer);
            if (!answer.nodes().getFirst().equals(node.id())) wrong.add(design + " " + answer);
            if (answer.text().contains("  ") || answer.text().length() < 10) wrong.add(design + " " + answer);
        }
        for (PlanWire wire : run.plan().wires())
            if (Explain.wire(run.trace(), wire.id(), moment.time()).text().isBlank()) wrong.add(design + wire);
    }
}

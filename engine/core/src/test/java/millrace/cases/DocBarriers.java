package millrace.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import millrace.cases.Observed.Happened;
import millrace.design.Design;
import millrace.design.Value;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.operator.FaultNote;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules of checkpoint barriers, which a manual gives in words without figures. Each rule is held against a run of two logs
 * into one node that counts: a barrier leaves both logs at 10 s, and the road from the second takes 3 s longer. Then the node crashes. A
 * rule is known by words of it; one that is not known fails.
 */
final class DocBarriers implements DocShape {
    private static final String RULE = "rule";
    private static final String COUNT = "count";
    private static final long BARRIER = 10_000;
    private static final long TRANSIT = 3_000;
    private static final long CRASH = 16_000;
    private static final long LAST = 40_000;
    /** Values by the second at which they are sent: those of the second log are greater. */
    private static final List<Long> NEAR = List.of(1L, 4L, 9L, 11L, 12L, 13L, 14L);
    private static final List<Long> FAR = List.of(2L, 5L, 8L);
    private static final long SECOND_LOG = 100;

    /** A rule and the words by which it is known in the text. */
    private enum Rule {
        ONE_INPUT("gets barrier n on one of them"),
        WAIT("they wait (aligned) and are not processed"),
        PUT_OUT("the operator then puts out barrier n itself"),
        SNAPSHOT("then the waiting records are processed, before new ones"),
        COMPLETE("when all sinks have confirmed, checkpoint n is complete"),
        UNALIGNED("lets it overtake buffered records"),
        AT_LEAST_ONCE("are seen twice after recovery");

        private final String words;

        Rule(String words) {
            this.words = words;
        }

        static Rule of(String text) {
            for (Rule rule : values())
                if (text.contains(rule.words)) return rule;
            throw new IllegalArgumentException("no rule that is known: " + text);
        }
    }

    @Override
    public boolean fits(JsonNode one) {
        return one.has("steps") && one.has("unaligned") && one.has("at_least_once");
    }

    @Override
    public List<Question> questions(JsonNode one) {
        List<String> texts = new ArrayList<>();
        one.get("steps").forEach(step -> texts.add(step.asString()));
        texts.add(Json.text(one, "unaligned"));
        texts.add(Json.text(one, "at_least_once"));
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            ObjectNode asked = Json.without(one, Set.of("steps", "unaligned", "at_least_once"));
            asked.put(RULE, Rule.of(texts.get(i)).name());
            questions.add(new Question(Json.text(one, "id", "a case") + ", rule " + (i + 1), asked, one));
        }
        return questions;
    }

    private static Rule rule(JsonNode asked) {
        return Rule.valueOf(Json.text(asked, RULE));
    }

    @Override
    public Design design(JsonNode asked) {
        Rule rule = rule(asked);
        String guarantee = rule == Rule.AT_LEAST_ONCE ? "at-least-once" : "exactly-once";
        Value.Group counts = Value.Group.EMPTY.with("rows", Value.of("one"))
                .with("aggregates", Value.of(List.of(Value.of("count"), Value.of("last of value"))));
        // Records wait before the node when the barrier comes.
        if (rule == Rule.UNALIGNED) counts = counts.with("workTime", Sketch.duration(2500));
        Value crash = Value.of(List.of(Sketch.time(CRASH), Value.of(COUNT), Sketch.duration(1000)));
        return new Sketch(DocShape.dialect(asked)).startsAt(0)
                .setting("until", Sketch.time(LAST))
                .setting("checkpoints.guarantee", Value.of(guarantee))
                .setting("checkpoints.every", Sketch.duration(BARRIER))
                .setting("checkpoints.unaligned", Value.of(rule == Rule.UNALIGNED))
                .setting("crashes", Value.of(List.of(crash)))
                .node("near", "timetable", rows(NEAR, 0))
                .node("far", "timetable", rows(FAR, SECOND_LOG))
                .node("near-log", "log", Value.Group.EMPTY)
                .node("far-log", "log", Value.Group.EMPTY)
                .node(COUNT, "aggregate", counts)
                .sink(Sketch.PANES)
                .wire("near", "near-log")
                .wire("far", "far-log")
                .wire("near-log", COUNT)
                .wire("far-log", COUNT, TRANSIT)
                .wire(COUNT, Sketch.PANES)
                .design();
    }

    private static Value.Group rows(List<Long> seconds, long plus) {
        List<Value> rows = new ArrayList<>();
        for (long second : seconds)
            rows.add(Value.of(List.of(Sketch.time(second * 1000), new Value.Nothing(), Value.of(second + plus))));
        return Value.Group.EMPTY.with("fields", Value.Group.EMPTY.with("value", Value.of("long")))
                .with("rows", Value.of(rows));
    }

    @Override
    public Verdict judge(Question question, Observed observed) {
        Run run = new Run(observed.faults());
        List<String> wrong = switch (rule(question.asked())) {
            case ONE_INPUT -> run.is("the barrier comes on one input alone",
                    run.index(COUNT, new FaultNote.BarrierArrived(1, 0, 1)) >= 0
                            && run.at(COUNT, new FaultNote.BarrierArrived(1, 0, 1)) == BARRIER);
            case WAIT -> waits(run);
            case PUT_OUT -> putsOut(run);
            case SNAPSHOT -> snapshot(run);
            case COMPLETE -> complete(run);
            case UNALIGNED -> unaligned(run);
            case AT_LEAST_ONCE -> twice(run);
        };
        return wrong.isEmpty() ? new Verdict.Passed("")
                : new Verdict.Failed("expected, and did not come: " + wrong + " in " + observed.faults());
    }

    /** The records that were sent after the barrier are processed when the other barrier has come, not before. */
    private static List<String> waits(Run run) {
        List<Long> times = List.of(11L, 12L).stream().map(v -> run.processed(v, 0)).toList();
        return run.is("11 and 12 are processed at 13 s", times.equals(List.of(BARRIER + TRANSIT, BARRIER + TRANSIT)));
    }

    private static List<String> putsOut(Run run) {
        int out = run.index(Sketch.PANES, new FaultNote.BarrierArrived(1, 0, 0));
        int both = run.index(COUNT, new FaultNote.BarrierArrived(1, 1, 0));
        List<Long> before = run.values(0, Math.max(0, out));
        List<String> wrong = new ArrayList<>(
                run.is("the node's own barrier comes after both", both >= 0 && out > both));
        wrong.addAll(run.is("all records of before the barriers, and no other, have been put out: " + before,
                before.equals(List.of(1L, 4L, 102L, 105L, 9L, 108L))));
        return wrong;
    }

    private static List<String> snapshot(Run run) {
        int saved = run.index(COUNT, new FaultNote.Snapshot(1, 0));
        int crash = run.index(COUNT, new FaultNote.Crashed(false));
        List<Long> after = run.values(Math.max(0, saved), crash);
        return run.is("the snapshot, then those that waited, then new ones: " + after,
                saved >= 0 && after.equals(List.of(11L, 12L, 13L, 14L)));
    }

    private static List<String> complete(Run run) {
        int confirmed = run.index(Sketch.PANES, new FaultNote.Snapshot(1, 0));
        int complete = run.complete();
        List<Long> again = run.values(run.index(COUNT, new FaultNote.Restored(1, false)), run.size());
        List<String> wrong = new ArrayList<>(
                run.is("complete when the sink has confirmed", confirmed >= 0 && complete > confirmed));
        wrong.addAll(run.is("only records of after the barrier are asked for again: " + again,
                again.equals(List.of(11L, 12L, 13L, 14L))));
        wrong.addAll(run.is("each counts once: " + run.count(), run.count() == NEAR.size() + FAR.size()));
        return wrong;
    }

    private static List<String> unaligned(Run run) {
        int barrier = run.index(Sketch.PANES, new FaultNote.BarrierArrived(1, 0, 0));
        int complete = run.complete();
        List<Long> before = run.values(0, Math.max(0, barrier));
        int overtaken = run.overtaken(complete);
        List<Long> again = run.values(run.index(COUNT, new FaultNote.Restored(1, false)), run.size());
        List<String> wrong = new ArrayList<>(run.is("the barrier leaves before the other input's has come",
                barrier >= 0 && barrier < run.index(COUNT, new FaultNote.BarrierArrived(1, 1, 0))));
        wrong.addAll(run.is("it overtakes records, which are in the snapshot: " + overtaken,
                overtaken > 0 && overtaken == NEAR.indexOf(11L) + FAR.size() - before.size()));
        wrong.addAll(run.is("the overtaken come again out of the snapshot: " + again,
                again.containsAll(List.of(9L, 108L, 11L, 12L, 13L, 14L))));
        wrong.addAll(run.is("each counts once: " + run.count(), run.count() == NEAR.size() + FAR.size()));
        return wrong;
    }

    private static List<String> twice(Run run) {
        int saved = run.index(COUNT, new FaultNote.Snapshot(1, 0));
        List<Long> before = run.values(0, Math.max(0, saved));
        List<Long> again = run.values(run.index(COUNT, new FaultNote.Restored(1, false)), run.size());
        List<Long> twice = before.stream().filter(again::contains).toList();
        List<String> wrong = new ArrayList<>(run.is("records of after the barrier are in its snapshot: " + before,
                before.containsAll(List.of(11L, 12L))));
        wrong.addAll(run.is("they are seen again: " + again, twice.containsAll(List.of(11L, 12L))));
        wrong.addAll(
                run.is("they count twice: " + run.count(), run.count() == NEAR.size() + FAR.size() + twice.size()));
        return wrong;
    }

    /** What happened, in order. */
    private record Run(List<Happened> all) {
        int size() {
            return all.size();
        }

        int index(String node, FaultNote note) {
            for (int i = 0; i < all.size(); i++)
                if (all.get(i).node().equals(node) && all.get(i).what().equals(note)) return i;
            return -1;
        }

        long at(String node, FaultNote note) {
            return all.get(index(node, note)).at();
        }

        /** Where the first checkpoint of the pipeline of both logs is complete. */
        int complete() {
            for (int i = 0; i < all.size(); i++)
                if (all.get(i).node().endsWith("-log") && all.get(i).what() instanceof FaultNote.Completed) return i;
            return -1;
        }

        /** How many events the barriers of a complete checkpoint overtook. */
        int overtaken(int index) {
            return index >= 0 && all.get(index).what() instanceof FaultNote.Completed c ? c.overtaken() : 0;
        }

        /** The values of the records that were counted between two places, in order. */
        List<Long> values(int from, int to) {
            return rows(Math.max(0, from), to).keySet().stream().toList();
        }

        /** When a value was first counted, from a place on; -1 = never. */
        long processed(long value, int from) {
            return rows(from, all.size()).getOrDefault(value, -1L);
        }

        private Map<Long, Long> rows(int from, int to) {
            Map<Long, Long> rows = new LinkedHashMap<>();
            for (Happened h : all.subList(from, to))
                if (h.what() instanceof Event e && ChangeKind.of(e).adds())
                    rows.putIfAbsent((Long) e.value(1), h.at());
            return rows;
        }

        /** What the node says last. */
        long count() {
            return all.stream()
                    .filter(h -> h.what() instanceof Event e && ChangeKind.of(e).adds())
                    .mapToLong(h -> (Long) ((Event) h.what()).value(0))
                    .reduce(0, (a, b) -> b);
        }

        List<String> is(String what, boolean so) {
            return so ? List.of() : List.of(what);
        }
    }
}

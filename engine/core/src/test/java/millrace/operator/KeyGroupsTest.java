package millrace.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import millrace.compile.Compiler;
import millrace.compile.Designs;
import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.design.Design;
import millrace.event.Event;
import millrace.event.Schema;
import org.junit.jupiter.api.Test;

/** Groups of keys that come to another instance. */
class KeyGroupsTest {
    private static final class AtWatermark extends HandContext {
        long watermark;

        @Override
        public long watermark() {
            return watermark;
        }
    }

    private final AtWatermark context = new AtWatermark();

    private static PlanNode tenSeconds() {
        Design design = Design.EMPTY.withNodes(List.of(
                Designs.node("in", "timetable", "{\"fields\": {\"key\": \"string\"}, \"key\": \"key\", \"rows\": []}"),
                Designs.node("ten", "tumbling", "{\"size\": \"10 s\"}"), Designs.node("out", "results", "{}")))
                .withWires(Designs.wires("in -> ten", "ten -> out"));
        Plan plan = Compiler.compile(design, Files.NONE).value().orElseThrow();
        return plan.nodes().get(plan.nodeNumber("ten"));
    }

    private void put(Processor processor, Schema schema, long time) {
        processor.onEvent(context, Event.of(++context.ids, time, schema, schema.newNums(), new Object[] {"A"}), 0);
    }

    private void advance(Processor processor, long watermark) {
        context.watermark = watermark;
        processor.onWatermark(context, watermark);
    }

    /** It was at 20 s; the instance that has it now is at 3 s, for the sake of others. */
    @Test
    void aGroupKnowsHowFarItWasUntilItsInstanceHasCaughtUp() {
        PlanNode node = tenSeconds();
        Schema schema = node.inputs().getFirst().schema();
        KeyGroups before = new KeyGroups(((Work.Transform) node.work()).operator(), node.inputs());
        put(before, schema, 5_000);
        advance(before, 20_000);
        assertEquals(List.of(0), context.outputs, "the window of 0 to 10 s is said");
        context.watermark = 3_000;
        Processor now = KeyGroups.dealt(List.of(new KeyGroups.Share(before, 20_000)), 0, 1, 3_000).copy();
        put(now, schema, 7_000);
        assertEquals(List.of(0, 1), context.outputs, "too late for the group, though not for the instance");
        put(now, schema, 25_000);
        advance(now, 12_000);
        advance(now, 29_000);
        assertEquals(List.of(0, 1), context.outputs);
        advance(now, 30_000);
        assertEquals(List.of(0, 1, 0), context.outputs, "what came later is said in its time");
    }
}

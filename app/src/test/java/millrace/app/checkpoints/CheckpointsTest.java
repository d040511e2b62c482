package millrace.app.checkpoints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import millrace.app.checkpoints.CheckpointsModel.Checkpoint;
import millrace.app.checkpoints.CheckpointsModel.Kind;
import millrace.app.checkpoints.CheckpointsModel.Nothing;
import millrace.app.checkpoints.CheckpointsModel.Outage;
import millrace.app.checkpoints.CheckpointsModel.Road;
import millrace.app.pane.Posed;
import millrace.design.Clock;
import millrace.design.Value;
import millrace.measure.Course.Outcome;
import org.junit.jupiter.api.Test;

/** What the view of checkpoints says of shipped designs, as their lessons state it. */
class CheckpointsTest {
    private static final String KILL_IT = "faults/kill-it";
    private static final String BARRIERS = "faults/a-barriers-way";

    private static CheckpointsModel model(String design) {
        return CheckpointsReader.of(Posed.shown(design).run());
    }

    private static long at(String time) {
        return Clock.MIDNIGHT.parse(time).orElseThrow();
    }

    @Test
    void theCrashIsARowsOutageAndTheRestoreGoesBackToTheFirst() {
        CheckpointsModel model = model(KILL_IT);
        assertEquals(List.of("log", "count", "board", "plain", "safe"), model.nodes());
        assertEquals(List.of("1", "2"), model.checkpoints().stream().map(Checkpoint::name).toList());
        assertEquals(List.of("log"), model.checkpoints().getFirst().starts());
        List<Outage> crashed = model.outages().stream().filter(Outage::crashed).toList();
        assertEquals(List.of(new Outage("count", at("12:00:22"), at("12:00:26"), true)), crashed);
        assertTrue(model.outages().stream().allMatch(o -> o.to() == at("12:00:26")), model.outages().toString());
        assertEquals(List.of(1L), model.signs()
                .stream()
                .filter(s -> s.kind() == Kind.RESTORED)
                .map(CheckpointsModel.Sign::checkpoint)
                .distinct()
                .toList());
    }

    @Test
    void theListKnowsNothingOfWhatIsToCome() {
        CheckpointsModel model = model(KILL_IT);
        assertEquals(List.of(), model.lines(at("12:00:11")));
        assertEquals(List.of("1 COMPLETED"), said(model, "12:00:30"));
        assertEquals(List.of("2 COMPLETED", "1 COMPLETED"), said(model, "12:00:40"));
        assertEquals("2", model.newest(at("12:00:40")).orElseThrow().name());
    }

    private static List<String> said(CheckpointsModel model, String time) {
        return model.lines(at(time)).stream().map(l -> l.checkpoint().name() + " " + l.outcome()).toList();
    }

    @Test
    void aBarrierOnTheLongRoadIsThreeSecondsLater() {
        CheckpointsModel model = model(BARRIERS);
        Checkpoint first = model.checkpoints().getFirst();
        assertEquals(List.of("left", "right"), first.starts());
        assertEquals(
                List.of(new Road("left", at("12:00:10"), "count", at("12:00:10")),
                        new Road("right", at("12:00:10"), "count", at("12:00:13")),
                        new Road("count", at("12:00:13"), "board", at("12:00:13"))),
                first.roads());
        assertEquals(Optional.of(Outcome.ON_ITS_WAY), first.at(at("12:00:12")));
        assertEquals(2_000, first.lasted(at("12:00:12")));
        assertEquals(0, first.size(at("12:00:12")));
        assertEquals(Optional.of(Outcome.COMPLETED), first.at(at("12:00:13")));
        assertEquals(3_000, first.lasted(at("12:00:20")));
        assertEquals(2, first.size(at("12:00:13")));
    }

    @Test
    void aCheckpointThatACrashInterruptsIsGivenUpWithItsReason() {
        Value crash = Value.of(List.of(Value.of(List.of(Value.of("12:00:11"), Value.of("count"), Value.of("2 s")))));
        CheckpointsModel model = CheckpointsReader
                .of(Posed.shown(BARRIERS, d -> d.withSettings(d.settings().with("crashes", crash))).run());
        assertEquals(Optional.of(Outcome.ABORTED), model.checkpoints().getFirst().at(at("12:00:11")));
        assertTrue(model.checkpoints().getFirst().course().reason().contains("count"));
    }

    @Test
    void whereThereIsNothingItSaysWhy() {
        assertEquals(Optional.of(Nothing.OFF), model("time/late-arrivals").nothing());
        Value rare = Value.of("1 h");
        CheckpointsModel none = CheckpointsReader.of(Posed
                .shown(KILL_IT, d -> d.withSettings(d.settings().withAt("checkpoints.every", rare)))
                .run());
        assertEquals(Optional.of(Nothing.NONE_BEGAN), none.nothing());
        assertEquals(Optional.empty(), model(KILL_IT).nothing());
    }
}

package millrace.app.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import millrace.app.look.Theme;
import millrace.app.look.TimeAxis;
import millrace.app.timeline.TimelineModel.Kind;
import millrace.app.timeline.TimelineModel.Mark;
import millrace.compile.Compiler;
import millrace.design.Clock;
import millrace.format.DesignReader;
import millrace.operator.Files;
import millrace.trace.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TimelineTest {
    private static final Clock CLOCK = Clock.parseStart("12:05:00").orElseThrow();
    private final List<Long> sought = new ArrayList<>();
    private TimelineView view;

    private static long t(String time) {
        return CLOCK.parse(time).getAsLong();
    }

    private static Mark mark(String at, Kind kind) {
        return new Mark(t(at), kind, "by2");
    }

    private static TimelineModel model() {
        return new TimelineModel(CLOCK, t("12:05"), t("12:09:30"), new long[] {t("12:05:19"), t("12:08:19")},
                new long[] {t("12:08:19")},
                List.of(mark("12:05:59", Kind.ON_TIME), mark("12:06:00", Kind.EARLY), mark("12:08:19", Kind.LATE)),
                List.of());
    }

    @Start
    void start(Stage stage) {
        view = new TimelineView();
        view.setTheme(Theme.DARK);
        view.setModel(model());
        view.setPlayhead(t("12:07"));
        view.setOnSeek(time -> {
            sought.add(time);
            view.setPlayhead(time);
        });
        stage.setScene(new Scene(view, 900, 70));
        stage.sizeToScene();
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private Point2D place(String time) {
        return view.localToScreen(view.xOf(t(time)), 40);
    }

    @Test
    void aClickSeeksToTheSecond(FxRobot robot) {
        robot.clickOn(place("12:07:30"));
        assertEquals(t("12:07:30"), sought.getLast(), 1_000);
        assertEquals(0, sought.getLast() % 1_000);
    }

    @Test
    void aClickNearAMarkMeansTheMark(FxRobot robot) {
        robot.clickOn(place("12:08:19").add(3, 0));
        assertEquals(t("12:08:19"), sought.getLast());
    }

    @Test
    void draggingScrubsBackwardsToo(FxRobot robot) {
        robot.moveTo(place("12:09")).press(MouseButton.PRIMARY).moveTo(place("12:06:30")).release(MouseButton.PRIMARY);
        assertTrue(sought.size() > 1);
        assertEquals(t("12:06:30"), sought.getLast(), 2_000);
    }

    @Test
    void arrowKeysGoFromMarkToMark(FxRobot robot) {
        robot.clickOn(place("12:07"));
        robot.type(KeyCode.RIGHT);
        assertEquals(t("12:08:19"), sought.getLast());
        robot.type(KeyCode.LEFT).type(KeyCode.LEFT);
        assertEquals(t("12:05:59"), sought.getLast());
    }

    @Test
    void placesAndTimesAgree() {
        for (String time : List.of("12:05:00", "12:06:10", "12:09:30"))
            assertEquals(t(time), view.timeAt(view.xOf(t(time))), time);
    }

    @Test
    void marksCloseTogetherStackAtMostThree() {
        TimeAxis axis = new TimeAxis(0, 10_000, 0, 1_000);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 7; i++)
            marks.add(new Mark(500 + i, i == 6 ? Kind.DROPPED : Kind.EARLY, "n"));
        marks.add(new Mark(2_000, Kind.LATE, "n"));
        List<Stacks.Stack> stacks = Stacks.of(marks, axis, 10_000);
        assertEquals(2, stacks.size());
        assertEquals(List.of(Kind.EARLY, Kind.DROPPED), stacks.getFirst().shown(), "every kind is seen");
        assertEquals(5, stacks.getFirst().more());
    }

    @Test
    void thePlayheadPartsAStack() {
        TimeAxis axis = new TimeAxis(0, 10_000, 0, 1_000);
        List<Mark> marks = List.of(new Mark(500, Kind.EARLY, "n"), new Mark(510, Kind.LATE, "n"));
        assertEquals(2, Stacks.of(marks, axis, 505).size());
        assertEquals(1, Stacks.of(marks, axis, 600).size());
    }

    private static long noon(String time) {
        return Clock.MIDNIGHT.parse(time).orElseThrow();
    }

    @Test
    void checkpointsCrashesAndRestoresAreMarks() {
        Path file = Path.of("../designs/faults/kill-it.json");
        Run run = Run.of(Compiler.compile(DesignReader.read(file).design().orElseThrow(), Files.NONE)
                .value()
                .orElseThrow());
        TimelineModel model = TimelineModel.of(run.trace(), run.start(), run.end());
        assertEquals(List.of("12:00:12 CHECKPOINT", "12:00:22 CRASH", "12:00:26 RESTORE",
                "12:00:36 CHECKPOINT"),
                model.marks().stream().map(m -> Clock.MIDNIGHT.format(m.at()) + " " + m.kind()).toList());
        assertEquals(noon("12:00:26"), model.next(noon("12:00:22")).orElseThrow());
        assertEquals(noon("12:00:12"), model.previous(noon("12:00:22")).orElseThrow());
        assertEquals(List.of(new TimelineModel.Outage(noon("12:00:22"), noon("12:00:26"))), model.outages());
    }
}

package millrace.app.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import millrace.app.compare.LaneMarks.Spot;
import millrace.app.compare.Lanes.Mark;
import millrace.app.look.TimeAxis;
import millrace.event.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The marks of a lane of compared runs do not cover each other, and none is lost. */
@ExtendWith(ApplicationExtension.class)
class LaneMarksTest {
    private static final TimeAxis AXIS = new TimeAxis(0, 60_000, 0, 600);

    private static Mark mark(long at, String figure, boolean differs) {
        return new Mark(at, figure, Timing.ON_TIME, false, differs);
    }

    @Test
    void whereThereIsRoomEachStandsWholeAtItsTime() {
        LaneMarks lane = LaneMarks.of(List.of(mark(6_000, "5", false), mark(30_000, "14", true)), AXIS);
        assertFalse(lane.small());
        assertEquals(List.of(60.0, 300.0), lane.spots().stream().map(Spot::middle).toList());
    }

    @Test
    void whatIsCloseIsSmallerAndABitRightOfItsTime() {
        LaneMarks lane = LaneMarks.of(List.of(mark(6_000, "1", false), mark(6_500, "2", false)), AXIS);
        assertTrue(lane.small());
        assertEquals(2, lane.spots().size());
        assertTrue(lane.spots().getLast().middle() > 65, "beside the first");
    }

    @Test
    void whatIsTooCloseIsCounted() {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 9; i++)
            marks.add(mark(6_000, "7", i < 2));
        Spot counted = LaneMarks.of(marks, AXIS).spots().getLast();
        assertTrue(counted.counted());
        assertFalse(counted.ringed(), "not all of them differ");
    }

    @Test
    void noneCoversAnotherAndNoneIsLost() {
        Random random = new Random(7);
        for (int trial = 0; trial < 50; trial++) {
            List<Mark> marks = random.longs(trial * 3, 0, 60_000)
                    .sorted()
                    .mapToObj(at -> mark(at, String.valueOf(at % 1_000), at % 3 == 0))
                    .toList();
            List<Spot> spots = LaneMarks.of(marks, AXIS).spots();
            assertEquals(marks, spots.stream().flatMap(s -> s.marks().stream()).toList());
            for (int i = 1; i < spots.size(); i++)
                assertTrue(spots.get(i).left() >= spots.get(i - 1).right(), trial + ": " + spots);
        }
    }
}

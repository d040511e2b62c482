package millrace.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import millrace.event.Watermark;
import org.junit.jupiter.api.Test;

/** The minimum over inputs that are neither idle nor ended. */
class ProgressTest {
    private final Progress progress = new Progress(2);

    private boolean advance(int input, long to) {
        return progress.advance(input, to) && progress.moved();
    }

    @Test
    void theSlowestInputDecides() {
        assertFalse(advance(0, 10));
        assertEquals(Watermark.NONE, progress.watermark());
        assertTrue(advance(1, 5));
        assertEquals(5, progress.watermark());
        assertFalse(advance(1, 4), "watermarks never go back");
    }

    @Test
    void anIdleInputDoesNotHoldTheOthersBack() {
        advance(0, 10);
        progress.idle(1, true);
        assertTrue(progress.moved());
        assertEquals(10, progress.watermark());
        progress.idle(1, false);
        assertFalse(advance(1, 3), "it woke behind the others");
        assertEquals(10, progress.watermark());
        assertFalse(advance(0, 20));
        assertTrue(advance(1, 15));
        assertEquals(15, progress.watermark());
    }

    @Test
    void whileAllAreIdleTheWatermarkStays() {
        advance(0, 10);
        advance(1, 5);
        progress.idle(0, true);
        progress.idle(1, true);
        assertTrue(progress.allIdle());
        assertFalse(progress.moved());
        assertEquals(5, progress.watermark());
    }

    @Test
    void anEndedInputSaysNothingForAnIdleOne() {
        advance(0, 10);
        advance(1, 5);
        progress.idle(1, true);
        progress.moved();
        assertFalse(advance(0, Watermark.FINAL));
        progress.end(0);
        assertFalse(progress.moved());
        assertEquals(10, progress.watermark());
        assertTrue(progress.allIdle());
        progress.idle(1, false);
        assertTrue(advance(1, Watermark.FINAL));
        progress.end(1);
        assertTrue(progress.allEnded());
        assertEquals(Watermark.FINAL, progress.watermark());
    }
}

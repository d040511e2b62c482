package millrace.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlayheadTest {
    private final Playhead playhead = new Playhead();

    @Test
    void movesByElapsedTimeAndSpeedNotByFrames() {
        playhead.range(1_000, 100_000);
        playhead.speedProperty().set(0.25);
        playhead.toggle();
        for (int frame = 0; frame < 1_000; frame++)
            playhead.tick(1.5);
        assertEquals(1_000 + 375, playhead.time());
    }

    @Test
    void stopsAtTheEndAndPlaysAgainFromTheStart() {
        playhead.range(0, 500);
        playhead.toggle();
        playhead.tick(10_000);
        assertEquals(500, playhead.time());
        assertFalse(playhead.playingProperty().get());
        playhead.toggle();
        assertTrue(playhead.playingProperty().get());
        assertEquals(0, playhead.time());
    }

    @Test
    void staysWhereItIsWhenTheRunGrowsAndComesBackWhenItShrinks() {
        playhead.range(0, 500);
        playhead.seek(400);
        playhead.range(0, 9_000);
        assertEquals(400, playhead.time());
        playhead.range(0, 300);
        assertEquals(300, playhead.time());
    }

    @Test
    void standsStillWhilePaused() {
        playhead.range(0, 500);
        playhead.seek(100);
        playhead.tick(50);
        assertEquals(100, playhead.time());
    }

    @Test
    void aRunIsFollowedAtASpeedThatSuitsItsLength() {
        playhead.range(0, 30_000);
        playhead.suit();
        assertEquals(1, playhead.speedProperty().get());
        playhead.range(0, 262_000);
        playhead.suit();
        assertEquals(4, playhead.speedProperty().get());
        assertEquals(64, playhead.speedsProperty().get().getLast());
    }

    @Test
    void onlyRunsOfHoursCanBePlayedFasterThan64() {
        long week = 7 * 86_400_000L;
        playhead.range(0, week);
        playhead.suit();
        double seconds = week / playhead.speedProperty().get() / 1_000;
        assertTrue(seconds >= 40 && seconds < 160, seconds + " s");
        playhead.speedProperty().set(64);
        playhead.change(true);
        assertEquals(256, playhead.speedProperty().get());
        playhead.change(false);
        assertEquals(64, playhead.speedProperty().get());
    }
}

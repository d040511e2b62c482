package millrace.app.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiskTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> ui = new ArrayDeque<>();
    private final List<String> heard = new ArrayList<>();
    private final Disk disk = new Disk(ui::add, background::add);

    private void go() {
        while (!background.isEmpty() || !ui.isEmpty())
            (background.isEmpty() ? ui : background).remove().run();
    }

    @Test
    void workIsDoneInItsOrderAndToldOnTheInterfacesThread() {
        disk.ask(() -> "a", heard::add);
        disk.ask(() -> "b", heard::add);
        background.remove().run();
        assertEquals(List.of(), heard, "not yet: the interface's thread has not come round");
        go();
        assertEquals(List.of("a", "b"), heard);
    }

    @Test
    void whoWaitsForRestWaitsForWhatAnswersAskForToo() {
        disk.whenAtRest(() -> heard.add("at once"));
        disk.ask(() -> "look", look -> disk.ask(() -> "save", heard::add));
        disk.whenAtRest(() -> heard.add("rest"));
        go();
        assertEquals(List.of("at once", "save", "rest"), heard);
    }

    @Test
    void whatGoesWrongIsThrownOnTheInterfacesThreadAndTheDiskIsAtRestAgain() {
        disk.setOnBusy(() -> heard.add(disk.busy() ? "busy" : "rest"));
        disk.ask(() -> {
            throw new IllegalStateException("worn out");
        }, nothing -> heard.add("told"));
        background.remove().run();
        assertTrue(disk.busy());
        assertThrows(IllegalStateException.class, ui.remove()::run);
        assertEquals(List.of("busy", "rest"), heard);
    }
}

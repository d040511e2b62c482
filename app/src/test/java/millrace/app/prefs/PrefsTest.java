package millrace.app.prefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import millrace.app.file.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered between two starts of the program. */
class PrefsTest {
    private static final Frame LAPTOP = new Frame(0, 0, 1440, 900);
    private static final Frame PROJECTOR = new Frame(1440, -200, 1920, 1080);

    @TempDir
    private Path folder;

    private Places places() {
        return Places.in(folder);
    }

    @Test
    void whatIsChosenIsKept() {
        assertEquals(Preferences.USUAL, new PreferencesStore(places()).load());
        Preferences chosen = new Preferences(Preferences.Look.CONTRAST, 1.5, true, false, false,
                List.of("tumbling", "results"));
        new PreferencesStore(places()).save(chosen);
        assertEquals(chosen, new PreferencesStore(places()).load());
        assertTrue(Files.isRegularFile(folder.resolve("config/preferences.json")));
    }

    @Test
    void whatCanNotBeUnderstoodHasItsUsualValue() throws IOException {
        Path file = Files.createDirectories(folder.resolve("config")).resolve("preferences.json");
        Files.writeString(file, "{\"theme\": \"pink\", \"scale\": 40, \"autosave\": false, \"later\": [1]}");
        assertEquals(Preferences.USUAL.withAutosave(false), new PreferencesStore(places()).load());
        Files.writeString(file, "{\"theme\": \"dark\", \"sc");
        assertEquals(Preferences.USUAL, new PreferencesStore(places()).load());
    }

    @Test
    void windowsAndViewsAreKept() {
        Session session = Session.NONE
                .with(List.of(
                        new Session.Window(new Frame(10, 20, 1200, 700), true, List.of("/a.json", "/b.json"), 1, 0.5)))
                .with("/a.json", Optional.of(new Session.View(-3, 4, 1.25)));
        new SessionStore(places()).save(session);
        assertEquals(session, new SessionStore(places()).load());
    }

    @Test
    void theViewsOfAHundredFilesAreKept() {
        Session session = Session.NONE;
        for (int i = 0; i < 130; i++)
            session = session.with("/" + i + ".json", Optional.of(new Session.View(i, 0, 1)));
        assertEquals(100, session.views().size());
        assertEquals(Optional.empty(), session.view("/29.json"));
        assertEquals(129, session.view("/129.json").orElseThrow().x());
        assertEquals(Optional.empty(), session.with("/129.json", Optional.empty()).view("/129.json"));
    }

    @Test
    void aWindowStaysWhereItWasIfItCanBeSeenThere() {
        Frame there = new Frame(1500, -100, 1200, 700);
        assertEquals(there, there.onto(List.of(LAPTOP, PROJECTOR)));
        Frame half = new Frame(-900, 10, 1200, 700);
        assertEquals(half, half.onto(List.of(LAPTOP)));
    }

    @Test
    void aWindowOnAScreenThatIsGoneComesToTheMiddleOfTheFirst() {
        assertEquals(new Frame(120, 100, 1200, 700), new Frame(1500, -100, 1200, 700).onto(List.of(LAPTOP)));
        assertEquals(new Frame(0, 0, 1440, 900), new Frame(5000, 5000, 3000, 2000).onto(List.of(LAPTOP)));
        assertEquals(new Frame(0, 0, 1440, 900), new Frame(0, 0, 3000, 2000).onto(List.of(LAPTOP)),
                "no larger than the screen");
    }
}

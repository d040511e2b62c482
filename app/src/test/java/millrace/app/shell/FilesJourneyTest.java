package millrace.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import millrace.app.canvas.Viewport;
import millrace.app.file.Autosave;
import millrace.app.file.RecentFiles;
import millrace.app.file.Recovery;
import millrace.app.file.SideFile;
import millrace.design.Design;
import millrace.design.Value;
import millrace.format.DesignReader;
import millrace.format.DesignWriter;
import millrace.app.look.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Files in tabs and windows: opened, saved, left, changed by others, brought back after a crash. */
@ExtendWith(ApplicationExtension.class)
class FilesJourneyTest extends WindowsTest {
    private static final SideFile.Owner DEAD = new SideFile.Owner(999_999_999_999L, 7);

    @Start
    @Override
    void start(Stage first) throws IOException {
        super.start(first);
    }

    @Stop
    @Override
    void stop() throws IOException {
        super.stop();
    }

    private static Design read(Path file) {
        return DesignReader.read(file).wholeDesign().orElseThrow();
    }

    // Tabs and windows

    @Test
    void everyTabHasItsOwnUndoAndPlayheadAndKeysWalkThroughThem(FxRobot robot) {
        open(robot, file("a.json"), file("b.json"));
        assertEquals(List.of("a.json", "b.json"), names());
        edit(robot, "1 min");
        Designer b = page();
        robot.interact(() -> b.workspace.playhead().seek(b.workspace.playhead().to()));
        robot.push(KeyCode.CONTROL, KeyCode.TAB);
        Designer a = page();
        assertNotEquals(a, b);
        assertEquals(Optional.empty(), a.workspace.editor().undoName());
        assertEquals(Optional.of(Value.of("2 min")), size(a));
        assertTrue(a.workspace.playhead().time() < b.workspace.playhead().time());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        assertSame(b, page());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(Optional.of(Value.of("2 min")), size(b));
    }

    @Test
    void newOpensATabAndCloseAsksAboutWhatIsNotSaved(FxRobot robot) {
        open(robot, file("a.json"));
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        assertEquals(List.of("a.json", "-"), names());
        robot.push(KeyCode.SHORTCUT, KeyCode.W);
        atRest();
        assertEquals(List.of("a.json"), names());
        assertEquals(List.of(), answers.asked, "there was nothing to save");
        edit(robot, "1 min");
        robot.push(KeyCode.SHORTCUT, KeyCode.W);
        atRest();
        assertEquals(List.of("Late arrivals"), answers.asked);
        assertEquals(List.of("a.json"), names(), "cancelled");
        answers.unsaved = Dialogs.Unsaved.SAVE;
        robot.push(KeyCode.SHORTCUT, KeyCode.W);
        atRest();
        assertEquals(List.of(), names());
        assertEquals(Optional.of(Value.of("1 min")),
                read(home.resolve("a.json")).node("by2").orElseThrow().settings().get("size"));
        assertTrue(tabs.gallery().getScene() != null, "with nothing open there is the gallery");
    }

    @Test
    void aTabMovesToAWindowOfItsOwnWithAllThatWasDone(FxRobot robot) {
        open(robot, file("a.json"), file("b.json"));
        edit(robot, "1 min");
        Designer moved = page();
        robot.interact(() -> moved.window.actions().find("to-new-window").run());
        assertEquals(List.of("a.json"), names());
        assertNotEquals(stage, moved.getScene().getWindow());
        assertEquals("Late arrivals • – Millrace", ((Stage) moved.getScene().getWindow()).getTitle());
        robot.interact(() -> moved.workspace.editor().undo());
        assertEquals(Optional.of(Value.of("2 min")), size(moved));
        Tabs other = (Tabs) moved.getScene().getRoot();
        robot.interact(() -> windows.closeWindow(other));
        atRest();
        assertFalse(moved.getScene().getWindow().isShowing());
    }

    @Test
    void aWindowWithWhatIsNotSavedClosesOnlyIfThatIsLeft(FxRobot robot) {
        open(robot, file("a.json"), file("b.json"));
        edit(robot, "1 min");
        robot.interact(() -> windows.closeWindow(tabs));
        atRest();
        assertTrue(stage.isShowing());
        answers.unsaved = Dialogs.Unsaved.LEAVE;
        robot.interact(() -> windows.closeWindow(tabs));
        atRest();
        assertFalse(stage.isShowing());
        assertEquals(read(LATE_ARRIVALS), read(home.resolve("b.json")));
    }

    @Test
    void allFilesThatAreDroppedAreOpenedEachOnce(FxRobot robot) throws IOException {
        Path a = file("a.json");
        Path b = file("b.json");
        robot.interact(() -> tabs.drop(List.of(a, home, b, a)));
        atRest();
        assertEquals(List.of("a.json", "b.json"), names());
        robot.interact(() -> tabs.drop(List.of(home.resolve("./a.json"))));
        atRest();
        assertEquals(List.of("a.json", "b.json"), names());
        assertTrue(page().workspace.isFile(a), "what is open already comes to the front");
    }

    @Test
    void filesNamedInTheShellAreTabs(FxRobot robot) {
        Path a = file("a.json");
        Path b = file("b.json");
        robot.interact(() -> {
            windows.closeWindow(tabs);
            begin(new Stage(), List.of(a, b));
        });
        atRest();
        assertEquals(List.of("a.json", "b.json"), names());
        WindowTest.await(() -> page().workspace.shownProperty().get().current());
        assertTrue(page().canvas.isFocused(), "keys go to the canvas, not into a name");
    }

    @Test
    void whatIsTypedWhileTheWindowComesUpRenamesNothing(FxRobot robot) {
        Path a = file("a.json");
        robot.interact(() -> {
            windows.closeWindow(tabs);
            Stage another = new Stage();
            begin(another, List.of(a));
            assertSame(another.getScene().getRoot(), another.getScene().getFocusOwner(), "until there is a canvas");
        });
        atRest();
        assertEquals("Late arrivals", page().workspace.editor().design().name());
    }

    @Test
    void theProgramBeginsWhereItEnded(FxRobot robot) {
        open(robot, file("a.json"), file("b.json"));
        Viewport seen = new Viewport(40, 30, 1.5);
        robot.interact(() -> {
            page().canvas.setViewport(seen);
            page().work.setDividerPositions(0.6);
            tabs.front(tabs.pages().getFirst());
            stage.setWidth(980);
            stage.setHeight(800);
        });
        org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
        double width = stage.getScene().getWidth();
        robot.interact(() -> {
            windows.closeWindow(tabs);
            begin(new Stage(), List.of());
        });
        atRest();
        assertEquals(List.of("a.json", "b.json"), names());
        assertTrue(page().workspace.isFile(home.resolve("a.json")));
        assertEquals(seen, tabs.pages().getLast().canvas.viewport());
        assertEquals(width, stage.getScene().getWidth());
        assertEquals(0.6, page().work.getDividerPositions()[0], 0.02);
    }

    // Side files and crashes

    @Test
    void whatIsNotSavedGoesIntoASideFileUntilItIs(FxRobot robot) {
        Path file = file("a.json");
        open(robot, file);
        edit(robot, "1 min");
        WindowTest.await(() -> Files.exists(Recovery.beside(file)));
        assertEquals(read(LATE_ARRIVALS), read(file));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        atRest();
        Autosave.await();
        assertFalse(Files.exists(Recovery.beside(file)));
        edit(robot, "3 min");
        WindowTest.await(() -> Files.exists(Recovery.beside(file)));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        Autosave.await();
        assertFalse(Files.exists(Recovery.beside(file)), "back at what is in the file there is nothing to keep");
    }

    /** As a program that died would have left it. */
    private Path crashed(Path file, String size) throws IOException {
        Design mine = read(file).change("by2", n -> n.with("size", Value.of(size)));
        SideFile side = new SideFile(mine, Optional.of(file), "", Instant.now().minus(Duration.ofDays(1)), DEAD);
        return Files.writeString(Recovery.beside(file), side.text());
    }

    @Test
    void afterACrashTheChangesAreOfferedComparedAndRestored(FxRobot robot) throws IOException {
        Path file = file("a.json");
        Path side = crashed(file, "1 min");
        open(robot, file);
        assertTrue(page().bannerWords.getText()
                .startsWith("a.json was not saved when the program ended unexpectedly: "
                        + "there are changes of yesterday, "),
                page().bannerWords.getText());
        picture(robot, stage.getScene(), "crash");
        robot.clickOn("#banner-compare");
        atRest();
        assertEquals(
                List.of(page().workspace.editor().design().node("by2").orElseThrow().name()
                        + ", size: 2 min is now 1 min"),
                answers.compared);
        robot.clickOn("#banner-restore");
        atRest();
        assertEquals(Optional.of(Value.of("1 min")), size(page()));
        assertTrue(page().workspace.editor().dirty());
        assertFalse(page().banner.isVisible());
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        assertEquals(Optional.of(Value.of("2 min")), size(page()), "restoring is a step like any other");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        atRest();
        Autosave.await();
        assertFalse(Files.exists(side));
        assertEquals(Optional.of(Value.of("1 min")), read(file).node("by2").orElseThrow().settings().get("size"));
    }

    @Test
    void whatIsDiscardedIsGoneAndWhatIsNotDecidedStays(FxRobot robot) throws IOException {
        Path file = file("a.json");
        Path side = crashed(file, "1 min");
        String left = Files.readString(side);
        open(robot, file);
        edit(robot, "5 min");
        WindowTest.await(() -> {
            try (var files = Files.list(home.resolve("own/data/unsaved"))) {
                return files.count() == 1;
            } catch (IOException e) {
                return false;
            }
        });
        assertEquals(left, Files.readString(side), "edits of now do not write over what is not decided about");
        robot.clickOn("#banner-discard");
        atRest();
        assertFalse(Files.exists(side));
        assertEquals(Optional.of(Value.of("5 min")), size(page()));
    }

    @Test
    void aNewDesignThatWasNeverSavedComesBackAtTheNextStart(FxRobot robot) throws IOException {
        Path own = Files.createDirectories(home.resolve("own/data/unsaved"));
        SideFile side = new SideFile(read(LATE_ARRIVALS).named("My idea"), Optional.empty(), "", Instant.now(), DEAD);
        Files.writeString(own.resolve("unsaved-1.json"), side.text());
        robot.interact(() -> {
            windows.closeWindow(tabs);
            begin(new Stage(), List.of());
        });
        atRest();
        assertEquals("My idea", page().workspace.editor().design().name());
        assertTrue(page().workspace.editor().dirty());
        assertTrue(page().bannerWords.getText().startsWith("A new design, 'My idea', was not saved"),
                page().bannerWords.getText());
        answers.unsaved = Dialogs.Unsaved.LEAVE;
        robot.push(KeyCode.SHORTCUT, KeyCode.W);
        atRest();
        Autosave.await();
        assertFalse(Files.exists(own.resolve("unsaved-1.json")));
    }

    // Other programs

    private void changedByAnother(Path file) throws IOException {
        Files.writeString(file, DesignWriter.write(read(file).change("totals", n -> n.named("Theirs"))));
    }

    @Test
    void aFileThatAnotherProgramChangedIsNoticedAtTheNextLookAndReloaded(FxRobot robot) throws IOException {
        Path file = file("a.json");
        open(robot, file);
        changedByAnother(file);
        robot.interact(tabs::focused);
        atRest();
        assertTrue(page().bannerWords.getText().startsWith("a.json was changed by another program at today, "),
                page().bannerWords.getText());
        robot.clickOn("#banner-compare");
        atRest();
        assertEquals(1, answers.compared.size(), answers.compared.toString());
        assertTrue(answers.compared.getFirst().endsWith("is now 'Theirs'"), answers.compared.toString());
        robot.clickOn("#banner-reload");
        atRest();
        assertEquals("Theirs", page().workspace.editor().design().node("totals").orElseThrow().name());
        assertFalse(page().banner.isVisible());
    }

    @Test
    void savingNeverWritesOverWhatAnotherProgramWroteWithoutAsking(FxRobot robot) throws IOException {
        Path file = file("a.json");
        open(robot, file);
        edit(robot, "1 min");
        changedByAnother(file);
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        atRest();
        assertEquals("Theirs", read(file).node("totals").orElseThrow().name());
        assertTrue(page().bannerWords.getText().endsWith(", and here, too."), page().bannerWords.getText());
        robot.clickOn("#banner-keep");
        atRest();
        assertEquals(page().workspace.editor().design(), read(file));
        assertFalse(page().workspace.editor().dirty());
        assertFalse(page().banner.isVisible());
    }

    @Test
    void aFileThatIsGoneIsWrittenAnew(FxRobot robot) throws IOException {
        Path file = file("a.json");
        open(robot, file);
        Files.delete(file);
        robot.interact(tabs::focused);
        atRest();
        assertEquals("a.json is no longer there. Saving writes it anew.", page().bannerWords.getText());
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        atRest();
        assertTrue(Files.exists(file));
        assertFalse(page().banner.isVisible());
    }

    @Test
    void aFileOfANewerVersionCanOnlyBeLookedAt(FxRobot robot) throws IOException {
        String newer = Files.readString(LATE_ARRIVALS).replace("\"millrace\": 1", "\"millrace\": 2");
        Path file = Files.writeString(home.resolve("newer.json"), newer);
        open(robot, file);
        assertTrue(
                page().bannerWords.getText()
                        .startsWith("This file can only be looked at: written by a newer Millrace: format 2"),
                page().bannerWords.getText());
        edit(robot, "1 min");
        assertEquals(Optional.of(Value.of("2 min")), size(page()));
        assertTrue(page().bannerWords.getText().startsWith("Not changed."), page().bannerWords.getText());
        picture(robot, stage.getScene(), "newer");
        answers.save = Optional.of(home.resolve("copy.json"));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        atRest();
        assertEquals(List.of("Save a copy in the format of this program?"), answers.asked);
        assertFalse(Files.exists(home.resolve("copy.json")), "the answer was no");
        answers.confirm = true;
        robot.clickOn("#banner-copy");
        atRest();
        assertEquals(newer, Files.readString(file));
        assertEquals(Optional.of(Value.of("2 min")),
                read(home.resolve("copy.json")).node("by2").orElseThrow().settings().get("size"));
        edit(robot, "1 min");
        assertEquals(Optional.of(Value.of("1 min")), size(page()), "the copy can be changed");
    }

    // Recent files, preferences

    private List<RecentFiles.Recent> recent() {
        return new RecentFiles(places()).all();
    }

    @Test
    void recentFilesAreThoseOpenedAndSavedAndMissingOnesSaySo(FxRobot robot) throws IOException {
        open(robot, file("a.json"), file("b.json"));
        answers.save = Optional.of(home.resolve("c.json"));
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.S);
        atRest();
        Files.delete(home.resolve("a.json"));
        assertEquals(List.of("c.json", "b.json", "a.json"),
                recent().stream().map(r -> r.file().getFileName().toString()).toList());
        assertEquals(List.of(false, false, true), recent().stream().map(RecentFiles.Recent::missing).toList());
        robot.interact(tabs::welcome);
        atRest();
        assertTrue(WindowTest.words(tabs.gallery()).containsAll(List.of("c", "b", "a", "no longer there")));
        robot.clickOn("Take off");
        atRest();
        assertEquals(2, recent().size());
        robot.clickOn("b");
        atRest();
        assertTrue(page().workspace.isFile(home.resolve("b.json")));
    }

    /** Of whichever window that is open. */
    @SuppressWarnings("unchecked")
    private <T extends javafx.scene.Node> T control(String id) {
        return (T) javafx.stage.Window.getWindows()
                .stream()
                .map(w -> w.getScene().getRoot().lookup(id))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void preferencesHoldAtOnceInAllTabsAndTheNextTime(FxRobot robot) {
        open(robot, file("a.json"), file("b.json"));
        robot.push(KeyCode.SHORTCUT, KeyCode.COMMA);
        robot.interact(() -> this.<javafx.scene.control.ChoiceBox<Object>>control("#prefs-look")
                .setValue(millrace.app.prefs.Preferences.Look.DARK));
        robot.interact(() -> this.<javafx.scene.control.CheckBox>control("#prefs-autosave").setSelected(false));
        picture(robot, control("#prefs-look").getScene(), "preferences");
        robot.push(KeyCode.ESCAPE);
        assertTrue(tabs.pages().stream().allMatch(p -> p.theme().dark()));
        edit(robot, "1 min");
        robot.sleep(300);
        assertFalse(Files.exists(Recovery.beside(home.resolve("b.json"))), "no side files are wanted");
        answers.unsaved = Dialogs.Unsaved.LEAVE;
        robot.interact(() -> {
            windows.closeWindow(tabs);
            begin(new Stage(), List.of());
        });
        atRest();
        assertTrue(page().theme().dark());
    }

    @Test
    void whatWasAddedLastIsOnTopInAllTabsAndTheNextTime(FxRobot robot) {
        open(robot, file("a.json"), file("b.json"));
        robot.interact(() -> page().canvas.requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER).write("session").push(KeyCode.ENTER);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        atRest();
        assertEquals(List.of("session"), recentTypes(tabs.pages().getFirst()));
        robot.interact(() -> {
            windows.closeWindow(tabs);
            begin(new Stage(), List.of());
        });
        atRest();
        assertEquals(List.of("session"), recentTypes(page()));
    }

    private static List<String> recentTypes(Designer page) {
        return page.recent.types().stream().map(millrace.catalog.NodeType::id).toList();
    }

    @Test
    void contrastSizeAndMotionHoldInAllTabsAndTheNextTime(FxRobot robot) {
        open(robot, file("a.json"), file("b.json"));
        robot.interact(() -> {
            page().window.actions().find("theme-contrast").run();
            page().window.actions().find("scale-150").run();
            page().window.actions().find("reduced-motion").run();
        });
        boolean reduced = page().reducedMotion();
        assertTrue(tabs.pages().stream().allMatch(p -> p.theme() == Theme.CONTRAST && p.scale() == 1.5));
        assertTrue(tabs.pages().stream().allMatch(p -> p.reducedMotion() == reduced));
        robot.interact(() -> {
            windows.closeWindow(tabs);
            begin(new Stage(), List.of());
        });
        atRest();
        assertEquals(Theme.CONTRAST, page().theme());
        assertEquals(1.5, page().scale());
        assertEquals(reduced, page().reducedMotion());
    }
}

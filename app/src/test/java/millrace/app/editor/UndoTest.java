package millrace.app.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import millrace.design.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whatever is done, undone and done again in whatever order: the design stays sound and the way back leads home. */
@Execution(ExecutionMode.CONCURRENT)
class UndoTest {
    private static final int SEQUENCES = 10_000;
    private static final int LONGEST = 40;
    private final WellFormed wellFormed = new WellFormed(TestTypes::find);
    private final Map<Integer, Integer> kinds = new HashMap<>();

    @Test
    void tenThousandSequencesOfEditsUndoAndRedoKeepTheDesignSoundAndEndWhereTheyBegan() {
        long seed = Long.getLong("seed", 20261125);
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < SEQUENCES; i++)
            sequence(random.split(), "seed " + seed + ", sequence " + i);
        // Enough was drawn that each kind of edit came about often.
        assertEquals(AnyEdit.KINDS, kinds.size(), kinds.toString());
        kinds.forEach((kind, times) -> assertTrue(times > 25, "kind " + kind + " came about " + times + " times"));
    }

    private void sequence(SplittableRandom random, String about) {
        Editor editor = new Editor(Design.EMPTY);
        AnyEdit any = new AnyEdit(random);
        int length = random.nextInt(10, LONGEST);
        for (int i = 0; i < length; i++) {
            turn(editor, any, random);
            List<String> faults = wellFormed.faults(editor.state());
            if (!faults.isEmpty()) fail(about + ", turn " + i + ": " + faults + " after " + editor.history());
        }
        home(editor, about);
    }

    /** An edit more often than not, else undo, redo, a place of the history, another selection, a field that is left. */
    private void turn(Editor editor, AnyEdit any, SplittableRandom random) {
        switch (random.nextInt(12)) {
            case 0, 1 -> editor.undo();
            case 2 -> editor.redo();
            case 3 -> editor.goTo(random.nextInt(editor.history().steps().size() + 1));
            case 4 -> editor.seal();
            case 5 -> editor.select(random.nextBoolean() ? Selection.all(editor.design()) : Selection.NONE);
            default -> edit(editor, any);
        }
    }

    private void edit(Editor editor, AnyEdit any) {
        Design before = editor.design();
        any.next(editor.state()).ifPresent(editor::dispatch);
        if (!editor.design().equals(before)) kinds.merge(any.kind(), 1, Integer::sum);
    }

    /** All the way back to the empty design, all the way on to where it was, and back again. */
    private static void home(Editor editor, String about) {
        int done = editor.history().done();
        Design end = editor.design();
        Set<Design> seen = new HashSet<>();
        for (int i = done; i > 0; i--) {
            seen.add(editor.design());
            editor.undo();
        }
        assertEquals(Design.EMPTY, editor.design(), about);
        assertFalse(editor.dirty(), about);
        assertEquals(Optional.empty(), editor.undoName(), about);
        for (int i = 0; i < done; i++) {
            editor.redo();
            assertTrue(seen.contains(editor.design()), about);
        }
        assertEquals(end, editor.design(), about);
        editor.goTo(0);
        assertEquals(Design.EMPTY, editor.design(), about);
    }
}

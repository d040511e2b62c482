package millrace.app.editor;

/**
 * The edits that a hand can do, each as one step. Pure: they are applied by {@link Editor#dispatch}. What is edited has a
 * file for each kind.
 */
public record Edits(Types types) implements NodeEdits, WireEdits, NoteEdits, FrameEdits, RunEdits, Arranging,
        Interventions {
    /** How far a duplicate stands from its original, in both directions. */
    public static final double BESIDE = 24;
    /** Names what crashes where no node does: {@code settings.crashes} knows the word. */
    public static final String COORDINATOR = "coordinator";
}

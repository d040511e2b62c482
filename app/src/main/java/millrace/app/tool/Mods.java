package millrace.app.tool;

/** The keys held down. {@code command} is Ctrl, or Cmd on a Mac; {@code space} turns dragging into panning. */
public record Mods(boolean shift, boolean command, boolean alt, boolean space) {
    public static final Mods NONE = new Mods(false, false, false, false);
    public static final Mods SHIFT = new Mods(true, false, false, false);
    public static final Mods COMMAND = new Mods(false, true, false, false);
}

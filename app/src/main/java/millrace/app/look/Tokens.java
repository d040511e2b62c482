package millrace.app.look;

/** Sizes, strokes, shares and durations that the parts of the window have in common. Colours are in {@link Theme}. */
public final class Tokens {
    // Strokes, px

    public static final double WIRE = 2;
    public static final double WIRE_SELECTED = 4.4;
    public static final double TABLE_WIRE = 4.5;
    public static final double TABLE_WIRE_SELECTED = 6.9;
    public static final double TABLE_WIRE_CORE = 1.5;
    public static final double NODE_LINE = 1.25;
    public static final double STATE_LINE = 2;
    public static final double SELECTION_LINE = 2.2;
    public static final double ICON_LINE = 1.6;
    public static final double HOVER_LINE = 1.5;
    public static final double ACTIVE_LINE = 1.6;
    public static final double PLAYHEAD_LINE = 2;
    public static final double WATERMARK_LINE = 2.8;
    public static final double WATERMARK_HALO = 5.5;
    public static final double PANE_LINE = 3;
    public static final double EARLY_PANE_LINE = 2;

    // Corners, px

    public static final double TOKEN_CORNER = 4;
    public static final double CONTROL_CORNER = 6;
    public static final double NODE_CORNER = 10;
    public static final double SELECTION_CORNER = 14;
    /** How far the outline of what is selected stands from it. */
    public static final double SELECTION_APART = 4.5;

    // Sizes, px

    /** Between the dots of the canvas; things snap to half of it. */
    public static final double GRID = 24;
    public static final double ICON_TILE = 26;
    public static final double ICON = 19;
    public static final double PORT = 5.5;
    public static final double LATE_PORT = 7.4;
    public static final double EVENT_ON_WIRE = 11;
    public static final double EVENT_IN_CHART = 11.5;

    // Shares of full strength

    /** What is not held up to the light while something is. */
    public static final double OUT_OF_FOCUS = 0.38;
    /** What lies above the playhead: at least this and at most that. */
    public static final double FUTURE = 0.36;
    public static final double FUTURE_LINE = 0.5;
    public static final double HALO = 0.85;

    // Durations, ms of real time

    public static final double TRAVEL = 260;
    public static final double LEAVE = 180;
    public static final double FALL_IN = 160;
    public static final double FALL_OUT = 320;
    public static final double RESTORE = 240;
    public static final double HOVER = 80;
    public static final double PANEL = 140;
    /** What takes longer is said to take its time. */
    public static final double BUSY = 200;
    /** Nodes that are put in order glide to their places. */
    public static final double ARRANGE = 180;
    /** With motion reduced a result wears an outline for so long. */
    public static final double OUTLINED = 600;

    private Tokens() {}
}

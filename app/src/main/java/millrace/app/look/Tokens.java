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
    public static final double AXIS_LINE = 2;
    public static final double WATERMARK_LINE = 2.8;
    public static final double WATERMARK_HALO = 5.5;
    public static final double PANE_LINE = 3;
    public static final double EARLY_PANE_LINE = 2;
    /** The rim of a late event, and of one that comes by a second input. */
    public static final double RIM = 2.6;
    /** Of what has no weight of its own: dashed and dotted courses, rings round what is held. */
    public static final double THIN_LINE = 1.6;
    /** Round words over a drawing. */
    public static final double WORDS_HALO = 3;

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
    public static final double PORT_RING = 10;
    public static final double EVENT_ON_WIRE = 11;
    public static final double EVENT_IN_CHART = 11.5;
    public static final double EVENT_IN_NODE = 9.5;
    /** Half the diagonal of a diamond, in radii of the disc that it replaces. */
    public static final double DIAMOND = 1.36;
    /** How far a dropped event falls. */
    public static final double FALL = 28;
    /** A wire leaves and ends level at least so far. */
    public static final double LEAST_HANDLE = 26;

    // Nodes, px

    public static final double NODE_LEAST = 122;
    public static final double NODE_MOST = 268;
    public static final double NODE_HEADER = 44;
    public static final double NODE_COMPACT = 46;
    public static final double NODE_SIDE = 12;
    /** A window's column. */
    public static final double COLUMN = 66;
    public static final double LOG_CELL = 12.6;
    public static final double LOG_CELL_HEIGHT = 16;
    public static final double LOG_PITCH = 14.6;
    /** Under this zoom a node is its header, under that one icon and name. */
    public static final double COMPACT_ZOOM = 0.6;
    public static final double BARE_ZOOM = 0.35;

    // The time chart, px

    public static final double CHART_BOTTOM = 44;
    public static final double CHART_TOP = 28;
    public static final double CHART_RIGHT = 12;
    public static final double CHART_LEGEND = 160;
    /** Under this width of its column a pane's value is smaller. */
    public static final double NARROW_COLUMN = 120;
    /** From the rim of an event that is held to the rings round it. */
    public static final double HELD_RING = 8;
    public static final double HELD_OUTER_RING = 11;

    // The window, px

    /** Under this width the palette is a rail; under this height canvas and view keep these, and the inspector narrows. */
    public static final double NARROW_WINDOW = 1320;
    public static final double LOW_WINDOW = 760;
    /** Narrower still: what has keys of its own gives way, and the inspector is as in low ones. */
    public static final double TIGHT_WINDOW = 1000;
    /** The choice of a node beside the tabs. */
    public static final double CHOICE = 200;
    public static final double CHOICE_NARROW = 140;
    public static final double LEAST_VIEW = 250;
    public static final double TIMELINE = 70;
    public static final double TRACK = 6;
    /** The head of the playhead on the timeline, across. */
    public static final double PLAYHEAD = 14;
    public static final double ARRIVAL = 3.6;
    /** Marks of the timeline that are closer stand over each other. */
    public static final double MARKS_APART = 11;
    public static final int MARKS_STACKED = 3;
    public static final double LEAST_CARD = 300;
    /** A card rises by so much as it comes. */
    public static final double RISE = 4;

    // Shares of full strength

    /** What is not held up to the light while something is. */
    public static final double OUT_OF_FOCUS = 0.38;
    /** What lies above the playhead: at least this and at most that. */
    public static final double FUTURE = 0.36;
    public static final double FUTURE_LINE = 0.5;
    public static final double HALO = 0.85;
    /** The first pane of a column, and so much more for each that came after it. */
    public static final double PANE_TINT = 0.12;
    public static final double OLDER_TINT = 0.07;
    public static final double LATE_TINT = 0.09;
    public static final double OUTER_RING = 0.35;

    // Durations, ms of real time

    public static final double TRAVEL = 260;
    public static final double LEAVE = 180;
    public static final double FALL_IN = 160;
    public static final double FALL_OUT = 320;
    public static final double RESTORE = 240;
    public static final double HOVER = 80;
    public static final double PANEL = 140;
    /** So long a pointer may be under way to a button that stands beside what it has left. */
    public static final double ON_THE_WAY = 300;
    /** What takes longer is said to take its time. */
    public static final double BUSY = 200;
    /** Nodes that are put in order glide to their places. */
    public static final double ARRANGE = 180;
    /** With motion reduced a result wears an outline for so long. */
    public static final double OUTLINED = 600;
    /** The signs of a restore stay for so long after it. */
    public static final double RESTORED = 700;
    /** A hand that has rested so long while zooming has done it: then all is drawn sharp. */
    public static final double ZOOMED = 120;
    /** A hand that has rested so long while writing has written a step. */
    public static final double WRITTEN = 350;

    private Tokens() {}
}

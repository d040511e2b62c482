package millrace.format;

/** What a design file may hold at most: far above any design a person makes, far below what would hurt. */
final class Limits {
    static final int BYTES = 16 << 20;
    static final int DEPTH = 64;
    /** Values of any kind in the whole file. */
    static final int VALUES = 4_000_000;
    /** Characters of one number. */
    static final int DIGITS = 40;
    static final int EXPONENT = 400;
    /** Characters of one text. */
    static final int TEXT = 100_000;
    /** Characters of one field's name. */
    static final int NAME = 1_000;
    static final int NODES = 2_000;
    static final int WIRES = 20_000;
    /** Rows of one timetable, and of any other list. */
    static final int ROWS = 200_000;
    /** Problems told of one file. */
    static final int PROBLEMS = 100;
    /** Slips of syntax that are stepped over to read on. */
    static final int REPAIRS = 40;

    private Limits() {}
}

package millrace.operator;

/** Which events leave a join without a partner. */
public enum JoinType {
    INNER(false, false),
    LEFT(true, false),
    RIGHT(false, true),
    FULL(true, true);

    private final boolean left;
    private final boolean right;

    JoinType(boolean left, boolean right) {
        this.left = left;
        this.right = right;
    }

    /** Whether an event of this side (0 left, 1 right) leaves though it found no partner. */
    public boolean keeps(int side) {
        return side == 0 ? left : right;
    }
}

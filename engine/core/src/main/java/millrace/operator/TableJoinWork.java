package millrace.operator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import millrace.event.ChangeKind;
import millrace.event.Event;
import millrace.event.Watermark;
import org.jspecify.annotations.Nullable;

/** A {@link TableJoin} at work: both tables, and for each row what the view says of it. */
final class TableJoinWork extends Processor {
    private static final int LEFT = JoinProcessor.LEFT;
    private static final int RIGHT = JoinProcessor.RIGHT;

    private final TableJoin spec;
    private final JoinRow row;
    private final JoinTable left;
    private final JoinTable right;
    private final Followers followers;
    private final TableInput[] inputs;
    private final int namesSlot;
    private final int rightSlot;
    /** A row was withdrawn by this change of this side, and is replaced or gone: what comes next says which. */
    private @Nullable Event withdrawn;
    private int withdrawnSide;

    TableJoinWork(TableJoin spec) {
        this(spec, tableOf(spec.shape(), LEFT, spec.leftKey()),
                tableOf(spec.shape(), RIGHT, spec.shape().keys().get(1)),
                new Followers(spec.shape().textKeys(), spec.shape().keySlot(LEFT)));
    }

    private TableJoinWork(TableJoin spec, JoinTable left, JoinTable right, Followers followers) {
        this.spec = spec;
        this.left = left;
        this.right = right;
        this.followers = followers;
        JoinShape shape = spec.shape();
        row = new JoinRow(shape);
        namesSlot = shape.keySlot(LEFT);
        rightSlot = shape.keySlot(RIGHT);
        inputs = new TableInput[] {spec.input(LEFT), spec.input(RIGHT)};
    }

    private static JoinTable tableOf(JoinShape shape, int side, int key) {
        var schema = shape.inputs().get(side).schema();
        return new JoinTable(schema.type(key).isReference(), schema.slot(key));
    }

    @Override
    public void onEvent(Context c, Event event, int side) {
        boolean replaces = withdrawn != null && side == withdrawnSide && sameKey(withdrawn, event, side);
        if (!replaces) removeWithdrawn(c);
        withdrawn = null;
        switch (inputs[side].does(event)) {
            case WRITES -> write(c, event, side);
            case REMOVES -> remove(c, event, side);
            case WITHDRAWS -> {
                withdrawn = event;
                withdrawnSide = side;
            }
        }
    }

    private boolean sameKey(Event a, Event b, int side) {
        int field = spec.keyField(side);
        return Objects.equals(a.value(field), b.value(field));
    }

    private void removeWithdrawn(Context c) {
        Event gone = withdrawn;
        withdrawn = null;
        if (gone != null) remove(c, gone, withdrawnSide);
    }

    private JoinTable table(int side) {
        return side == LEFT ? left : right;
    }

    private void write(Context c, Event event, int side) {
        JoinTable table = table(side);
        if (table.keyless(event)) {
            c.leftOut(event);
            return;
        }
        int number = table.find(event);
        Event old = table.row(number);
        if (old != null && TableInput.same(old, event)) {
            if (c.watched()) c.note(new TableNote.Unchanged(event));
            return;
        }
        if (number < 0) number = table.add(event);
        table.row(number, event);
        if (side == LEFT) leftWritten(c, event, number, old);
        else
            rightWritten(c, event, number);
    }

    private void leftWritten(Context c, Event event, int number, @Nullable Event old) {
        if (old != null) followers.remove(old, number);
        followers.add(event, number, left);
        int partner = right.find(event, namesSlot);
        if (full() && partner >= 0) takeOver(partner, number);
        show(c, number, event);
    }

    private boolean full() {
        return spec.type() == JoinType.FULL;
    }

    /** A right row was in the view alone; now the left row of its key speaks for both. */
    private void takeOver(int partner, int number) {
        Event alone = right.said(partner);
        if (alone == null) return;
        left.said(number, alone);
        right.said(partner, null);
    }

    /** Says what the view shows of a left row now, if that is something else than before. */
    private void show(Context c, int number, Event cause) {
        Event event = left.row(number);
        if (event == null) throw new IllegalStateException("no left row " + number);
        Event partner = right.row(right.find(event, namesSlot));
        boolean there = partner != null || spec.type().keeps(LEFT);
        left.said(number, says(c, left.said(number), there ? event : null, there ? partner : null, cause));
    }

    private void rightWritten(Context c, Event event, int number) {
        int[] of = followers.of(event, rightSlot);
        for (int follower : of)
            show(c, follower, event);
        if (of.length == 0 && full()) right.said(number, says(c, right.said(number), null, event, event));
    }

    private void remove(Context c, Event event, int side) {
        JoinTable table = table(side);
        int number = table.keyless(event) ? -1 : table.find(event);
        Event old = table.row(number);
        if (old == null) return;
        if (side == LEFT) leftRemoved(c, event, number, old);
        else
            rightRemoved(c, event, number, old);
    }

    private void leftRemoved(Context c, Event cause, int number, Event old) {
        followers.remove(old, number);
        int partner = right.find(old, namesSlot);
        Event said = left.said(number);
        left.remove(number);
        Event alone = full() ? right.row(partner) : null;
        Event now = says(c, said, null, alone, cause);
        if (alone != null) right.said(partner, now);
    }

    private void rightRemoved(Context c, Event cause, int number, Event old) {
        Event said = right.said(number);
        right.remove(number);
        for (int follower : followers.of(old, rightSlot))
            show(c, follower, cause);
        if (said != null) says(c, said, null, null, cause);
    }

    /** Sends what leads from what was said to what is now, and gives that; neither side = no row. */
    private @Nullable Event says(Context c, @Nullable Event said, @Nullable Event l, @Nullable Event r, Event cause) {
        if (l == null && r == null) {
            if (said != null) takeBack(c, said, ChangeKind.DELETE, cause);
            return null;
        }
        if (said == null) return send(c, row.change(c, l, r, ChangeKind.INSERT, cause.time), l, r);
        if (row.says(said, l, r)) return said;
        takeBack(c, said, ChangeKind.UPDATE_BEFORE, cause);
        return send(c, row.change(c, l, r, ChangeKind.UPDATE_AFTER, cause.time), l, r);
    }

    private Event send(Context c, Event made, @Nullable Event l, @Nullable Event r) {
        if (l != null && r != null && c.watched()) c.note(new JoinNote.Paired(made, l, r));
        if (!spec.batch()) c.send(Joins.OUT, made);
        return made;
    }

    private void takeBack(Context c, Event said, ChangeKind kind, Event cause) {
        if (spec.batch()) return;
        Event change = row.again(c, said, kind, cause.time);
        c.derived(change, said);
        c.send(Joins.OUT, change);
    }

    /** A watermark of the very time may come between the two records of an update. */
    @Override
    public void onWatermark(Context c, long watermark) {
        if (withdrawn != null && watermark > withdrawn.time) removeWithdrawn(c);
        if (!spec.batch() || watermark != Watermark.FINAL) return;
        for (Event event : shown()) {
            Event change = row.again(c, event, ChangeKind.INSERT, event.time);
            c.derived(change, event);
            c.send(Joins.OUT, change);
        }
    }

    /** The rows of the view: those of left rows as they came, then those of right rows alone. */
    private List<Event> shown() {
        List<Event> all = new ArrayList<>();
        for (JoinTable table : List.of(left, right))
            table.inOrder(n -> table.said(n) != null)
                    .forEach(n -> all.add(Objects.requireNonNull(table.said(n))));
        return all;
    }

    @Override
    public Processor copy() {
        TableJoinWork copy = new TableJoinWork(spec, left.copy(), right.copy(), followers.copy());
        copy.withdrawn = withdrawn;
        copy.withdrawnSide = withdrawnSide;
        return copy;
    }

    @Override
    public View view() {
        List<View.JoinedTables.Pair> pairs = new ArrayList<>();
        Set<Integer> named = new HashSet<>();
        for (int number : left.inOrder(n -> left.row(n) != null)) {
            Event row = Objects.requireNonNull(left.row(number));
            int partner = right.find(row, namesSlot);
            Event other = right.row(partner);
            if (other == null) continue;
            named.add(partner);
            pairs.add(new View.JoinedTables.Pair(row, other, Objects.requireNonNull(left.said(number))));
        }
        List<Event> view = shown();
        View.Table rights = rows(right);
        return JoinedParts.of(new View.Table(JoinedParts.first(view), view.size()), rows(left), rights, pairs,
                pairs.size(), rights.size() - named.size());
    }

    private static View.Table rows(JoinTable table) {
        List<Event> rows = new ArrayList<>();
        for (int number : table.inOrder(n -> table.row(n) != null))
            rows.add(Objects.requireNonNull(table.row(number)));
        return new View.Table(rows, rows.size());
    }

    @Override
    public long hash() {
        long h = Numbers.mix(Numbers.mix(left.hash(), right.hash()), followers.hash());
        return Numbers.mix(h, Numbers.mix(Numbers.hash(withdrawn), withdrawnSide));
    }
}

package millrace.app.brokers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;
import millrace.app.look.KeyColour;
import millrace.app.look.Type;
import millrace.app.pane.Faces;
import millrace.app.text.Texts;
import millrace.operator.View;

/**
 * A log: for each partition its records as cells with their offsets, full until every group has read them; where each group
 * reads; what retention or the cleaner took, dashed. Below, how far each group is behind.
 */
final class LogPainter {
    private static final double LEFT = 110;
    private static final double PITCH = 45;
    private static final double CELL = 40;
    private static final double HIGH = 26;
    private static final double PARTITION = 76;
    private static final double GROUP = 25;
    private static final double TAG = 16;
    private final Brush brush;
    private final View.Log log;
    private final double width;
    private final double top;
    private final long time;

    LogPainter(Brush brush, View.Log log, double width, double top, long time) {
        this.brush = brush;
        this.log = log;
        this.width = width;
        this.top = top;
        this.time = time;
    }

    static double height(View.Log log) {
        return 14 + log.partitions().size() * PARTITION + log.groups().size() * GROUP + 34;
    }

    /** The group whose line is at this height. */
    static Optional<String> groupAt(View.Log log, double top, double y) {
        int group = (int) Math.floor((y - top - 14 - log.partitions().size() * PARTITION) / GROUP);
        return group >= 0 && group < log.groups().size() ? Optional.of(log.groups().get(group).name())
                : Optional.empty();
    }

    void paint() {
        for (int p = 0; p < log.partitions().size(); p++)
            partition(p, top + 14 + p * PARTITION);
        double y = top + 14 + log.partitions().size() * PARTITION + GROUP / 2;
        for (int g = 0; g < log.groups().size(); g++)
            group(g, y + g * GROUP);
        taken(y + log.groups().size() * GROUP + 4);
    }

    /** The first offset in sight: the newest are what one looks for. */
    private long from(View.Log.Partition partition) {
        long room = Math.max(1, (long) ((width - LEFT - 40) / PITCH));
        return Math.max(0, partition.end() - room);
    }

    private double cell(View.Log.Partition partition, long offset) {
        return LEFT + (offset - from(partition)) * PITCH;
    }

    private void partition(int number, double y) {
        View.Log.Partition partition = log.partitions().get(number);
        brush.left(14, y + HIGH / 2, Texts.of("brokers.partition", String.valueOf(number)), Brush.STRONG,
                brush.theme().text());
        long before = from(partition);
        if (before > 0)
            brush.right(LEFT - 6, y + HIGH + 11, Texts.of("brokers.before", String.valueOf(before)), Brush.SMALL,
                    brush.theme().text3());
        if (partition.end() == 0)
            brush.left(LEFT, y + HIGH / 2, Texts.of("brokers.empty"), Brush.LABEL, brush.theme().text3());
        for (long offset = before; offset < partition.end(); offset++)
            gone(number, partition, offset, y);
        long read = log.groups().stream().mapToLong(g -> g.positions().get(number)).min().orElse(0);
        partition.records()
                .stream()
                .filter(r -> r.offset() >= before)
                .forEach(r -> record(partition, r, r.offset() < read, y));
        end(partition, y);
        readers(number, partition, y + HIGH + 20);
    }

    private void offset(double x, double y, long offset, Color colour) {
        brush.marks().text(x + CELL / 2, y + HIGH + 10, String.valueOf(offset), Brush.SMALL, colour);
    }

    /** The next record comes here. */
    private void end(View.Log.Partition partition, double y) {
        if (partition.end() > 0)
            offset(cell(partition, partition.end()), y, partition.end(), brush.theme().text3());
    }

    private void record(View.Log.Partition partition, View.Log.Record record, boolean read, double y) {
        double x = cell(partition, record.offset());
        Faces.Face face = brush.face(record.event());
        KeyColour colour = brush.colour(face);
        boolean hollow = read || record.tombstone();
        brush.g().setLineDashes();
        brush.marks()
                .frame(x + 1, y + 1, CELL - 2, HIGH - 2, 4, hollow ? brush.theme().panel() : colour.fill(),
                        colour.fill(), 1.6);
        String figure = brush.both(face, CELL - 6);
        if (record.tombstone()) brush.marks().cross(x + CELL / 2, y + HIGH / 2, 4, 1.8, brush.theme().text2());
        else
            brush.marks()
                    .text(x + CELL / 2, y + HIGH / 2, figure, Brush.FIGURE,
                            hollow ? brush.theme().text() : colour.figure());
        offset(x, y, record.offset(), brush.theme().text2());
        brush.spot(record.event(), x, y, CELL, HIGH);
    }

    private void gone(int number, View.Log.Partition partition, long offset, double y) {
        Optional<BrokerModel.Gone> gone = brush.model().gone(number, offset, time);
        if (gone.isEmpty()) return;
        double x = cell(partition, offset);
        brush.g().setStroke(brush.theme().line2());
        brush.g().setLineWidth(1.2);
        brush.g().setLineDashes(3, 3);
        brush.g().strokeRoundRect(x + 1, y + 1, CELL - 2, HIGH - 2, 8, 8);
        brush.g().setLineDashes();
        Faces.Face face = brush.face(gone.get().event());
        brush.marks()
                .text(x + CELL / 2, y + HIGH / 2, brush.both(face, CELL - 6), Brush.SMALL,
                        brush.theme().text3());
        brush.g().setStroke(brush.theme().text3());
        brush.g().setLineWidth(1.2);
        brush.g().strokeLine(x + 6, y + HIGH / 2, x + CELL - 6, y + HIGH / 2);
        offset(x, y, offset, brush.theme().text3());
        brush.spot(gone.get().event(), x, y, CELL, HIGH);
    }

    /** Tags of groups that read at one place stand side by side. */
    private void readers(int number, View.Log.Partition partition, double y) {
        List<Integer> order = new ArrayList<>();
        for (int g = 0; g < log.groups().size(); g++)
            if (brush.model().reads(log.groups().get(g).name(), time)) order.add(g);
        order.sort(Comparator.comparingLong(g -> log.groups().get(g).positions().get(number)));
        double taken = Double.NEGATIVE_INFINITY;
        for (int g : order) {
            long at = Math.max(from(partition), log.groups().get(g).positions().get(number));
            double x = Math.max(cell(partition, at) + CELL / 2, taken + TAG + 2);
            taken = x;
            tag(x, y, g, log.groups().get(g).paused());
        }
    }

    /** A tag whose point shows up at the record that is read next. */
    private void tag(double x, double y, int group, boolean paused) {
        double half = TAG / 2;
        brush.g().setFill(paused ? brush.theme().text3() : brush.theme().ink());
        brush.g()
                .fillPolygon(new double[] {x - half, x, x + half, x + half, x - half},
                        new double[] {y + 6, y, y + 6, y + 20, y + 20}, 5);
        brush.marks()
                .text(x, y + 13, String.valueOf((char) ('a' + group % 26)), Type.figures(11, 700),
                        brush.theme().onInk());
    }

    private void group(int number, double y) {
        View.Log.Group group = log.groups().get(number);
        tag(14 + TAG / 2, y - 12, number, group.paused());
        brush.left(38, y, Type.fit(group.name(), Brush.LABEL, 110), Brush.LABEL, brush.theme().text());
        if (!brush.model().reads(group.name(), time)) {
            brush.left(156, y, Texts.of("brokers.not-yet"), Brush.LABEL, brush.theme().text3());
            return;
        }
        String positions = group.positions().stream().map(String::valueOf).collect(Collectors.joining(", "));
        brush.left(156, y, Texts.of("brokers.reads", positions), Brush.LABEL, brush.theme().text2());
        Color colour = group.lag() > 0 ? brush.theme().text() : brush.theme().text3();
        brush.left(280, y, Texts.of("brokers.lag", String.valueOf(group.lag())), Brush.FIGURE, colour);
        long busy = group.busy().stream().filter(Optional::isPresent).count();
        String state = group.paused() ? Texts.of("brokers.paused") : busy > 0 ? Texts.of("brokers.busy") : "";
        brush.left(352, y, state, Brush.LABEL, brush.theme().text3());
    }

    /** What is no longer there, and who took it. */
    private void taken(double y) {
        long cleaned = brush.model().taken(true, time);
        long retired = brush.model().taken(false, time);
        String text = (cleaned > 0 ? Texts.counted("brokers.cleaned-so-far", cleaned) + "  " : "")
                + (retired > 0 ? Texts.counted("brokers.retired-so-far", retired) : "");
        brush.left(14, y, text, Brush.LABEL, brush.theme().text3());
    }
}

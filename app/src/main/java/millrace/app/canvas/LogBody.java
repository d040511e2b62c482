package millrace.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.scene.text.Font;
import millrace.app.look.KeyColour;
import millrace.app.look.Tokens;
import millrace.app.look.Type;
import millrace.app.text.Texts;
import millrace.app.tool.Box;
import millrace.app.tool.Part;
import millrace.design.Point;
import millrace.event.Event;
import millrace.operator.View;

/**
 * A log: for each partition its records, full until every group has read them, a tag where each group reads; below, the
 * groups with how far they are behind.
 */
final class LogBody {
    static final double PARTITION = 34;
    static final double GROUP = 18;
    static final int MOST_PARTITIONS = 4;
    static final int MOST_GROUPS = 4;
    private static final double CELL = Tokens.LOG_CELL;
    private static final double CELL_HEIGHT = Tokens.LOG_CELL_HEIGHT;
    private static final double PITCH = Tokens.LOG_PITCH;
    private static final double NAMES = 26;
    private static final double ENDS = 22;
    private static final double TAG = 11;
    private static final Font LETTER = Type.figures(9.5, 700);
    private static final Font SMALL = Type.figures(11, 500);

    private LogBody() {}

    static double height(int partitions, int groups) {
        return Shape.HEADER + 8 + PARTITION * Math.min(partitions, MOST_PARTITIONS)
                + GROUP * Math.min(groups, MOST_GROUPS) + 8;
    }

    /** The part of a partition that is in sight: as many of its newest records as there is room for. */
    private record Line(int number, View.Log.Partition partition, double x, double y, int room) {
        long from() {
            return Math.max(0, partition.end() - room);
        }

        double cell(long offset) {
            return x + (offset - from()) * PITCH;
        }
    }

    private static List<Line> lines(Shape shape, View.Log log) {
        double x = shape.x() + Shape.SIDE + NAMES;
        int room = (int) ((shape.width() - 2 * Shape.SIDE - NAMES - ENDS) / PITCH);
        List<Line> lines = new ArrayList<>();
        for (int p = 0; p < Math.min(MOST_PARTITIONS, log.partitions().size()); p++)
            lines.add(new Line(p, log.partitions().get(p), x, shape.y() + Shape.HEADER + 8 + p * PARTITION, room));
        return lines;
    }

    static void paint(Pen pen, Shape shape, View.Log log, Labels labels, int rows) {
        List<Optional<List<Long>>> commits = log.groups()
                .stream()
                .map(g -> labels.lore().commits().of(shape.id(), g.name(), rows))
                .toList();
        for (Line line : lines(shape, log))
            line(pen, shape, line, new Readers(log.groups(), commits), labels);
        double y = groups(shape, log);
        for (int g = 0; g < Math.min(MOST_GROUPS, log.groups().size()); g++)
            group(pen, shape, y + g * GROUP, g, log.groups().get(g), commits.get(g));
    }

    /** Where the line of the first group stands. */
    private static double groups(Shape shape, View.Log log) {
        return shape.y() + Shape.HEADER + 8 + PARTITION * Math.min(MOST_PARTITIONS, log.partitions().size())
                + GROUP / 2 - 1;
    }

    /** The groups, and what each has committed. */
    private record Readers(List<View.Log.Group> groups, List<Optional<List<Long>>> commits) {
        /** Up to where all are done with a partition: no crash brings what is below back. */
        long done(int partition) {
            return IntStream.range(0, groups.size())
                    .mapToLong(g -> commits.get(g)
                            .map(c -> c.get(partition))
                            .orElse(groups.get(g).positions().get(partition)))
                    .min()
                    .orElse(0);
        }
    }

    private static void line(Pen pen, Shape shape, Line line, Readers readers, Labels labels) {
        double middle = line.y() + CELL_HEIGHT / 2;
        pen.left(shape.x() + Shape.SIDE, middle, Texts.of("canvas.partition", line.number()), SMALL,
                pen.theme().text2());
        pen.right(shape.box().right() - Shape.SIDE, middle, String.valueOf(line.partition().end()), SMALL,
                pen.theme().text3());
        if (line.partition().end() == 0)
            pen.left(line.x(), middle, Texts.of("canvas.empty"), SourceBody.LABEL, pen.theme().text3());
        long done = readers.done(line.number());
        for (View.Log.Record record : line.partition().records()) {
            if (record.offset() >= line.from())
                cell(pen, line.cell(record.offset()), line.y(), record, record.offset() < done,
                        labels.outOf(record.event(), shape.id()), labels);
        }
        segments(pen, line, labels.segment(shape.id()));
        readers.commits().forEach(c -> c.ifPresent(offsets -> committed(pen, line, offsets.get(line.number()))));
        carets(pen, line, readers.groups());
    }

    /** Where a segment of a log that is cleaned begins: the last one is never cleaned. */
    private static void segments(Pen pen, Line line, int records) {
        begins(line.from(), line.partition().end(), records).forEach(offset -> {
            double x = line.cell(offset) - 1;
            pen.line(x, line.y() - 4, x, line.y() + CELL_HEIGHT + 1, pen.theme().text3(), 1);
            pen.line(x, line.y() - 4, x + 4, line.y() - 4, pen.theme().text3(), 1);
        });
    }

    /** The offsets behind the first one shown at which a segment begins. */
    static LongStream begins(long from, long end, int records) {
        return records <= 0 ? LongStream.empty()
                : LongStream.iterate((from / records + 1) * records, o -> o < end, o -> o + records);
    }

    /** Two bars, as a barrier has, before the first record that is not in the checkpoint. */
    private static void committed(Pen pen, Line line, long offset) {
        if (offset < line.from()) return;
        double x = line.cell(offset) - 1;
        pen.box(x - 2.4, line.y() - 3, 2, CELL_HEIGHT + 6, 1, pen.theme().checkpoint());
        pen.box(x + 0.6, line.y() - 3, 2, CELL_HEIGHT + 6, 1, pen.theme().checkpoint());
    }

    private static void cell(Pen pen, double x, double y, View.Log.Record record, boolean read, Labels.Face face,
            Labels labels) {
        KeyColour colour = labels.colour(pen.theme(), face.key());
        String letter = face.key().isEmpty() ? brief(face.figure()) : labels.keys().letter(face.key());
        boolean hollow = read || record.tombstone();
        if (hollow) {
            if (record.tombstone()) pen.g().setLineDashes(2.5, 2);
            pen.rim(x + 0.8, y + 0.8, CELL - 1.6, CELL_HEIGHT - 1.6, 2.5, colour.fill(), 1.5);
            pen.solid();
        } else {
            pen.box(x, y, CELL, CELL_HEIGHT, 2.5, colour.fill());
        }
        if (record.tombstone())
            pen.marks().cross(x + CELL / 2, y + CELL_HEIGHT / 2, 2.4, 1.5, pen.theme().text2());
        else
            pen.marks()
                    .text(x + CELL / 2, y + CELL_HEIGHT / 2, letter, letter.length() > 1 ? Type.figures(7.5, 700)
                            : LETTER, hollow ? pen.theme().text() : colour.figure());
    }

    private static String brief(String figure) {
        return figure.length() > 2 ? figure.substring(0, 2) : figure;
    }

    /** Tags of groups that read at one place stand side by side. */
    private static void carets(Pen pen, Line line, List<View.Log.Group> groups) {
        double taken = Double.NEGATIVE_INFINITY;
        List<Integer> order = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++)
            order.add(g);
        order.sort(java.util.Comparator.comparingLong(g -> groups.get(g).positions().get(line.number())));
        for (int g : order) {
            long at = Math.max(line.from(), groups.get(g).positions().get(line.number()));
            double x = Math.max(line.cell(at) - 1, taken + TAG + 1);
            taken = x;
            tag(pen, x, line.y() + CELL_HEIGHT + 1, g, groups.get(g).paused());
        }
    }

    /** A tag whose point shows up between two records: the next to be read is the one right of it. */
    private static void tag(Pen pen, double x, double y, int group, boolean paused) {
        double[] xs = {x - TAG / 2, x, x + TAG / 2, x + TAG / 2, x - TAG / 2};
        double[] ys = {y + 4, y, y + 4, y + 14, y + 14};
        pen.solid();
        pen.g().setFill(paused ? pen.theme().text3() : pen.theme().ink());
        pen.g().fillPolygon(xs, ys, 5);
        pen.marks().text(x, y + 9, letter(group), LETTER, pen.theme().onInk());
    }

    static String letter(int group) {
        return String.valueOf((char) ('a' + group % 26));
    }

    private static void group(Pen pen, Shape shape, double y, int number, View.Log.Group group,
            Optional<List<Long>> committed) {
        tag(pen, shape.x() + Shape.SIDE + TAG / 2, y - 8, number, group.paused());
        long busy = group.busy().stream().filter(java.util.Optional::isPresent).count();
        String state = group.paused() ? Texts.of("canvas.paused") : busy > 0 ? Texts.of("canvas.busy") : "";
        String saved = committed.map(c -> Texts.of("canvas.committed-to",
                c.stream().map(String::valueOf).collect(Collectors.joining(" ")))).orElse("");
        boolean fits = Type.width(saved + "  " + state, SourceBody.LABEL) < shape.width() * 0.5;
        String rest = state.isEmpty() || !fits ? saved : saved.isEmpty() ? state : saved + "  " + state;
        String lag = Texts.of("canvas.lag", group.lag());
        double right = shape.box().right() - Shape.SIDE;
        pen.right(right, y, lag, SMALL, group.lag() > 0 ? pen.theme().text() : pen.theme().text3());
        pen.right(right - Type.width(lag, SMALL) - 9, y, rest, SourceBody.LABEL,
                saved.isEmpty() ? pen.theme().text3() : pen.theme().checkpoint());
        double room = right - shape.x() - Shape.SIDE - TAG - 26 - Type.width(lag, SMALL)
                - Type.width(rest, SourceBody.LABEL);
        pen.left(shape.x() + Shape.SIDE + TAG + 6, y, Type.fit(group.name(), SourceBody.LABEL, room), SourceBody.LABEL,
                pen.theme().text2());
    }

    /** The line of each group. */
    static List<Parts.Area> parts(Shape shape, View.Log log) {
        double y = groups(shape, log);
        List<Parts.Area> areas = new ArrayList<>();
        for (int g = 0; g < Math.min(MOST_GROUPS, log.groups().size()); g++)
            areas.add(new Parts.Area(new Part.Group(log.groups().get(g).name()),
                    new Box(shape.x() + Shape.SIDE, y + g * GROUP - GROUP / 2, shape.width() - 2 * Shape.SIDE,
                            GROUP)));
        return areas;
    }

    static List<Spot> spots(Shape shape, View.Log log) {
        List<Spot> spots = new ArrayList<>();
        for (Line line : lines(shape, log)) {
            for (View.Log.Record record : line.partition().records()) {
                Event event = record.event();
                Point at = new Point(line.cell(record.offset()) + CELL / 2, line.y() + CELL_HEIGHT / 2);
                if (record.offset() >= line.from()) spots.add(new Spot(event, shape.id(), at, PITCH, CELL_HEIGHT));
            }
        }
        return spots;
    }
}

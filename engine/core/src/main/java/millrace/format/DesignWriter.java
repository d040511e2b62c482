package millrace.format;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import millrace.design.Design;
import millrace.design.Frame;
import millrace.design.Node;
import millrace.design.Note;
import millrace.design.Point;
import millrace.design.PortRef;
import millrace.design.Value;
import millrace.design.Wire;

/**
 * Writes design files: always the same text for the same design, and a small change of a design is a small change of its
 * text. Nodes and settings take a line for each field, rows, wires, notes and frames one line each.
 */
public final class DesignWriter {
    private static final int WIDTH = 120;
    private final StringBuilder text = new StringBuilder();

    private DesignWriter() {}

    /** The text of the file, with a line end at its end. */
    public static String write(Design design) {
        DesignWriter writer = new DesignWriter();
        writer.tall(fields(design), 0);
        return writer.text.append('\n').toString();
    }

    /** Any group in the same layout. */
    static String pretty(Value.Group group) {
        DesignWriter writer = new DesignWriter();
        writer.tall(group, 0);
        return writer.text.append('\n').toString();
    }

    private static Value.Group fields(Design design) {
        LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
        fields.put("millrace", Value.of(DesignReader.VERSION));
        fields.put("name", Value.of(design.name()));
        if (!design.about().isEmpty()) fields.put("about", Value.of(design.about()));
        if (!design.settings().isEmpty()) fields.put("settings", design.settings());
        fields.put("nodes", Value.of(design.nodes().stream().map(DesignWriter::fields).toList()));
        fields.put("wires", Value.of(design.wires().stream().map(DesignWriter::fields).toList()));
        if (!design.notes().isEmpty())
            fields.put("notes", Value.of(design.notes().stream().map(DesignWriter::fields).toList()));
        if (!design.frames().isEmpty())
            fields.put("frames", Value.of(design.frames().stream().map(DesignWriter::fields).toList()));
        if (!design.expected().isEmpty()) fields.put("expected", Value.of(design.expected()));
        return FieldOrder.merge(Value.group(fields), design.extra(), FieldOrder.DESIGN);
    }

    private static Value.Group fields(Node node) {
        LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
        fields.put("id", Value.of(node.id()));
        fields.put("type", Value.of(node.type()));
        fields.put("name", Value.of(node.name()));
        fields.put("at", point(node.at()));
        if (!node.settings().isEmpty()) fields.put("settings", node.settings());
        return FieldOrder.merge(Value.group(fields), node.extra(), FieldOrder.NODE);
    }

    private static Value.Group fields(Wire wire) {
        LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
        fields.put("from", Value.of(wire.from().write(PortRef.OUT)));
        fields.put("to", Value.of(wire.to().write(PortRef.IN)));
        fields.putAll(wire.settings().fields());
        return Value.group(fields);
    }

    private static Value.Group fields(Note note) {
        LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
        fields.put("id", Value.of(note.id()));
        fields.put("text", Value.of(note.text()));
        fields.put("at", point(note.at()));
        if (note.width() > 0) fields.put("width", coordinate(note.width()));
        return FieldOrder.merge(Value.group(fields), note.extra(), FieldOrder.NOTE);
    }

    private static Value.Group fields(Frame frame) {
        LinkedHashMap<String, Value> fields = new LinkedHashMap<>();
        fields.put("id", Value.of(frame.id()));
        fields.put("title", Value.of(frame.title()));
        fields.put("colour", Value.of(frame.colour()));
        fields.put("at", point(frame.at()));
        fields.put("size", point(new Point(frame.width(), frame.height())));
        return FieldOrder.merge(Value.group(fields), frame.extra(), FieldOrder.FRAME);
    }

    private static Value point(Point at) {
        return Value.of(List.of(coordinate(at.x()), coordinate(at.y())));
    }

    /** To the hundredth of a pixel. */
    private static Value coordinate(double at) {
        BigDecimal rounded = BigDecimal.valueOf(Math.round(at * 100), 2).stripTrailingZeros();
        return new Value.Number(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }

    /** A group with a line for each field. */
    private void tall(Value.Group group, int depth) {
        SequencedMap<String, Value> fields = group.fields();
        text.append('{');
        String comma = "";
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            text.append(comma);
            line(depth + 1);
            ValueText.quoted(text, field.getKey());
            text.append(": ");
            field(field.getKey(), field.getValue(), depth + 1);
            comma = ",";
        }
        if (!fields.isEmpty()) line(depth);
        text.append('}');
    }

    private void field(String name, Value value, int depth) {
        boolean alwaysTall = name.equals("settings") && value instanceof Value.Group g && !g.isEmpty();
        if (alwaysTall) tall((Value.Group) value, depth);
        else if (depth == 1 && (name.equals("nodes") || name.equals("expected"))) list(value, depth, true);
        else
            any(value, depth);
    }

    private void any(Value value, int depth) {
        if (value instanceof Value.Group g && (isTall(g) || tooWide(g))) tall(g, depth);
        else if (isTall(value)) list(value, depth, false);
        else
            ValueText.put(text, value);
    }

    /** A list with a line for each of its parts, or with parts that take several. */
    private void list(Value value, int depth, boolean tallParts) {
        if (!(value instanceof Value.Items list) || list.items().isEmpty()) {
            ValueText.put(text, value);
            return;
        }
        text.append('[');
        String comma = "";
        for (Value item : list.items()) {
            text.append(comma);
            line(depth + 1);
            if (item instanceof Value.Group g && !g.isEmpty() && (tallParts || isTall(g))) tall(g, depth + 1);
            else
                ValueText.put(text, item);
            comma = ",";
        }
        line(depth);
        text.append(']');
    }

    private void line(int depth) {
        text.append('\n').repeat("  ", depth);
    }

    /** Whether there is a list of rows in it. */
    private static boolean isTall(Value value) {
        return switch (value) {
            case Value.Items list -> list.items().stream().anyMatch(DesignWriter::holdsSomething);
            case Value.Group group -> group.fields().values().stream().anyMatch(DesignWriter::isTall);
            default -> false;
        };
    }

    private static boolean holdsSomething(Value value) {
        return value instanceof Value.Items list && !list.items().isEmpty()
                || value instanceof Value.Group group && !group.isEmpty();
    }

    /** Whether it does not fit on the rest of its line. */
    private boolean tooWide(Value.Group group) {
        int begun = text.length() - text.lastIndexOf("\n");
        return !group.isEmpty() && begun + ValueText.of(group).length() > WIDTH;
    }
}

package millrace.app.look;

/** A path as SVG and the web write it, while it is drawn; with the room that it takes. */
public final class Outline {
    private final StringBuilder text = new StringBuilder();
    private double left = Double.POSITIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;

    /** The room that something takes, px. */
    public record Room(double left, double top, double right, double bottom) {
        public static Room of(double x, double y, double width, double height) {
            return new Room(x, y, x + width, y + height);
        }

        Room under(Matrix m) {
            Outline corners = new Outline();
            for (double x : new double[] {left, right})
                for (double y : new double[] {top, bottom})
                    corners.meet(m.x(x, y), m.y(x, y));
            return corners.room();
        }

        /** Whether its middle lies within the other, and it is not much larger. */
        boolean mostlyIn(Room other) {
            double x = (left + right) / 2;
            double y = (top + bottom) / 2;
            return x >= other.left && x <= other.right && y >= other.top && y <= other.bottom
                    && area() <= 2 * other.area();
        }

        private double area() {
            return (right - left) * (bottom - top);
        }

        Room common(Room other) {
            return new Room(Math.max(left, other.left), Math.max(top, other.top), Math.min(right, other.right),
                    Math.min(bottom, other.bottom));
        }

        boolean holds(Room other) {
            return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
        }
    }

    public static Outline rect(double x, double y, double width, double height) {
        return new Outline().move(x, y).line(x + width, y).line(x + width, y + height).line(x, y + height).close();
    }

    /** Corners as wide and high as the two last say, in full: as JavaFX counts them. */
    public static Outline round(double x, double y, double width, double height, double arcWidth, double arcHeight) {
        double rx = Math.min(arcWidth, width) / 2;
        double ry = Math.min(arcHeight, height) / 2;
        if (rx <= 0 || ry <= 0) return rect(x, y, width, height);
        return new Outline().move(x + rx, y)
                .line(x + width - rx, y)
                .arc(rx, ry, false, true, x + width, y + ry)
                .line(x + width, y + height - ry)
                .arc(rx, ry, false, true, x + width - rx, y + height)
                .line(x + rx, y + height)
                .arc(rx, ry, false, true, x, y + height - ry)
                .line(x, y + ry)
                .arc(rx, ry, false, true, x + rx, y)
                .close();
    }

    public static Outline oval(double x, double y, double width, double height) {
        double rx = width / 2;
        double ry = height / 2;
        Outline outline = new Outline().move(x, y + ry)
                .arc(rx, ry, true, true, x + width, y + ry)
                .arc(rx, ry, true, true, x, y + ry)
                .close();
        outline.meet(x, y);
        outline.meet(x + width, y + height);
        return outline;
    }

    /** A part of an oval, in degrees from the right against the clock. */
    static Outline arcOf(double x, double y, double width, double height, double start, double extent) {
        double rx = width / 2;
        double ry = height / 2;
        double from = Math.toRadians(start);
        double to = Math.toRadians(start + extent);
        Outline outline = new Outline().move(x + rx + rx * Math.cos(from), y + ry - ry * Math.sin(from))
                .arc(rx, ry, Math.abs(extent) > 180, extent < 0, x + rx + rx * Math.cos(to),
                        y + ry - ry * Math.sin(to));
        outline.meet(x, y);
        outline.meet(x + width, y + height);
        return outline;
    }

    public static Outline points(double[] xs, double[] ys, int count, boolean closed) {
        Outline outline = new Outline();
        for (int i = 0; i < count; i++) {
            if (i == 0) outline.move(xs[i], ys[i]);
            else
                outline.line(xs[i], ys[i]);
        }
        return closed ? outline.close() : outline;
    }

    public Outline move(double x, double y) {
        return put('M', x, y);
    }

    public Outline line(double x, double y) {
        return put('L', x, y);
    }

    public Outline quadratic(double bx, double by, double x, double y) {
        return put('Q', bx, by, x, y);
    }

    public Outline cubic(double bx, double by, double cx, double cy, double x, double y) {
        return put('C', bx, by, cx, cy, x, y);
    }

    private Outline arc(double rx, double ry, boolean large, boolean clockwise, double x, double y) {
        text.append('A');
        number(rx).append(' ');
        number(ry).append(" 0 ").append(large ? 1 : 0).append(' ').append(clockwise ? 1 : 0).append(' ');
        number(x).append(' ');
        number(y);
        meet(x, y);
        return this;
    }

    public Outline close() {
        text.append('Z');
        return this;
    }

    /** A path that is written already, within a square of this size. */
    public Outline written(String path, double size) {
        text.append(path);
        meet(0, 0);
        meet(size, size);
        return this;
    }

    private Outline put(char command, double... numbers) {
        text.append(command);
        for (int i = 0; i < numbers.length; i++) {
            if (i > 0) text.append(' ');
            number(numbers[i]);
            if (i % 2 == 1) meet(numbers[i - 1], numbers[i]);
        }
        return this;
    }

    private StringBuilder number(double value) {
        return text.append(written(value));
    }

    private void meet(double x, double y) {
        left = Math.min(left, x);
        top = Math.min(top, y);
        right = Math.max(right, x);
        bottom = Math.max(bottom, y);
    }

    /** A number in as few signs as tell a hundredth. */
    public static String written(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) return String.valueOf((long) value);
        if (!Double.isFinite(value)) return "0";
        long hundredths = Math.round(Math.abs(value) * 100);
        if (hundredths == 0) return "0";
        StringBuilder out = new StringBuilder(value < 0 ? "-" : "").append(hundredths / 100);
        long rest = hundredths % 100;
        if (rest != 0) out.append(rest < 10 ? ".0" : ".").append(rest % 10 == 0 ? rest / 10 : rest);
        return out.toString();
    }

    public String text() {
        return text.toString();
    }

    public Room room() {
        return new Room(left, top, right, bottom);
    }
}

package millrace.app.canvas;

import java.util.List;
import javafx.scene.text.Font;
import millrace.app.look.Type;
import millrace.app.tool.Box;

/**
 * The names beside the ports of a node with several ways on: above the way of a port, but that of late ones below it, since
 * above stands what is written at the wire before it.
 */
final class PortNames {
    private static final Font FONT = Type.words(11, 400);
    private static final double ASIDE = 10;
    private static final double ABOVE = 9;
    private static final double BELOW = 11;
    private static final double HEIGHT = 13;

    private PortNames() {}

    /** A name and the room that it takes. */
    record Name(String text, Box box) {}

    static void paint(Pen pen, Shape shape) {
        for (Name name : of(shape))
            pen.left(name.box().x(), name.box().centre().y(), name.text(), FONT, pen.theme().text3());
    }

    /** None where the body says them, or where nothing else could be meant. */
    static List<Name> of(Shape shape) {
        boolean said = shape.kind() == Kind.WINDOW || shape.kind() == Kind.SINK;
        if (said || shape.outputs().size() < 2 || shape.compact()) return List.of();
        return shape.outputs().stream().filter(p -> p.late() || !alone(shape)).map(p -> name(shape, p)).toList();
    }

    /** Whether all but one are for what is late or given up: those have a shape of their own. */
    private static boolean alone(Shape shape) {
        return shape.outputs().stream().filter(p -> !p.late()).count() == 1;
    }

    private static Name name(Shape shape, Shape.Port port) {
        String text = text(shape, port);
        double y = port.at().y() + (port.late() ? BELOW : -ABOVE);
        return new Name(text,
                new Box(port.at().x() + ASIDE, y - HEIGHT / 2, Type.width(text, FONT), HEIGHT));
    }

    /** A log says its groups' names inside: here their letters will do. */
    private static String text(Shape shape, Shape.Port port) {
        return shape.kind() == Kind.LOG ? LogBody.letter(shape.outputs().indexOf(port)) : port.ref().port();
    }
}

package millrace.app.brokers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import millrace.app.look.Ink;
import millrace.app.look.KeyColour;
import millrace.app.look.Keys;
import millrace.app.look.Marks;
import millrace.app.look.Theme;
import millrace.app.look.Type;
import millrace.app.pane.Faces;
import millrace.event.Event;

/**
 * What the pictures of logs and queues are drawn with; it remembers where each record stands.
 *
 * @param picked the event that a person picked
 */
record Brush(Ink g, Theme theme, Marks marks, Keys keys, BrokerModel model, Optional<Long> picked,
        List<Spot> spots) {
    static final Font LABEL = Type.words(12.5, 400);
    static final Font STRONG = Type.words(12.5, 600);
    static final Font FIGURE = Type.figures(12, 700);
    static final Font SMALL = Type.figures(11, 500);
    static final double RADIUS = 11;

    Brush(Ink g, Theme theme, Keys keys, BrokerModel model, Optional<Long> picked) {
        this(g, theme, new Marks(g, theme), keys, model, picked, new ArrayList<>());
    }

    void left(double x, double y, String text, Font font, Color colour) {
        text(x, y, text, font, colour, TextAlignment.LEFT);
    }

    void right(double x, double y, String text, Font font, Color colour) {
        text(x, y, text, font, colour, TextAlignment.RIGHT);
    }

    private void text(double x, double y, String text, Font font, Color colour, TextAlignment align) {
        g.setTextAlign(align);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(colour);
        Type.write(g, font, text, x, y);
    }

    Faces.Face face(Event event) {
        return model.faces().into(event, model.node());
    }

    KeyColour colour(Faces.Face face) {
        return theme.key(keys, face.key());
    }

    /** With a key its letter, else the value. */
    String figure(Faces.Face face) {
        return face.key().isEmpty() ? face.figure() : keys.letter(face.key());
    }

    /** The key's letter and the value, if there is room for both. */
    String both(Faces.Face face, double room) {
        String both = face.key().isEmpty() ? face.figure() : figure(face) + " " + face.figure();
        return Type.width(both, FIGURE) <= room ? both : Type.fit(figure(face), FIGURE, room);
    }

    /** A message as a disc that can be picked. */
    void disc(double x, double y, Event event) {
        Faces.Face face = face(event);
        marks.event(x, y, RADIUS, colour(face), theme.panel(), figure(face));
        spot(event, x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }

    /** Remembers where an event stands, and outlines it if it was picked. */
    void spot(Event event, double x, double y, double width, double height) {
        spots.add(new Spot(event.id, x, y, width, height));
        if (picked.filter(p -> p == event.id).isEmpty()) return;
        g.setLineDashes();
        g.setStroke(theme.text());
        g.setLineWidth(2);
        g.strokeRoundRect(x - 4, y - 4, width + 8, height + 8, 12, 12);
    }
}

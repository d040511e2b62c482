package millrace.app.look;

import javafx.scene.paint.Color;

/**
 * How a key looks: the fill of its discs and the figure on it.
 *
 * @param ring a ninth key and those after it carry an inner ring, 2 px, in the figure's colour
 */
public record KeyColour(Color fill, Color figure, boolean ring) {
    public KeyColour ringed() {
        return new KeyColour(fill, figure, true);
    }

    static KeyColour of(String fill, String figure) {
        return new KeyColour(Color.web(fill), Color.web(figure), false);
    }
}

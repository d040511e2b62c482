package millrace.app.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a picture or clip is written as. */
public enum Format {
    PNG(1),
    SVG(1),
    /** Hundredths of a second are all that it can say: 8 for each frame. */
    GIF(12.5),
    MP4(25),
    HTML(12.5);

    private final double perSecond;

    Format(double perSecond) {
        this.perSecond = perSecond;
    }

    /** Frames in a second of play. */
    public double perSecond() {
        return perSecond;
    }

    /** Whether it shows a part of the run, not a moment. */
    public boolean moves() {
        return this == GIF || this == MP4 || this == HTML;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the ending of a file's name. */
    public static Optional<Format> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> name.endsWith("." + f.word())).findFirst();
    }

    public static List<String> endings() {
        return Arrays.stream(values()).map(f -> "." + f.word()).toList();
    }
}

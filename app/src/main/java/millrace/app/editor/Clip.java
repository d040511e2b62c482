package millrace.app.editor;

import java.util.List;
import java.util.Optional;
import millrace.app.text.Texts;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Outcome;
import millrace.design.Point;
import millrace.design.Problem;
import millrace.format.DesignReader;
import millrace.format.DesignWriter;
import millrace.format.Reading;

/**
 * Parts of designs as text for the clipboard: a design file of its own, which can also be pasted into an editor. What comes
 * back may be anybody's: it is taken only if it is whole, sound and within the limits.
 */
public record Clip(Types types) {
    /** The text of what is selected. */
    public String write(EditorState state) {
        return DesignWriter.write(Fragment.of(state).design());
    }

    /** The part of a design that the text holds, or the one reason why it is not taken. */
    public Outcome<Fragment> read(String text) {
        if (text.isBlank()) return refused("nothing-to-paste");
        if (!text.stripLeading().startsWith("{")) return refused("not-a-part");
        Reading reading = DesignReader.read(text, "clipboard");
        if (has(reading, "newer-version")) return refused("newer-part");
        if (reading.design().isEmpty() || has(reading, "no-version")) return refused("not-a-part");
        if (!reading.whole())
            return refused("broken-part", reading.problems().stream().findFirst().map(Problem::toString).orElse(""));
        return sound(reading.design().get());
    }

    private static boolean has(Reading reading, String code) {
        return reading.problems().stream().anyMatch(p -> p.code().equals(code));
    }

    private Outcome<Fragment> sound(Design design) {
        List<String> faults = new WellFormed(types).faults(design);
        if (!faults.isEmpty()) return refused("broken-part", faults.getFirst());
        Fragment fragment = Fragment.of(design);
        return fragment.isEmpty() ? refused("empty-part") : Outcome.of(fragment);
    }

    /** What keeps the fragment from being added to the design: a design has its limits. */
    public Optional<Problem> tooMuch(Design design, Fragment fragment) {
        int nodes = design.nodes().size() + fragment.nodes().size();
        int wires = design.wires().size() + fragment.wires().size();
        boolean notes = design.notes().size() + fragment.notes().size() > DesignReader.MOST_NODES;
        boolean frames = design.frames().size() + fragment.frames().size() > DesignReader.MOST_NODES;
        if (nodes <= DesignReader.MOST_NODES && wires <= DesignReader.MOST_WIRES && !notes && !frames)
            return Optional.empty();
        return Optional.of(problem("too-many", String.valueOf(nodes), String.valueOf(wires),
                String.valueOf(DesignReader.MOST_NODES), String.valueOf(DesignReader.MOST_WIRES)));
    }

    /** The upper left corner of the fragment. */
    public static Point corner(Fragment fragment) {
        List<Point> corners = new java.util.ArrayList<>(fragment.nodes().stream().map(n -> n.at()).toList());
        fragment.notes().forEach(n -> corners.add(n.at()));
        fragment.frames().forEach(f -> corners.add(f.at()));
        return new Point(corners.stream().mapToDouble(Point::x).min().orElse(0),
                corners.stream().mapToDouble(Point::y).min().orElse(0));
    }

    private static Outcome<Fragment> refused(String why, String... parts) {
        return Outcome.failed(List.of(problem(why, parts)));
    }

    private static Problem problem(String why, String... parts) {
        return new Problem(Problem.Severity.ERROR, Location.DESIGN, why, Texts.of("editor." + why, (Object[]) parts),
                Optional.empty());
    }
}

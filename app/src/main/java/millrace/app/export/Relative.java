package millrace.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import millrace.app.look.Outline;

/** A path as seen from its first point, and where that lies: paths of one form are one text wherever they are. */
record Relative(String text, double x, double y) {
    private static final Pattern STEP = Pattern.compile("([MLQCAZ])([^A-Za-z]*)");
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)");
    private static final Map<Character, Integer> NUMBERS = Map.of('M', 2, 'L', 2, 'Q', 4, 'C', 6, 'A', 7, 'Z', 0);
    /** Of an arc the radii, its turn and two signs come first. */
    private static final int ARC_OWN = 5;
    /** Corners are told to a hundredth: the difference of two may be one off. */
    private static final double OFF = 0.0101;

    static Relative of(String path) {
        Optional<List<Step>> steps = steps(path);
        if (steps.isEmpty() || steps.get().isEmpty()) return new Relative(path, 0, 0);
        Step first = steps.get().getFirst();
        if (first.command != 'M') return new Relative(path, 0, 0);
        double x = first.numbers.get(0);
        double y = first.numbers.get(1);
        StringBuilder out = new StringBuilder();
        boolean straight = steps.get().stream().allMatch(Step::straight);
        steps.get().forEach(s -> s.write(out, x, y, straight));
        return new Relative(out.toString(), x, y);
    }

    private record Step(char command, List<Double> numbers) {
        boolean known() {
            return numbers.size() == NUMBERS.getOrDefault(command, -1);
        }

        boolean straight() {
            return command == 'M' || command == 'L' || command == 'Z';
        }

        void write(StringBuilder out, double x, double y, boolean tenths) {
            int own = command == 'A' ? ARC_OWN : 0;
            out.append(command);
            for (int i = 0; i < numbers.size(); i++) {
                double from = i < own ? 0 : (i - own) % 2 == 0 ? x : y;
                out.append(i == 0 ? "" : " ").append(Outline.written(even(numbers.get(i) - from, tenths)));
            }
        }
    }

    /** Arcs would be bent if their ends and radii were not told alike. */
    private static double even(double value, boolean always) {
        double tenths = Math.rint(value * 10) / 10;
        return always || Math.abs(tenths - value) <= OFF ? tenths : value;
    }

    /** Empty if it has steps that our own pictures do not write. */
    private static Optional<List<Step>> steps(String path) {
        List<Step> steps = new ArrayList<>();
        int end = 0;
        for (MatchResult m : STEP.matcher(path).results().toList()) {
            List<Double> numbers = NUMBER.matcher(m.group(2)).results().map(n -> Double.valueOf(n.group())).toList();
            Step step = new Step(m.group(1).charAt(0), numbers);
            if (m.start() != end || !step.known()) return Optional.empty();
            steps.add(step);
            end = m.end();
        }
        return end == path.length() ? Optional.of(steps) : Optional.empty();
    }
}

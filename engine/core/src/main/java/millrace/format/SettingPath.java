package millrace.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A path within settings: "watermark.bound", "rows[6][1]". */
final class SettingPath {
    sealed interface Step {}

    record Name(String name) implements Step {}

    record Index(int index) implements Step {}

    private SettingPath() {}

    /** The steps, or empty if the text is not a path. */
    static Optional<List<Step>> parse(String path) {
        List<Step> steps = new ArrayList<>();
        int at = 0;
        while (at < path.length()) {
            int end = path.charAt(at) == '[' ? index(path, at, steps) : name(path, at, steps);
            if (end < 0) return Optional.empty();
            at = end < path.length() && path.charAt(end) == '.' ? end + 1 : end;
            if (at == path.length() && path.endsWith(".")) return Optional.empty();
        }
        return Optional.of(List.copyOf(steps));
    }

    /** The first name of the path. */
    static String head(String path) {
        return path.substring(0, endOfName(path, 0));
    }

    private static int name(String path, int at, List<Step> steps) {
        int end = endOfName(path, at);
        if (end == at) return -1;
        steps.add(new Name(path.substring(at, end)));
        return end;
    }

    private static int endOfName(String path, int at) {
        int end = at;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[')
            end++;
        return end;
    }

    private static int index(String path, int at, List<Step> steps) {
        int end = path.indexOf(']', at);
        if (end < 0 || end == at + 1 || end - at > 8) return -1;
        for (int i = at + 1; i < end; i++) {
            if (path.charAt(i) < '0' || path.charAt(i) > '9') return -1;
        }
        steps.add(new Index(Integer.parseInt(path.substring(at + 1, end))));
        return end + 1;
    }
}

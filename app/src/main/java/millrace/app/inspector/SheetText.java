package millrace.app.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a spreadsheet puts on the clipboard, as rows of cells, and back: cells parted by tabs, else by semicolons or commas;
 * cells in quotes may hold any of these, line ends, and quotes written twice.
 */
final class SheetText {
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?:,?[ T](.+))?");
    private static final Pattern SLASHES = Pattern.compile("(\\d{4})/(\\d{1,2})/(\\d{1,2})(?:[ T](.+))?");
    private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[T ]([^Z+]+?)(?:Z|\\+00:?00)?");
    private static final Pattern TIME = Pattern
            .compile("(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,3}))?\\d*)?\\s*([AaPp])?\\.?(?:[Mm])?\\.?");

    private final String text;
    private final char between;
    private int at;

    private SheetText(String text) {
        this.text = text.replace("\r\n", "\n").replace('\r', '\n');
        between = separator(this.text);
    }

    /** The rows; empty lines at the end are none. */
    static List<List<String>> rows(String text) {
        SheetText reader = new SheetText(text);
        List<List<String>> rows = new ArrayList<>();
        while (reader.at < reader.text.length())
            rows.add(reader.row());
        while (!rows.isEmpty() && rows.getLast().stream().allMatch(String::isBlank))
            rows.removeLast();
        return rows;
    }

    /** A tab anywhere outside of quotes decides; else the commoner of the others in the first line. */
    private static char separator(String text) {
        String bare = text.replaceAll("\"[^\"]*\"", "");
        if (bare.indexOf('\t') >= 0) return '\t';
        String first = bare.lines().findFirst().orElse("");
        long semicolons = first.chars().filter(c -> c == ';').count();
        long commas = first.chars().filter(c -> c == ',').count();
        return semicolons > commas || semicolons > 0 && semicolons == commas ? ';' : ',';
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            more = at < text.length() && text.charAt(at) == between;
            at++;
        }
        return cells;
    }

    private String plain() {
        int start = at;
        while (at < text.length() && text.charAt(at) != between && text.charAt(at) != '\n')
            at++;
        return text.substring(start, at).strip();
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') cell.append(c);
            else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else
                break;
        }
        return cell + plain();
    }

    /** Rows for a spreadsheet. */
    static String write(List<List<String>> rows) {
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows)
            out.append(String.join("\t", row.stream().map(SheetText::cell).toList())).append('\n');
        return out.toString();
    }

    private static String cell(String text) {
        boolean plain = text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && !text.startsWith("\"");
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** A time as a design writes it, of the forms that spreadsheets show; what is none of them stays as it is. */
    static String time(String cell) {
        String text = cell.strip();
        Matcher days = DAY_FIRST.matcher(text);
        if (days.matches()) return dated(date(days.group(3), days.group(2), days.group(1)), days.group(4));
        Matcher slashes = SLASHES.matcher(text);
        if (slashes.matches())
            return dated(date(slashes.group(1), slashes.group(2), slashes.group(3)), slashes.group(4));
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) return dated(iso.group(1), iso.group(2));
        return ofDay(text);
    }

    private static String date(String year, String month, String day) {
        return String.format(Locale.ROOT, "%s-%02d-%02d", year, Integer.parseInt(month), Integer.parseInt(day));
    }

    private static String dated(String date, @org.jspecify.annotations.Nullable String time) {
        return time == null ? date : date + " " + ofDay(time.strip());
    }

    private static String ofDay(String text) {
        Matcher m = TIME.matcher(text);
        if (!m.matches()) return text;
        int hour = Integer.parseInt(m.group(1));
        if (m.group(5) != null) hour = hour % 12 + (m.group(5).equalsIgnoreCase("p") ? 12 : 0);
        String seconds = m.group(3) == null ? "00" : m.group(3);
        String millis = m.group(4) == null || m.group(4).matches("0+") ? "" : "." + m.group(4);
        return String.format(Locale.ROOT, "%02d:%s:%s%s", hour, m.group(2), seconds, millis);
    }
}

package millrace.app.cli;

/** Writes one line of CSV at a time (RFC 4180, lines end as the caller ends them), and can be used again for the next. */
final class CsvLine {
    private final StringBuilder text = new StringBuilder();
    private boolean first = true;

    CsvLine cell(String value) {
        if (!first) text.append(',');
        first = false;
        if (plain(value)) text.append(value);
        else
            text.append('"').append(value.replace("\"", "\"\"")).append('"');
        return this;
    }

    private static boolean plain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') return false;
        }
        return value.isEmpty() || value.charAt(0) != ' ' && value.charAt(value.length() - 1) != ' ';
    }

    CsvLine clear() {
        text.setLength(0);
        first = true;
        return this;
    }

    CharSequence line() {
        return text;
    }
}

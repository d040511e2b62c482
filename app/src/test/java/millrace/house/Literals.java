package millrace.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The string literals of a source text, each with the calls around it: comments and single letters are no literals. */
final class Literals {
    private final String source;
    private final List<Literal> found = new ArrayList<>();
    private final Deque<String> calls = new ArrayDeque<>();
    private int at;
    private int line = 1;

    private Literals(String source) {
        this.source = source;
    }

    /**
     * A string as it stands in a source.
     *
     * @param calls what it is given to, the innermost first: {@code setText}, {@code Label} for a constructor
     */
    record Literal(int line, String text, List<String> calls) {
        boolean within(java.util.function.Predicate<String> call) {
            return calls.stream().anyMatch(call);
        }
    }

    static List<Literal> of(String source) {
        Literals literals = new Literals(source);
        literals.read();
        return literals.found;
    }

    private void read() {
        while (at < source.length()) {
            if (source.startsWith("//", at)) skipTo("\n", 0);
            else if (source.startsWith("/*", at)) skipTo("*/", 2);
            else if (source.startsWith("\"\"\"", at)) text("\"\"\"");
            else if (source.charAt(at) == '"') text("\"");
            else if (source.charAt(at) == '\'') skipTo("'", source.charAt(at + 1) == '\\' ? 3 : 1);
            else
                other(source.charAt(at));
        }
    }

    private void other(char letter) {
        if (letter == '(') calls.push(name());
        if (letter == ')' && !calls.isEmpty()) calls.pop();
        if (letter == '\n') line++;
        at++;
    }

    /** The name before a parenthesis; empty where it only groups. */
    private String name() {
        int end = at;
        while (end > 0 && Character.isWhitespace(source.charAt(end - 1)))
            end--;
        if (end > 0 && source.charAt(end - 1) == '>') end = source.lastIndexOf('<', end - 1);
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(source.charAt(start - 1)))
            start--;
        return source.substring(Math.max(0, start), Math.max(0, end));
    }

    private void skipTo(String end, int least) {
        int from = at;
        int next = source.indexOf(end, at + Math.max(1, least));
        at = next < 0 ? source.length() : next + (end.equals("\n") ? 0 : end.length());
        lines(from);
    }

    private void text(String quote) {
        int from = at;
        int end = at + quote.length();
        while (!source.startsWith(quote, end))
            end += source.charAt(end) == '\\' ? 2 : 1;
        found.add(new Literal(line, source.substring(at + quote.length(), end), List.copyOf(calls)));
        at = end + quote.length();
        lines(from);
    }

    private void lines(int from) {
        line += (int) source.substring(from, at).chars().filter(c -> c == '\n').count();
    }
}

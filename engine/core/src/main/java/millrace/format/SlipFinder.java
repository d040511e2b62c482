package millrace.format;

import java.util.List;
import java.util.Set;
import millrace.design.Location;
import millrace.text.Sentences;

/** Finds out in plain words what is wrong where the JSON parser gave up, and how to step over it. */
final class SlipFinder {
    private static final String CLOSERS = ",]}";
    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity", "+Infinity", "inf", "-inf",
            "nan");
    private final char[] text;

    SlipFinder(char[] text) {
        this.text = text;
    }

    /**
     * @param from end of the last part that was read
     * @param inside what it stands in: '{', '[', or ' ' for the file itself
     * @param first whether nothing stands before it in there
     * @param opened where that group or list began
     */
    Slip find(int from, char inside, boolean first, Location.Place opened) {
        int at = skipBlank(from);
        if (inside == ' ') return first ? value(at) : afterEnd(at);
        if (at >= text.length) return unclosed(inside, opened);
        if (isComment(at)) return comment(at);
        if (first) return part(at, inside);
        if (text[at] != ',') return noComma(at, inside, opened);
        int next = skipBlank(at + 1);
        if (next >= text.length) return unclosed(inside, opened);
        if (isComment(next)) return comment(next);
        if (CLOSERS.indexOf(text[next]) >= 0) return extraComma(text[next] == ',' ? next : at);
        return part(next, inside);
    }

    private Slip part(int at, char inside) {
        if (text[at] == ',') return extraComma(at);
        return inside == '{' ? member(at) : value(at);
    }

    private Slip member(int at) {
        if (text[at] == ']')
            return Slip.over(at, at + 1, "}", "format.json-bracket");
        if (text[at] != '"') return badName(at);
        int end = textEnd(at);
        if (end < 0 || badInText(at, end) >= 0) return badText(at, end);
        int colon = skipBlank(end);
        if (colon >= text.length) return Slip.end(colon, "format.json-end.name");
        if (text[colon] != ':') return noColon(end, colon);
        return value(skipBlank(colon + 1));
    }

    private Slip noColon(int end, int at) {
        if (text[at] == '=') return Slip.over(at, at + 1, ":", "format.json-colon", shown(at));
        if (at > end)
            return new Slip(at, "format.json-colon.before", List.of(shown(at)), end, end + 1, ":");
        return Slip.end(at, "format.json-colon", shown(at));
    }

    private Slip badName(int at) {
        int end = at;
        while (end < text.length && (Character.isLetterOrDigit(text[end]) || "_-.'".indexOf(text[end]) >= 0))
            end++;
        String word = new String(text, at, end - at).replace("'", "");
        if (end - at < 2 || word.isEmpty()) return Slip.end(at, "format.json-name.none", shown(at));
        return Slip.over(at, end, "\"" + "?".repeat(end - at - 2) + "\"", "format.json-name", word);
    }

    private Slip value(int at) {
        if (at >= text.length) return Slip.end(at, "format.json-end.value");
        if (isComment(at)) return comment(at);
        char c = text[at];
        if (c == '"') return badText(at, textEnd(at));
        if (CLOSERS.indexOf(c) >= 0) return noValue(at);
        return badWord(at, wordEnd(at));
    }

    private Slip noValue(int at) {
        return at > 0 && text[at - 1] == ' ' ? Slip.before(at, "0", "format.json-value.before", text[at])
                : Slip.end(at, "format.json-value.before", text[at]);
    }

    private Slip badWord(int at, int end) {
        String word = new String(text, at, end - at);
        if (NOT_FINITE.contains(word)) return lost(at, end, "format.not-finite", word);
        if (word.startsWith("'")) return lost(at, end, "format.json-text.quotes", word, word.replace("'", ""));
        boolean numeric = Character.isDigit(word.charAt(0)) || "+-.".indexOf(word.charAt(0)) >= 0;
        if (!numeric) return lost(at, end, "format.json-value", word);
        boolean meantAsText = word.contains(":") || word.contains(" ");
        return lost(at, end, meantAsText ? "format.json-number.text" : "format.json-number", word);
    }

    private static Slip lost(int at, int end, String key, Object... parts) {
        return Slip.over(at, end, "0", key, parts);
    }

    private Slip badText(int at, int end) {
        if (end < 0) {
            int stop = lineEnd(at);
            while (stop > at + 1 && (Character.isWhitespace(text[stop - 1]) || text[stop - 1] == ','))
                stop--;
            return lost(at, stop, "format.json-text.open");
        }
        int bad = badInText(at, end);
        if (bad < 0) return lost(at, end, "format.json-text");
        if (text[bad] == '\\')
            return lost(at, end, "format.json-text.escape", bad + 1 < end ? text[bad + 1] : ' ');
        return lost(at, end, "format.json-text.control", (int) text[bad]);
    }

    private Slip noComma(int at, char inside, Location.Place opened) {
        boolean group = inside == '{';
        Object[] parts = {shown(at), opened.line(), opened.column()};
        if (text[at] == ']' || text[at] == '}')
            return Slip.over(at, at + 1, group ? "}" : "]",
                    group ? "format.json-bracket.group" : "format.json-bracket.list", parts);
        int begin = numberBefore(at);
        if (begin >= 0) return badWord(begin, wordEnd(begin));
        String key = group ? "format.json-comma.group" : "format.json-comma.list";
        return at > 0 && Character.isWhitespace(text[at - 1]) ? Slip.before(at, ",", key, parts)
                : Slip.end(at, key, parts);
    }

    /** Where a number begins that runs on as something else on the same line ("12:05", "2 min"); -1 if none does. */
    private int numberBefore(int at) {
        if (text[at] != ':' && text[at] != '-' && !Character.isLetter(text[at])) return -1;
        int end = at;
        while (end > 0 && text[end - 1] == ' ')
            end--;
        int begin = end;
        while (begin > 0 && (Character.isDigit(text[begin - 1]) || text[begin - 1] == '.'))
            begin--;
        return begin == end ? -1 : begin;
    }

    private Slip extraComma(int at) {
        return Slip.over(at, at + 1, "", "format.json-comma");
    }

    private Slip afterEnd(int at) {
        return Slip.end(at, "format.json-after-end", shown(at));
    }

    private Slip unclosed(char inside, Location.Place opened) {
        return Slip.end(text.length, inside == '{' ? "format.json-end.group" : "format.json-end.list", opened.line(),
                opened.column());
    }

    private Slip comment(int at) {
        int end = lineEnd(at);
        for (int i = at + 2; text[at] == '/' && text[at + 1] == '*' && i + 1 < text.length; i++) {
            end = i + 2;
            if (text[i] == '*' && text[i + 1] == '/') break;
        }
        return Slip.over(at, end, "", "format.json-comment");
    }

    private boolean isComment(int at) {
        return text[at] == '#'
                || text[at] == '/' && at + 1 < text.length && (text[at + 1] == '/' || text[at + 1] == '*');
    }

    private int skipBlank(int from) {
        int at = from;
        while (at < text.length && Character.isWhitespace(text[at]))
            at++;
        return at;
    }

    private int lineEnd(int at) {
        int end = at;
        while (end < text.length && text[end] != '\n' && text[end] != '\r')
            end++;
        return end;
    }

    /** Where a word that is no value ends: before what closes it, or at the line's end. */
    private int wordEnd(int at) {
        int end = at + 1;
        boolean quoted = text[at] == '\'';
        while (end < text.length && text[end] != '\n' && text[end] != '\r'
                && (quoted || ",]}\"{[".indexOf(text[end]) < 0)) {
            if (quoted && text[end] == '\'') return end + 1;
            end++;
        }
        while (end > at + 1 && Character.isWhitespace(text[end - 1]))
            end--;
        return end;
    }

    /** The offset after the closing quote of the text that begins here; -1 if the line ends first. */
    private int textEnd(int at) {
        for (int i = at + 1; i < text.length && text[i] != '\n' && text[i] != '\r'; i++) {
            if (text[i] == '\\') i++;
            else if (text[i] == '"') return i + 1;
        }
        return -1;
    }

    private int badInText(int at, int end) {
        for (int i = at + 1; i < end - 1; i++) {
            if (text[i] < ' ') return i;
            if (text[i] == '\\') {
                if (!goodEscape(i)) return i;
                i++;
            }
        }
        return -1;
    }

    private boolean goodEscape(int at) {
        if (text[at + 1] != 'u') return "\"\\/bfnrt".indexOf(text[at + 1]) >= 0;
        for (int i = at + 2; i < at + 6; i++) {
            if (i >= text.length || Character.digit(text[i], 16) < 0) return false;
        }
        return true;
    }

    private String shown(int at) {
        if (at >= text.length) return Sentences.of("format.words.end");
        if (text[at] == '"') {
            int end = textEnd(at);
            return end < 0 || end - at > 40 ? Sentences.of("format.words.text") : new String(text, at, end - at);
        }
        return Sentences.of("format.words.character", Character.toString(Character.codePointAt(text, at)));
    }
}

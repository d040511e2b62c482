package millrace.format;

import java.util.Set;

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
     * @param opened where that group or list began, in words
     */
    Slip find(int from, char inside, boolean first, String opened) {
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
            return new Slip(at, "json-bracket", "found ']' where '}' closes this group", "write '}'", at, at + 1, "}");
        if (text[at] != '"') return badName(at);
        int end = textEnd(at);
        if (end < 0 || badInText(at, end) >= 0) return badText(at, end);
        int colon = skipBlank(end);
        if (colon >= text.length) return Slip.end(colon, "json-end", "the file ends after a name", "expected ':' here");
        if (text[colon] != ':') return noColon(end, colon);
        return value(skipBlank(colon + 1));
    }

    private Slip noColon(int end, int at) {
        String fix = "write ':' between the name and its value";
        if (text[at] == '=') return new Slip(at, "json-colon", "expected ':', found '='", fix, at, at + 1, ":");
        if (at > end)
            return new Slip(at, "json-colon", "expected ':' before " + shown(at), fix, end, end + 1, ":");
        return Slip.end(at, "json-colon", "expected ':', found " + shown(at), fix);
    }

    private Slip badName(int at) {
        int end = at;
        while (end < text.length && (Character.isLetterOrDigit(text[end]) || "_-.'".indexOf(text[end]) >= 0))
            end++;
        String word = new String(text, at, end - at).replace("'", "");
        String fix = "write \"" + word + "\" in double quotes";
        if (end - at < 2 || word.isEmpty())
            return Slip.end(at, "json-name", "expected a name in double quotes, found " + shown(at),
                    "every part of a group is \"name\": value");
        return new Slip(at, "json-name", "the name " + word + " stands without double quotes", fix, at, end,
                "\"" + "?".repeat(end - at - 2) + "\"");
    }

    private Slip value(int at) {
        if (at >= text.length)
            return Slip.end(at, "json-end", "the file ends where a value was expected",
                    "was it cut off on its way?");
        if (isComment(at)) return comment(at);
        char c = text[at];
        if (c == '"') return badText(at, textEnd(at));
        if (CLOSERS.indexOf(c) >= 0) return noValue(at);
        return badWord(at, wordEnd(at));
    }

    private Slip noValue(int at) {
        String fix = "write a value, or take the name out";
        if (at > 0 && text[at - 1] == ' ')
            return new Slip(at, "json-value", "expected a value before '" + text[at] + "'", fix, at - 1, at, "0");
        return Slip.end(at, "json-value", "expected a value before '" + text[at] + "'", fix);
    }

    private Slip badWord(int at, int end) {
        String word = new String(text, at, end - at);
        if (NOT_FINITE.contains(word))
            return lost(at, end, "not-finite", word + " is not a number that a design can hold",
                    "write an ordinary number");
        if (word.startsWith("'"))
            return lost(at, end, "json-text", "texts stand in double quotes, found " + word,
                    "write \"" + word.replace("'", "") + "\"");
        boolean numeric = Character.isDigit(word.charAt(0)) || "+-.".indexOf(word.charAt(0)) >= 0;
        if (numeric)
            return lost(at, end, "json-number", "'" + word + "' is not a number as JSON writes it",
                    word.contains(":") || word.contains(" ") ? "write \"" + word + "\" in double quotes"
                            : "write it like 5, -0.5 or 2.5");
        return lost(at, end, "json-value", "'" + word + "' is not a value", "texts stand in double quotes: \"" + word
                + "\"; else true, false, null or a number is expected");
    }

    private static Slip lost(int at, int end, String code, String message, String fix) {
        return new Slip(at, code, message, fix, at, end, "0");
    }

    private Slip badText(int at, int end) {
        if (end < 0) {
            int stop = lineEnd(at);
            while (stop > at + 1 && (Character.isWhitespace(text[stop - 1]) || text[stop - 1] == ','))
                stop--;
            return lost(at, stop, "json-text", "this text has no closing quote on its line", "close it with \"");
        }
        int bad = badInText(at, end);
        if (bad < 0) return lost(at, end, "json-text", "this text can't be read", "write it anew");
        if (text[bad] == '\\')
            return lost(at, end, "json-text",
                    "'\\" + (bad + 1 < end ? text[bad + 1] : ' ') + "' is no escape",
                    "write \\\\ for a backslash; known are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four digits");
        return lost(at, end, "json-text", "a text holds a control character (code " + (int) text[bad] + ")",
                "write \\t for a tab, \\n for a new line");
    }

    private Slip noComma(int at, char inside, String opened) {
        char closer = inside == '{' ? '}' : ']';
        String wanted = "expected ',' or '" + closer + "' in the " + (inside == '{' ? "group" : "list") + " that began "
                + opened;
        if (text[at] == ']' || text[at] == '}')
            return new Slip(at, "json-bracket", wanted + ", found '" + text[at] + "'", "close with '" + closer + "'",
                    at, at + 1, String.valueOf(closer));
        int begin = numberBefore(at);
        if (begin >= 0) return badWord(begin, wordEnd(begin));
        String fix = "put a comma between the two";
        if (at > 0 && Character.isWhitespace(text[at - 1]))
            return new Slip(at, "json-comma", wanted + ", found " + shown(at), fix, at - 1, at, ",");
        return Slip.end(at, "json-comma", wanted + ", found " + shown(at), fix);
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
        return new Slip(at, "json-comma", "a comma with nothing after it", "take the comma out", at, at + 1, "");
    }

    private Slip afterEnd(int at) {
        return Slip.end(at, "json-after-end", "something follows the end of the design: " + shown(at),
                "take it out: the last character of the file is '}'");
    }

    private Slip unclosed(char inside, String opened) {
        return Slip.end(text.length, "json-end",
                "the file ends before the " + (inside == '{' ? "group" : "list") + " that began " + opened
                        + " is closed",
                "close it with '" + (inside == '{' ? '}' : ']') + "'; was the file cut off on its way?");
    }

    private Slip comment(int at) {
        int end = lineEnd(at);
        for (int i = at + 2; text[at] == '/' && text[at + 1] == '*' && i + 1 < text.length; i++) {
            end = i + 2;
            if (text[i] == '*' && text[i + 1] == '/') break;
        }
        return new Slip(at, "json-comment", "a comment: JSON has none", "put the words into a note or into \"about\"",
                at,
                end, "");
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
        if (at >= text.length) return "the end of the file";
        if (text[at] == '"') {
            int end = textEnd(at);
            return end < 0 || end - at > 40 ? "a text" : new String(text, at, end - at);
        }
        return "'" + Character.toString(Character.codePointAt(text, at)) + "'";
    }
}

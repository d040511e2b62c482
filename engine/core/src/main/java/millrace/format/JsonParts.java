package millrace.format;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import millrace.design.Location;
import millrace.design.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * One pass over the text with a streaming parser: parts with their places. Where the syntax slips it stops; what was
 * read by then is kept, and {@link #slip} says what is wrong.
 */
final class JsonParts {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH + 2)
                    .maxStringLength(Limits.TEXT)
                    .maxNameLength(Limits.NAME)
                    .maxNumberLength(Limits.TEXT)
                    .maxDocumentLength(Limits.BYTES)
                    .build())
            .build();

    private static final Location.Place NOWHERE = new Location.Place(0, 0);

    /** A group or list that is being read. */
    private static final class Open {
        final char kind;
        final int offset;
        boolean empty = true;

        Open(char kind, int offset) {
            this.kind = kind;
            this.offset = offset;
        }
    }

    private final char[] text;
    private final Lines lines;
    private final Told told;
    private final Set<Integer> painted;
    private final JsonParser parser;
    private final Deque<Open> open = new ArrayDeque<>();
    /** After the last token. */
    private int readTo;
    /** After the last character of the file's one value; 0 = not there yet. */
    private int endOfRoot;
    private int values;
    private boolean stopped;
    private @Nullable Slip slip;

    /** @param painted offsets of values and names that were painted over */
    JsonParts(char[] text, Lines lines, Told told, Set<Integer> painted) {
        this.text = text;
        this.lines = lines;
        this.told = told;
        this.painted = painted;
        parser = FACTORY.createParser(ObjectReadContext.empty(), text, 0, text.length);
    }

    Optional<Slip> slip() {
        return Optional.ofNullable(slip);
    }

    /** The one value of the file. */
    Optional<Part> read() {
        JsonToken token = next();
        if (token == null && !stopped) slip = new SlipFinder(text).find(0, ' ', true, NOWHERE);
        if (token == null) return Optional.empty();
        Part part = value(token);
        if (!stopped && endOfRoot == 0) endOfRoot = readTo;
        if (!stopped && next() != null) slip = new SlipFinder(text).find(endOfRoot, ' ', false, NOWHERE);
        return Optional.of(part);
    }

    private Part value(JsonToken token) {
        int offset = offset();
        if (++values > Limits.VALUES) return tooMuch(offset);
        return switch (token) {
            case START_OBJECT -> group(offset);
            case START_ARRAY -> list(offset);
            case VALUE_STRING -> plain(offset, Value.of(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> painted.contains(offset) ? Part.broken(offset)
                    : number(offset);
            case VALUE_TRUE -> plain(offset, Value.of(true));
            case VALUE_FALSE -> plain(offset, Value.of(false));
            default -> plain(offset, new Value.Nothing());
        };
    }

    private static Part plain(int offset, Value value) {
        return Part.of(offset, value);
    }

    private Part number(int offset) {
        String digits = parser.getString();
        if (digits.length() > Limits.DIGITS)
            return badNumber(offset, "format.number-too-large.long", digits.length());
        int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        if (exponent >= 0 && digits.length() - exponent > 5)
            return badNumber(offset, "format.number-too-large", digits);
        BigDecimal number = new BigDecimal(digits);
        if (Math.abs((long) number.precision() - number.scale()) > Limits.EXPONENT)
            return badNumber(offset, "format.number-too-large", digits);
        return plain(offset, new Value.Number(number));
    }

    private Part badNumber(int offset, String key, Object what) {
        told.loss(offset, Location.DESIGN, key, what, Limits.DIGITS, Limits.EXPONENT);
        return Part.broken(offset);
    }

    private Part tooMuch(int offset) {
        told.loss(offset, Location.DESIGN, "format.too-many-values", Limits.VALUES);
        stopped = true;
        return Part.broken(offset);
    }

    private Part group(int offset) {
        if (!enter('{', offset)) return Part.broken(offset);
        LinkedHashMap<String, Part> fields = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        for (JsonToken token = next(); token != null && token != JsonToken.END_OBJECT; token = next())
            member(fields, twice);
        leave();
        return Part.group(offset, fields);
    }

    private void member(LinkedHashMap<String, Part> fields, Set<String> twice) {
        int at = offset();
        String name = parser.getString();
        JsonToken token = next();
        if (token == null) return;
        Part part = value(token);
        if (painted.contains(at)) return;
        if (fields.putIfAbsent(name, part) != null && twice.add(name))
            told.loss(at, Location.DESIGN, "format.duplicate-field", name);
    }

    private Part list(int offset) {
        if (!enter('[', offset)) return Part.broken(offset);
        List<Part> items = new ArrayList<>();
        for (JsonToken token = next(); token != null && token != JsonToken.END_ARRAY; token = next()) {
            if (items.size() < Limits.ROWS) items.add(value(token));
            else if (tooLong(token)) break;
        }
        leave();
        return Part.list(offset, items);
    }

    private boolean tooLong(JsonToken token) {
        told.loss(offset(), Location.DESIGN, "format.too-many-rows", Limits.ROWS);
        stopped = true;
        return true;
    }

    private boolean enter(char kind, int offset) {
        open.push(new Open(kind, offset));
        readTo = offset + 1;
        if (open.size() <= Limits.DEPTH) return true;
        told.loss(offset, Location.DESIGN, "format.too-deep", Limits.DEPTH);
        stopped = true;
        return false;
    }

    private void leave() {
        if (stopped) return;
        open.pop();
        if (open.isEmpty()) endOfRoot = readTo;
    }

    private int offset() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    /** The next token, or null at the end of the file and after a slip. */
    private @Nullable JsonToken next() {
        if (stopped) return null;
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                if (!open.isEmpty()) giveUp();
                return null;
            }
            if (token == JsonToken.VALUE_STRING) parser.getString();
            if (token != JsonToken.PROPERTY_NAME) passed();
            return token;
        } catch (StreamConstraintsException e) {
            told.loss(readTo, Location.DESIGN, "format.text-too-long", Limits.TEXT, Limits.NAME);
            stopped = true;
            return null;
        } catch (JacksonException e) {
            giveUp();
            return null;
        }
    }

    private void passed() {
        if (open.isEmpty() && endOfRoot > 0) return;
        readTo = (int) parser.currentLocation().getCharOffset();
        if (!open.isEmpty()) open.element().empty = false;
    }

    private void giveUp() {
        stopped = true;
        Open inner = open.peek();
        SlipFinder finder = new SlipFinder(text);
        if (inner == null) slip = finder.find(Math.max(readTo, endOfRoot), ' ', endOfRoot == 0, NOWHERE);
        else
            slip = finder.find(readTo, inner.kind, inner.empty, lines.place(inner.offset));
    }
}

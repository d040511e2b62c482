package millrace.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import millrace.design.Location;
import millrace.design.Problem;

/**
 * The characters of a file.
 *
 * @param text what could be read, if anything
 * @param problems size or encoding; if there are any, the text is not the whole file
 */
record JsonText(Optional<String> text, List<Problem> problems) {

    static JsonText of(byte[] bytes) {
        if (bytes.length > Limits.BYTES) return tooLarge(bytes.length);
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE))
            return failed("format.not-utf-8.utf-16");
        if (startsWith(bytes, 0x1F, 0x8B)) return failed("format.not-text");
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        return decode(ByteBuffer.wrap(bytes, start, bytes.length - start));
    }

    static JsonText tooLarge(long bytes) {
        return failed("format.too-large", bytes, Limits.BYTES);
    }

    private static JsonText failed(String key, Object... parts) {
        return new JsonText(Optional.empty(), List.of(Problem.error(Location.DESIGN.at(1, 1), key, parts)));
    }

    private static boolean startsWith(byte[] bytes, int... head) {
        if (bytes.length < head.length) return false;
        for (int i = 0; i < head.length; i++) {
            if ((bytes[i] & 0xFF) != head[i]) return false;
        }
        return true;
    }

    private static JsonText decode(ByteBuffer in) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
        int begin = in.position();
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) return new JsonText(Optional.of(out.flip().toString()), List.of());
        Location.Place place = new Lines(out.flip().toString()).place(out.length());
        int octet = in.get(in.position()) & 0xFF;
        Problem problem = Problem.error(Location.DESIGN.at(place.line(), place.column()), "format.not-utf-8",
                String.format(Locale.ROOT, "0x%02X", octet));
        String replaced = new String(in.array(), begin, in.limit() - begin, StandardCharsets.UTF_8);
        return new JsonText(Optional.of(replaced), List.of(problem));
    }
}

package millrace.design;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: "2 min", "500 ms", "4 min 56 s", "1 h 30 min", "1.5 s", "1 day". */
public final class Durations {
    private static final Map<String, Long> UNITS = Map.ofEntries(Map.entry("ms", 1L), Map.entry("s", 1_000L),
            Map.entry("sec", 1_000L), Map.entry("second", 1_000L), Map.entry("seconds", 1_000L),
            Map.entry("m", 60_000L), Map.entry("min", 60_000L), Map.entry("minute", 60_000L),
            Map.entry("minutes", 60_000L), Map.entry("h", 3_600_000L),
            Map.entry("hour", 3_600_000L), Map.entry("hours", 3_600_000L), Map.entry("d", 86_400_000L),
            Map.entry("day", 86_400_000L), Map.entry("days", 86_400_000L), Map.entry("week", 604_800_000L),
            Map.entry("weeks", 604_800_000L));
    private static final Pattern PART = Pattern.compile("\\s*([0-9]{1,12}(?:\\.[0-9]{1,6})?)\\s*([a-z]+)");
    /** The longest duration a design may state: about 100 years. */
    public static final long MAX = 36_525L * 86_400_000L;

    private Durations() {}

    /** Milliseconds, or empty if the text is not a duration, not whole milliseconds, or above {@link #MAX}. */
    public static OptionalLong parse(String text) {
        if (text.length() > 60) return OptionalLong.empty();
        boolean negative = text.strip().startsWith("-");
        Matcher m = PART.matcher(negative ? text.strip().substring(1) : text.strip());
        BigDecimal sum = BigDecimal.ZERO;
        int end = 0;
        while (m.lookingAt()) {
            Long unit = UNITS.get(m.group(2));
            if (unit == null) return OptionalLong.empty();
            sum = sum.add(new BigDecimal(m.group(1)).multiply(BigDecimal.valueOf(unit)));
            end = m.end();
            m.region(end, m.regionEnd());
        }
        return end == 0 || end < m.regionEnd() ? OptionalLong.empty() : whole(negative ? sum.negate() : sum);
    }

    private static OptionalLong whole(BigDecimal sum) {
        boolean fits = sum.abs().compareTo(BigDecimal.valueOf(MAX)) <= 0 && sum.stripTrailingZeros().scale() <= 0;
        return fits ? OptionalLong.of(sum.longValueExact()) : OptionalLong.empty();
    }

    /** The shortest usual form: "2 min", "4 min 56 s", "1 h", "0 s". */
    public static String format(long millis) {
        if (millis == 0) return "0 s";
        StringBuilder text = new StringBuilder(millis < 0 ? "-" : "");
        long rest = Math.abs(millis);
        rest = part(text, rest, 86_400_000L, rest / 86_400_000L == 1 ? "day" : "days");
        rest = part(text, rest, 3_600_000L, "h");
        rest = part(text, rest, 60_000L, "min");
        rest = part(text, rest, 1_000L, "s");
        part(text, rest, 1, "ms");
        return text.toString();
    }

    private static long part(StringBuilder text, long rest, long unit, String word) {
        long n = rest / unit;
        if (n > 0)
            text.append(text.isEmpty() || text.charAt(text.length() - 1) == '-' ? "" : " ")
                    .append(n)
                    .append(' ')
                    .append(word);
        return rest % unit;
    }
}

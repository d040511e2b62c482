package millrace.design;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The design's clock: where processing time starts, and how instants are read and written. Instants are milliseconds
 * since 1970-01-01T00:00Z. A design without a date lives on 1970-01-01 ("12:05:19", the next day "day 2 00:20:00"); one with
 * a date writes it where the day is another than the start's ("2018-02-03 00:00:00").
 *
 * @param start processing time at which the run begins
 * @param dated whether the design gave a date
 */
public record Clock(long start, boolean dated) {
    public static final Clock MIDNIGHT = new Clock(0, false);
    private static final long DAY = 86_400_000L;
    private static final Pattern TIME = Pattern.compile(
            "(?:(\\d{4}-\\d\\d-\\d\\d)[T ]|day (\\d{1,6}) )?(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,3}))?)?Z?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /** Reads the design's {@code clock} setting; empty if it is not a time. */
    public static java.util.Optional<Clock> parseStart(String text) {
        OptionalLong start = MIDNIGHT.parse(text);
        boolean dated = text.length() >= 10 && text.charAt(4) == '-' && DATE.matcher(text.substring(0, 10)).matches();
        return start.isPresent() ? java.util.Optional.of(new Clock(start.getAsLong(), dated))
                : java.util.Optional.empty();
    }

    /** Reads an instant: "12:05", "12:05:19.250", "day 2 00:20", "2018-02-03", "2018-02-03 00:00:00"; UTC. */
    public OptionalLong parse(String text) {
        int plain = plainTime(text);
        if (plain >= 0) return OptionalLong.of(Math.floorDiv(start, DAY) * DAY + plain);
        String stripped = text.strip();
        try {
            if (DATE.matcher(stripped).matches()) return OptionalLong.of(LocalDate.parse(stripped).toEpochDay() * DAY);
            Matcher m = TIME.matcher(stripped);
            return m.matches() ? OptionalLong.of(day(m) + timeOfDay(m)) : OptionalLong.empty();
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /** Milliseconds of "12:05", "12:05:19" and "12:05:19.250", -1 for anything else: tables hold thousands of these. */
    private static int plainTime(String text) {
        int length = text.length();
        if (length != 5 && length != 8 && length != 12 || text.charAt(2) != ':') return -1;
        if (length > 5 && text.charAt(5) != ':' || length > 8 && text.charAt(8) != '.') return -1;
        int hour = twoDigits(text, 0);
        int minute = twoDigits(text, 3);
        int second = length > 5 ? twoDigits(text, 6) : 0;
        int hundredth = length > 8 ? twoDigits(text, 9) : 0;
        int thousandth = length > 8 ? text.charAt(11) - '0' : 0;
        boolean fits = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60
                && hundredth >= 0 && thousandth >= 0 && thousandth <= 9;
        return fits ? ((hour * 60 + minute) * 60 + second) * 1000 + hundredth * 10 + thousandth : -1;
    }

    private static int twoDigits(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
    }

    private long day(Matcher m) {
        if (m.group(1) != null) return LocalDate.parse(m.group(1)).toEpochDay() * DAY;
        long first = Math.floorDiv(start, DAY) * DAY;
        return m.group(2) == null ? first : first + (Long.parseLong(m.group(2)) - 1) * DAY;
    }

    private static long timeOfDay(Matcher m) {
        int hour = Integer.parseInt(m.group(3));
        int minute = Integer.parseInt(m.group(4));
        int second = m.group(5) == null ? 0 : Integer.parseInt(m.group(5));
        boolean midnight = hour == 24 && minute == 0 && second == 0;
        if (hour > 23 && !midnight || minute > 59 || second > 59) throw new DateTimeException("not a time of day");
        long millis = m.group(6) == null ? 0 : Long.parseLong((m.group(6) + "00").substring(0, 3));
        return ((hour * 60L + minute) * 60 + second) * 1000 + millis;
    }

    /** "12:05:19", with milliseconds only where there are some, with the day where it is not the first. */
    public String format(long instant) {
        String time = timeText(instant);
        long day = Math.floorDiv(instant, DAY);
        long first = Math.floorDiv(start, DAY);
        if (day == first) return time;
        return (dated || day < first ? LocalDate.ofEpochDay(day).toString() : "day " + (day - first + 1)) + " " + time;
    }

    /** As {@link #format}, but with the date wherever the design has one: for files and other programs. */
    public String full(long instant) {
        boolean bare = dated && Math.floorDiv(instant, DAY) == Math.floorDiv(start, DAY);
        return (bare ? LocalDate.ofEpochDay(Math.floorDiv(instant, DAY)) + " " : "") + format(instant);
    }

    private static String timeText(long instant) {
        LocalDateTime t = LocalDateTime.ofEpochSecond(Math.floorDiv(instant, 1000L), 0, ZoneOffset.UTC);
        long millis = Math.floorMod(instant, 1000L);
        StringBuilder text = new StringBuilder(12);
        padded(padded(padded(text, t.getHour(), 2).append(':'), t.getMinute(), 2).append(':'), t.getSecond(), 2);
        return (millis == 0 ? text : padded(text.append('.'), millis, 3)).toString();
    }

    /** Tables hold thousands of these: a format would be read anew for each. */
    private static StringBuilder padded(StringBuilder text, long number, int digits) {
        String plain = Long.toString(number);
        return text.repeat('0', digits - plain.length()).append(plain);
    }

    /** As {@link #format}, without ":00" seconds: "12:02". For window bounds. */
    public String brief(long instant) {
        String text = format(instant);
        return text.endsWith(":00") && text.indexOf('.') < 0 ? text.substring(0, text.length() - 3) : text;
    }

    /** "[12:00, 12:02)". */
    public String window(long from, long to) {
        return "[" + brief(from) + ", " + brief(to) + ")";
    }
}

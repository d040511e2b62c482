package millrace.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import millrace.design.Clock;
import millrace.operator.SourceSpec.File.TimeFormat;
import millrace.text.Sentences;
import org.jspecify.annotations.Nullable;

/** Reads the times of a file. A time without a zone is UTC, one without a date is of the day on which the run begins. */
final class TimeReader {
    private static final long DAY = 86_400_000L;
    /** Years -9999 to 9999: far from where sums could overflow. */
    private static final long LATEST = 253_402_300_799_999L;
    private static final Pattern SECONDS = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,18})?");
    private final TimeFormat format;
    private final Clock clock;
    private final @Nullable DateTimeFormatter pattern;

    /** @param start processing time at which the run begins */
    TimeReader(TimeFormat format, long start) {
        this.format = format;
        clock = new Clock(start, false);
        pattern = format.kind() == TimeFormat.Kind.PATTERN ? formatter(format.pattern()) : null;
    }

    private static @Nullable DateTimeFormatter formatter(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** How times should look, for messages. */
    String expected() {
        return switch (format.kind()) {
            case MILLIS -> Sentences.of("simulation.expected.millis");
            case SECONDS -> Sentences.of("simulation.expected.seconds");
            case ISO -> Sentences.of("simulation.expected.iso");
            case CLOCK -> Sentences.of("simulation.expected.clock");
            case PATTERN -> Sentences.of("simulation.expected.pattern", format.pattern());
        };
    }

    /** Milliseconds since 1970, or empty if the text is no such time. */
    OptionalLong read(String text) {
        try {
            OptionalLong time = parse(text.strip());
            return time.isPresent() && Math.abs(time.getAsLong()) <= LATEST ? time : OptionalLong.empty();
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    private OptionalLong parse(String text) {
        return switch (format.kind()) {
            case MILLIS -> OptionalLong.of(Long.parseLong(text));
            case SECONDS -> seconds(text);
            case ISO -> iso(text);
            case CLOCK -> clock.parse(text);
            case PATTERN -> pattern == null ? OptionalLong.empty() : OptionalLong.of(millis(pattern, text));
        };
    }

    private static OptionalLong seconds(String text) {
        if (!SECONDS.matcher(text).matches()) return OptionalLong.empty();
        return OptionalLong.of(new BigDecimal(text).movePointRight(3).setScale(0, RoundingMode.FLOOR).longValue());
    }

    private OptionalLong iso(String text) {
        if (text.length() == 10) return OptionalLong.of(LocalDate.parse(text).toEpochDay() * DAY);
        String normal = text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11)
                : text;
        return OptionalLong.of(millis(DateTimeFormatter.ISO_DATE_TIME, normal));
    }

    private long millis(DateTimeFormatter formatter, String text) {
        TemporalAccessor found = formatter.parseBest(text, ZonedDateTime::from, OffsetDateTime::from,
                LocalDateTime::from, LocalDate::from, LocalTime::from);
        return switch (found) {
            case ZonedDateTime time -> time.toInstant().toEpochMilli();
            case OffsetDateTime time -> time.toInstant().toEpochMilli();
            case LocalDateTime time -> time.toInstant(ZoneOffset.UTC).toEpochMilli();
            case LocalDate date -> date.toEpochDay() * DAY;
            case LocalTime time -> Math.floorDiv(clock.start(), DAY) * DAY + time.toNanoOfDay() / 1_000_000;
            default -> Instant.from(found).toEpochMilli();
        };
    }
}

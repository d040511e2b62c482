package millrace.app.file;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import millrace.app.text.Texts;

/** An instant of the person's own clock as it is said: "today, 09:12", "yesterday, 17:40", "Monday, 11:05". */
public final class Times {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int WEEK = 7;

    private Times() {}

    public static String of(Instant instant) {
        return of(instant, Instant.now(), ZoneId.systemDefault());
    }

    static String of(Instant instant, Instant now, ZoneId zone) {
        ZonedDateTime then = instant.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        String clock = CLOCK.format(then);
        long days = then.toLocalDate().until(today, java.time.temporal.ChronoUnit.DAYS);
        if (days == 0) return Texts.of("file.time.today", clock);
        if (days == 1) return Texts.of("file.time.yesterday", clock);
        String day = days > 1 && days < WEEK ? then.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : then.getDayOfMonth() + " " + then.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        + (then.getYear() == today.getYear() ? "" : " " + then.getYear());
        return Texts.of("file.time.day", day, clock);
    }
}

package millrace.app.present;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;

/** The moments that a presenter goes to, one by one: the start, those worth stopping at, the end. */
public record Steps(List<Long> moments) {
    /** Where a key of the keyboard, or of a presenter's remote, leads. */
    public enum Way {
        ON,
        BACK,
        FIRST,
        LAST
    }

    public static Steps of(long start, LongStream marks, long end) {
        return new Steps(Stream.of(LongStream.of(start), marks, LongStream.of(end))
                .flatMapToLong(s -> s)
                .filter(t -> t >= start && t <= end)
                .sorted()
                .distinct()
                .boxed()
                .toList());
    }

    /** Remotes send page up and page down. */
    public static Optional<Way> way(KeyCode key) {
        return switch (key) {
            case RIGHT, DOWN, PAGE_DOWN, SPACE -> Optional.of(Way.ON);
            case LEFT, UP, PAGE_UP, BACK_SPACE -> Optional.of(Way.BACK);
            case HOME -> Optional.of(Way.FIRST);
            case END -> Optional.of(Way.LAST);
            default -> Optional.empty();
        };
    }

    /** Where a step leads from a moment; nowhere at the ends. */
    public OptionalLong from(long now, Way way) {
        LongStream all = moments.stream().mapToLong(Long::longValue);
        return switch (way) {
            case ON -> all.filter(t -> t > now).findFirst();
            case BACK -> all.filter(t -> t < now).max();
            case FIRST -> all.min();
            case LAST -> all.max();
        };
    }

    /** "3 of 12": the last one that is not after the moment. */
    public int place(long now) {
        return (int) moments.stream().filter(t -> t <= now).count();
    }
}

package millrace.design;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value, or the errors that kept it from being made; warnings may come with a value.
 *
 * @param problems everything found, errors and warnings
 */
public record Outcome<T>(Optional<T> value, List<Problem> problems) {
    public Outcome {
        problems = List.copyOf(problems);
    }

    public static <T> Outcome<T> of(T value) {
        return new Outcome<>(Optional.of(value), List.of());
    }

    public static <T> Outcome<T> of(T value, List<Problem> warnings) {
        return new Outcome<>(Optional.of(value), warnings);
    }

    public static <T> Outcome<T> failed(List<Problem> problems) {
        return new Outcome<>(Optional.empty(), problems);
    }

    public <R> Outcome<R> then(Function<? super T, R> next) {
        return new Outcome<>(value.map(next), problems);
    }

    public List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }
}

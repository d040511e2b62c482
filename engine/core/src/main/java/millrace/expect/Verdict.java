package millrace.expect;

import java.util.Optional;
import millrace.text.Sentences;

/**
 * Whether a run gave what the design says it gives.
 *
 * @param name of the expectation
 * @param difference the first difference in plain words; empty = as expected
 */
public record Verdict(String name, Optional<String> difference) {
    public boolean passed() {
        return difference.isEmpty();
    }

    @Override
    public String toString() {
        return Sentences.of("expect.verdict", name, difference.orElseGet(() -> Sentences.of("expect.verdict.passed")));
    }
}

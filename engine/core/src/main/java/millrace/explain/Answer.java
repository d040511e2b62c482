package millrace.explain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why something is as it is, in a sentence or two with the figures that decided.
 *
 * @param question as a title: "Why is this 9 late, and counted?"
 */
public record Answer(String question, List<Span> spans) {
    public Answer {
        spans = List.copyOf(spans);
    }

    /** The sentences without their tones. */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}

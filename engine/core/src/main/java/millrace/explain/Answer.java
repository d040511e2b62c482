package millrace.explain;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Why something is as it is, in a sentence or two with the figures that decided.
 *
 * @param question as a title: "Why is this 9 late, and counted?"
 * @param nodes ids of the nodes that it names or is about, to go to
 */
public record Answer(String question, List<Span> spans, List<String> nodes) {
    public Answer {
        spans = List.copyOf(spans);
        nodes = List.copyOf(nodes);
    }

    /** About no node in particular. */
    public Answer(String question, List<Span> spans) {
        this(question, spans, List.of());
    }

    Answer about(List<String> named) {
        return new Answer(question, spans, named);
    }

    /** The moments of processing time that it names, in its order, each once; ms. */
    public List<Long> moments() {
        return spans.stream()
                .map(Span::at)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .distinct()
                .toList();
    }

    /** The sentences without their tones. */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}

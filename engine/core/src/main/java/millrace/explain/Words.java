package millrace.explain;

import java.util.ArrayList;
import java.util.List;

/** Puts an answer together, sentence by sentence. */
final class Words {
    private final List<Span> spans = new ArrayList<>();

    /** A sentence more, or a clause that follows: a space stands before it. Key and parts as {@link Part#say} has them. */
    Words tell(String key, Object... parts) {
        return tell(Part.say(key, parts));
    }

    /** As {@link #tell(String, Object...)}: another answer. */
    Words tell(Answer more) {
        return tell(new Part(more.spans()));
    }

    /** As {@link #tell(String, Object...)}. */
    Words tell(Part sentence) {
        if (sentence.spans().isEmpty()) return this;
        if (!spans.isEmpty()) add(new Span(" ", Tone.PLAIN));
        sentence.spans().forEach(this::add);
        return this;
    }

    /** What has the same tone as the one before is one with it; a moment to go to stands alone. */
    private void add(Span span) {
        boolean goesOn = !spans.isEmpty() && span.at().isEmpty() && spans.getLast().at().isEmpty()
                && spans.getLast().tone() == span.tone();
        if (goesOn) spans.set(spans.size() - 1, new Span(spans.getLast().text() + span.text(), span.tone()));
        else
            spans.add(span);
    }

    /** With its question, a text of the bundle. */
    Answer ask(String key, Object... parts) {
        return answer(Part.say(key, parts).toString());
    }

    Answer answer(String question) {
        return new Answer(question, spans);
    }
}

package millrace.explain;

import java.util.OptionalLong;

/**
 * A piece of a sentence in one tone.
 *
 * @param at the moment of processing time that it names, ms; empty if it names none
 */
public record Span(String text, Tone tone, OptionalLong at) {
    /** Names no moment. */
    public Span(String text, Tone tone) {
        this(text, tone, OptionalLong.empty());
    }
}

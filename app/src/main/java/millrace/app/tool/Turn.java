package millrace.app.tool;

import java.util.List;

/** What comes of one event: the next state of the hand, and what is to be done. */
public record Turn(Tool next, List<Effect> effects) {
    public Turn {
        effects = List.copyOf(effects);
    }

    static Turn to(Tool next, Effect... effects) {
        return new Turn(next, List.of(effects));
    }
}

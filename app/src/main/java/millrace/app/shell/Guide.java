package millrace.app.shell;

import java.util.List;
import java.util.Optional;

/** What a form of values says and fills in while it is being filled in, and what else could be done with it. */
interface Guide {
    Guide NONE = new Guide() {};

    /** What the lines hold, now that one of them has changed. */
    default List<String> follow(int changed, List<String> texts) {
        return texts;
    }

    /** What will be done with it; empty = nothing is to be said. */
    default String note(List<String> texts) {
        return "";
    }

    /** Why it can't be done as a whole, if it can't. */
    default Optional<String> wrong(List<String> texts) {
        return Optional.empty();
    }

    /** What a second button does; empty = there is none. */
    default Optional<Other> other() {
        return Optional.empty();
    }

    /** Something else that can be done. */
    interface Other {
        String words();

        boolean possible(List<String> texts);

        Optional<String> wrong(List<String> texts);

        void accept(List<String> texts);
    }
}

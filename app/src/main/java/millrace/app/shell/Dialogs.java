package millrace.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import millrace.design.Problem;

/** What the program asks its user about; behind an interface, since tests and displays without windows have none. */
interface Dialogs {
    /** What to do with a design that has not been saved. */
    enum Unsaved {
        SAVE,
        LEAVE,
        CANCEL
    }

    Optional<Path> chooseToOpen(Optional<Path> near);

    Optional<Path> chooseToSave(String name, Optional<Path> near);

    /** A file of data beside the design, to be read or, else, written. */
    default Optional<Path> chooseData(Optional<Path> near, boolean forReading) {
        return Optional.empty();
    }

    Unsaved askUnsaved(String name);

    /** Whether to do what may have a price. */
    boolean confirm(String question, String price, String yes);

    /** What differs between two designs, a line for each thing. */
    void compare(String title, List<String> differences);

    void tell(Problem problem);
}

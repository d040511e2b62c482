package millrace.app.shell;

import java.nio.file.Path;
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

    void tell(Problem problem);
}

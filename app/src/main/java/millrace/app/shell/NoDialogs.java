package millrace.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import millrace.design.Problem;

/** Asks nobody anything. */
final class NoDialogs implements Dialogs {
    @Override
    public Optional<Path> chooseToOpen(Optional<Path> near) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseToSave(String name, Optional<Path> near) {
        return Optional.empty();
    }

    @Override
    public Unsaved askUnsaved(String name) {
        return Unsaved.CANCEL;
    }

    @Override
    public boolean confirm(String question, String price, String yes) {
        return false;
    }

    @Override
    public void compare(String title, List<String> differences) {
        throw new IllegalStateException(title + differences);
    }

    @Override
    public void tell(Problem problem) {
        throw new IllegalStateException(problem.toString());
    }
}

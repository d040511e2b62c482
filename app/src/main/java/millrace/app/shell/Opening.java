package millrace.app.shell;

import java.nio.file.Path;
import java.util.Optional;
import millrace.app.file.DiskWatch;
import millrace.app.file.Recovery;
import millrace.design.Design;
import millrace.format.DesignReader;
import millrace.format.Reading;

/**
 * A file that was read, in the background: all of opening it that may take long.
 *
 * @param watch how it was just before it was read: what another program writes meanwhile is noticed
 * @param left what a crash left of it
 */
record Opening(Path file, DiskWatch watch, Reading reading, Optional<Recovery.Found> left) {
    static Opening of(Path file, Optional<Recovery> recovery) {
        return new Opening(file, new DiskWatch(file), DesignReader.read(file), recovery.flatMap(r -> r.of(file)));
    }

    /** What there is of it, while that is not all. */
    Optional<Reading> broken() {
        return reading.whole() ? Optional.empty() : Optional.of(reading);
    }

    Design design() {
        return reading.design().orElse(Design.EMPTY.named(String.valueOf(file.getFileName())));
    }
}

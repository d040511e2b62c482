package millrace.app.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import millrace.app.file.DiskWatch;
import millrace.app.file.ShippedFiles;
import millrace.app.text.Texts;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Problem;
import millrace.format.DesignFiles;

/**
 * A design on its way into a file: the design as it was when that was asked for, whatever the hand does meanwhile.
 *
 * @param own how the file was, if it is the design's own
 * @param beside what a copy of a shipped design reads, which comes with it
 */
record Saving(Path file, Design design, Optional<DiskWatch> own, Optional<ShippedFiles> beside) {
    /**
     * What came of it.
     *
     * @param seen whether another program had changed the file: then it was left as it is
     * @param watch how the file is now; empty if it was not written
     */
    record Result(DiskWatch.Seen seen, Optional<DiskWatch> watch, Optional<Problem> problem) {
        static Result refused(Problem why) {
            return new Result(DiskWatch.Seen.SAME, Optional.empty(), Optional.of(why));
        }

        boolean changed() {
            return seen.state() == DiskWatch.State.CHANGED;
        }
    }

    /** Writes unless another program has, in the background. */
    Result writeWithCare() {
        DiskWatch.Seen seen = own.map(w -> w.see(true)).orElse(DiskWatch.Seen.SAME);
        return seen.state() == DiskWatch.State.CHANGED ? new Result(seen, Optional.empty(), Optional.empty()) : write();
    }

    /** Writes, in the background; the file is the old or the new one at any time. */
    Result write() {
        Optional<Problem> problem = DesignFiles.save(file, design);
        if (problem.isPresent()) return Result.refused(problem.get());
        own.ifPresent(DiskWatch::known);
        return new Result(DiskWatch.Seen.SAME, own.or(() -> Optional.of(new DiskWatch(file))), layFiles());
    }

    private Optional<Problem> layFiles() {
        Optional<Path> folder = Optional.ofNullable(file.toAbsolutePath().getParent());
        if (beside.isEmpty() || folder.isEmpty()) return Optional.empty();
        try {
            beside.get().layInto(folder.get());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Problem.inWords(Location.DESIGN, "no-copies",
                    Texts.of("files.no-copies", String.valueOf(e.getMessage())), Texts.of("files.no-copies.fix")));
        }
    }
}

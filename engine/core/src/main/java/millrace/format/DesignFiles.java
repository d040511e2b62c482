package millrace.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Problem;

/** Saves designs so that the file is always either the old one or the new one, never half of it. */
public final class DesignFiles {
    private DesignFiles() {}

    /** Writes beside the file, then moves into its place; empty if it worked, else what kept it: the old file is as it was. */
    public static Optional<Problem> save(Path file, Design design) {
        return save(file, DesignWriter.write(design).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Problem> save(Path file, byte[] bytes) {
        Optional<Path> beside = Optional.empty();
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) return Optional.of(problem(file, "it is a folder"));
            if (Files.exists(target) && !Files.isRegularFile(target))
                return Optional.of(problem(file, "it is not a file"));
            if (Files.exists(target) && !Files.isWritable(target))
                return Optional.of(problem(file, "it may not be written"));
            Path parent = Optional.ofNullable(target.getParent())
                    .orElseThrow(() -> new IOException("it has no folder"));
            Path temporary = Files.createTempFile(parent, ".", ".saving");
            beside = Optional.of(temporary);
            write(temporary, bytes);
            keepRights(target, temporary);
            move(temporary, target);
            return Optional.empty();
        } catch (IOException | SecurityException e) {
            beside.ifPresent(DesignFiles::forget);
            return Optional.of(problem(file, e.getClass().getSimpleName() + ": " + e.getMessage()));
        }
    }

    private static void write(Path temporary, byte[] bytes) throws IOException {
        Files.write(temporary, bytes);
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A temporary file is its owner's alone: the new file gets the rights of the old, or those of any new file. */
    private static void keepRights(Path target, Path temporary) throws IOException {
        if (!Files.getFileStore(temporary).supportsFileAttributeView("posix")) return;
        if (Files.exists(target)) Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
        else
            Files.setPosixFilePermissions(temporary,
                    java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void forget(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            temporary.toFile().deleteOnExit();
        }
    }

    private static Problem problem(Path file, String why) {
        return Problem.error(Location.DESIGN, "not-saved", file + " could not be saved: " + why,
                "nothing was changed; save it under another name or in another folder");
    }
}

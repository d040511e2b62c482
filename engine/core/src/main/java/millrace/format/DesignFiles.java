package millrace.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import millrace.design.Design;
import millrace.design.Location;
import millrace.design.Problem;

/**
 * Saves designs so that the file is always either the old one or the new one, never half of it. What is written first lies
 * beside the file as {@code .name.process.chance.saving}; what a killed process left of that is taken away by the next save.
 */
public final class DesignFiles {
    private static final String SAVING = ".saving";

    private DesignFiles() {}

    /** Writes beside the file, then moves into its place; empty if it worked, else what kept it: the old file is as it was. */
    public static Optional<Problem> save(Path file, Design design) {
        return save(file, DesignWriter.write(design).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes any bytes in this way. */
    public static Optional<Problem> save(Path file, byte[] bytes) {
        Optional<Path> beside = Optional.empty();
        try {
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) return Optional.of(problem("format.not-saved.folder", file));
            if (Files.exists(target) && !Files.isRegularFile(target))
                return Optional.of(problem("format.not-saved.no-file", file));
            if (Files.exists(target) && !Files.isWritable(target))
                return Optional.of(problem("format.not-saved.protected", file));
            Path parent = target.getParent();
            if (parent == null) return Optional.of(problem("format.not-saved.nowhere", file));
            String stem = "." + target.getFileName() + ".";
            tidy(parent, stem);
            Path temporary = Files.createTempFile(parent, stem + ProcessHandle.current().pid() + ".", SAVING);
            beside = Optional.of(temporary);
            write(temporary, bytes);
            keepRights(target, temporary);
            move(temporary, target);
            force(parent);
            return Optional.empty();
        } catch (IOException | SecurityException e) {
            beside.ifPresent(DesignFiles::forget);
            return Optional.of(problem("format.not-saved", file, e.getClass().getSimpleName() + ": " + e.getMessage()));
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

    /** Writes down that the folder has the new file: without this a loss of power could bring back the old one. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // Windows opens no folders, and needs none of this.
        }
    }

    /** Takes away what processes that are no more left while they saved the file of this name. */
    private static void tidy(Path folder, String stem) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder,
                f -> String.valueOf(f.getFileName()).startsWith(stem) && ofTheDead(f, stem))) {
            left.forEach(DesignFiles::forget);
        } catch (IOException | DirectoryIteratorException e) {
            // A folder that can't be listed keeps them; saving goes on.
        }
    }

    private static boolean ofTheDead(Path left, String stem) {
        String rest = String.valueOf(left.getFileName()).substring(stem.length());
        int point = rest.indexOf('.');
        if (point < 0 || !rest.endsWith(SAVING) || !rest.substring(0, point).matches("\\d{1,18}")) return false;
        return ProcessHandle.of(Long.parseLong(rest.substring(0, point))).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static void forget(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            temporary.toFile().deleteOnExit();
        }
    }

    private static Problem problem(String key, Object... parts) {
        return Problem.error(Location.DESIGN, key, parts);
    }
}

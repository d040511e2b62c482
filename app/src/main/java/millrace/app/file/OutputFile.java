package millrace.app.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import millrace.app.text.Texts;

/**
 * A file that is written beside its place and moved there when it is kept, so that what lies there is always whole: the old
 * file or the new one.
 */
public final class OutputFile implements AutoCloseable {
    private final Path target;
    private final Path part;
    private final OutputStream stream;
    private boolean kept;

    /** @throws IOException if nothing can be written there */
    public OutputFile(Path target) throws IOException {
        this.target = target;
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder))
            throw new IOException(Texts.of("file.no-folder", String.valueOf(folder)));
        if (Files.isDirectory(target)) throw new IOException(Texts.of("file.a-folder"));
        if (Files.exists(target) && !Files.isRegularFile(target)) throw new IOException(Texts.of("file.not-a-file"));
        if (Files.exists(target) && !Files.isWritable(target)) throw new IOException(Texts.of("file.not-allowed"));
        part = Files.createTempFile(folder, ".", ".part");
        if (Files.getFileStore(part).supportsFileAttributeView("posix"))
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
        stream = Files.newOutputStream(part);
    }

    public Path target() {
        return target;
    }

    public OutputStream stream() {
        return stream;
    }

    /** To be flushed before the file is kept. */
    public Writer text() {
        return new BufferedWriter(new java.io.OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Puts what was written in its place. */
    public void keep() throws IOException {
        stream.close();
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        kept = true;
    }

    /** Forgets what was written, unless it was kept. */
    @Override
    public void close() {
        if (kept) return;
        try {
            stream.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit();
        }
    }
}

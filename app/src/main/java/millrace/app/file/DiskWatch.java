package millrace.app.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Knows how a file was when this program read or wrote it last, and so whether another program has changed it since. A file
 * that was only touched, or saved with the same content, has not changed.
 */
public final class DiskWatch {
    private final Path file;
    private Stamp stamp;

    /** Time and size are quick to ask for; the digest decides. */
    private record Stamp(long time, long size, String digest) {}

    /** What became of the file. */
    public enum State {
        SAME,
        CHANGED,
        GONE
    }

    /** @param time when the file was written last */
    public record Seen(State state, Instant time) {
        public static final Seen SAME = new Seen(State.SAME, Instant.EPOCH);
    }

    /** As the file is now. */
    public DiskWatch(Path file) {
        this.file = file;
        stamp = now();
    }

    /** What is on the disk now is known: read, written, or decided about. */
    public void known() {
        stamp = now();
    }

    /** @param thorough look into the file even if time and size are as they were */
    public State look(boolean thorough) {
        Stamp before = stamp;
        if (!thorough && quick(before)) return State.SAME;
        Stamp now = now();
        if (now.digest.equals(before.digest)) {
            stamp = now;
            return State.SAME;
        }
        return now.size < 0 ? State.GONE : State.CHANGED;
    }

    /** Looks, and says what a person would ask next: when. */
    public Seen see(boolean thorough) {
        return new Seen(look(thorough), time());
    }

    private Instant time() {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.now();
        }
    }

    private boolean quick(Stamp before) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.lastModifiedTime().toMillis() == before.time && now.size() == before.size;
        } catch (IOException e) {
            return false;
        }
    }

    private Stamp now() {
        try {
            BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(a.lastModifiedTime().toMillis(), a.size(), digest(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return new Stamp(0, -1, "none");
        } catch (IOException e) {
            return new Stamp(0, 0, "unreadable");
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

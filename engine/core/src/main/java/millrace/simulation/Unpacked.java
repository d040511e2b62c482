package millrace.simulation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import millrace.text.Sentences;

/** What a gzip file holds. One that unpacks to far more than any table does is not read to its end, which may be years away. */
final class Unpacked extends GZIPInputStream {
    private static final int BUFFER = 1 << 16;
    /** So many bytes may come out whatever went in; */
    private static final long FREE = 64L << 20;
    /** beyond them so many for each that went in. Tables give 5 to 50, nothing but line breaks gives 1,000. */
    private static final int TIMES = 200;

    private final Counted packed;
    private long bytes;

    Unpacked(InputStream packed) throws IOException {
        this(new Counted(packed));
    }

    private Unpacked(Counted packed) throws IOException {
        super(packed, BUFFER);
        this.packed = packed;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int n = super.read(to, from, length);
        bytes += Math.max(0, n);
        if (bytes > FREE && bytes / TIMES > packed.bytes)
            throw new IOException(Sentences.of("simulation.file.bomb", TIMES));
        return n;
    }

    /** Counts what is read. */
    private static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) bytes++;
            return one;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int n = super.read(to, from, length);
            bytes += Math.max(0, n);
            return n;
        }
    }
}

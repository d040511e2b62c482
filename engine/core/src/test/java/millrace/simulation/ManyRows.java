package millrace.simulation;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A CSV file of so many rows "t,value" that exists nowhere: each row is made as it is read. */
final class ManyRows extends InputStream {
    private final int rows;
    private int row;
    private byte[] line = "t,value\n".getBytes(StandardCharsets.UTF_8);
    private int at;

    ManyRows(int rows) {
        this.rows = rows;
    }

    @Override
    public int read(byte[] to, int from, int length) {
        int n = 0;
        for (int next = 0; n < length && (next = read()) >= 0; n++)
            to[from + n] = (byte) next;
        return n == 0 ? -1 : n;
    }

    @Override
    public int read() {
        if (at == line.length && row < rows) {
            line = ((long) row * 3 + "," + row % 1000 + "\n").getBytes(StandardCharsets.UTF_8);
            row++;
            at = 0;
        }
        return at < line.length ? line[at++] : -1;
    }
}

package millrace.app.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jcodec.api.awt.AWTSequenceEncoder;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.Rational;

/** MP4 with H.264. The encoder goes back in what it wrote: it writes a file of the system's, which is copied at the end. */
final class Mp4Film implements Film {
    private final OutputStream out;
    private final Path work;
    private final SeekableByteChannel channel;
    private final AWTSequenceEncoder encoder;

    Mp4Film(OutputStream out, int perSecond) throws IOException {
        this.out = out;
        work = Files.createTempFile("millrace", ".mp4");
        channel = NIOUtils.writableChannel(work.toFile());
        encoder = new AWTSequenceEncoder(channel, Rational.R(perSecond, 1));
    }

    @Override
    public void frame(BufferedImage image) throws IOException {
        encoder.encodeImage(even(image));
    }

    /**
     * The encoder writes brightness from 0 to 255, but does not say so, and players take it for 16 to 235: colours are brought
     * into that range before.
     */
    private static final RescaleOp INTO_RANGE = new RescaleOp(219 / 255f, 16, null);

    /** H.264 knows even widths and heights only: a last row or column is left out. */
    private static BufferedImage even(BufferedImage image) {
        BufferedImage even = new BufferedImage(image.getWidth() & ~1, image.getHeight() & ~1,
                BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = even.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return INTO_RANGE.filter(even, null);
    }

    @Override
    public void end() throws IOException {
        encoder.finish();
        channel.close();
        Files.copy(work, out);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(work);
    }
}

package millrace.app.export;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** A clip that is being written, frame by frame. Closed before its end it leaves nothing behind. */
interface Film extends AutoCloseable {
    void frame(BufferedImage image) throws IOException;

    /** There are no more frames: all of it is written. */
    void end() throws IOException;

    @Override
    void close() throws IOException;
}

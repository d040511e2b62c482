package millrace.app.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder.EncodedFrame;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.io.SeekableByteChannel;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.muxer.MP4Muxer;

/** MP4 with H.264. The encoder goes back in what it wrote: it writes a file of the system's, which is copied at the end. */
final class Mp4Film implements Film {
    private static final int BYTES_PER_PIXEL = 4;

    private final OutputStream out;
    private final int perSecond;
    private final Path work;
    private final SeekableByteChannel channel;
    private final MP4Muxer muxer;
    private final H264Encoder encoder = new H264Encoder(new Fine());
    private Track track = new Track.None();
    private int frames;

    /** Where the frames go: known from the first, which tells the size. */
    private sealed interface Track {
        record None() implements Track {}

        record Of(MuxerTrack track, Picture picture, ByteBuffer buffer) implements Track {}
    }

    /**
     * Every part of a frame as fine as the encoder does not smooth its edges: of a smoothed one it guesses the next wrongly, and dark
     * grounds change their shade from one side of the picture to the other.
     */
    private static final class Fine implements RateControl {
        private static final int STEP = 14;

        @Override
        public int startPicture(Size size, int most, SliceType type) {
            return STEP;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }

    Mp4Film(OutputStream out, int perSecond) throws IOException {
        this.out = out;
        this.perSecond = perSecond;
        work = Files.createTempFile("millrace", ".mp4");
        channel = NIOUtils.writableChannel(work.toFile());
        muxer = MP4Muxer.createMP4MuxerToChannel(channel);
    }

    @Override
    public void frame(BufferedImage image) throws IOException {
        BufferedImage even = even(image);
        Track.Of to = track instanceof Track.Of known ? known : begin(even.getWidth(), even.getHeight());
        FilmColours.write(even, to.picture());
        to.buffer().clear();
        EncodedFrame frame = encoder.encodeFrame(to.picture(), to.buffer());
        to.track()
                .addFrame(Packet.createPacket(NIOUtils.clone(frame.getData()), frames, perSecond, 1, frames,
                        frame.isKeyFrame() ? Packet.FrameType.KEY : Packet.FrameType.INTER, null));
        frames++;
    }

    private Track.Of begin(int width, int height) {
        Size size = new Size(width, height);
        Track.Of begun = new Track.Of(
                muxer.addVideoTrack(Codec.H264, VideoCodecMeta.createSimpleVideoCodecMeta(size, ColorSpace.YUV420J)),
                Picture.create(width, height, ColorSpace.YUV420J),
                ByteBuffer.allocate(Math.max(1 << 16, width * height * BYTES_PER_PIXEL)));
        track = begun;
        return begun;
    }

    /** H.264 knows even widths and heights only: a last row or column is left out. */
    private static BufferedImage even(BufferedImage image) {
        BufferedImage even = new BufferedImage(image.getWidth() & ~1, image.getHeight() & ~1,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = even.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return even;
    }

    @Override
    public void end() throws IOException {
        muxer.finish();
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

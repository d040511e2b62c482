package millrace.app.export;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** An animated GIF that repeats: one palette for all frames, of each frame only the part that is another. */
final class GifFilm implements Film {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final String WHOLE = "javax_imageio_gif_stream_1.0";

    private final SharedPalette palette;
    private final int delay;
    private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    private final ImageOutputStream stream;
    private int[] before = {};
    private boolean begun;

    /**
     * @param samples frames whose colours stand for those of all
     * @param delay of each frame, hundredths of a second
     */
    GifFilm(OutputStream out, List<BufferedImage> samples, int delay) throws IOException {
        palette = SharedPalette.of(samples);
        this.delay = delay;
        stream = ImageIO.createImageOutputStream(out);
        writer.setOutput(stream);
    }

    @Override
    public void frame(BufferedImage image) throws IOException {
        int[] now = SharedPalette.pixels(image);
        for (int i = 0; i < now.length; i++)
            now[i] = palette.of(now[i]);
        Rectangle part = begun ? changed(now, image.getWidth(), image.getHeight())
                : new Rectangle(0, 0, image.getWidth(), image.getHeight());
        BufferedImage cut = cut(now, image.getWidth(), part);
        if (!begun) writer.prepareWriteSequence(whole(cut, image));
        writer.writeToSequence(new IIOImage(cut, null, metadata(cut, part)), null);
        begun = true;
        before = now;
    }

    /** The least rectangle that holds all that changed; one pixel if nothing did. */
    private Rectangle changed(int[] now, int width, int height) {
        int left = width;
        int top = height;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < now.length; i++) {
            if (now[i] == before[i]) continue;
            left = Math.min(left, i % width);
            right = Math.max(right, i % width + 1);
            top = Math.min(top, i / width);
            bottom = i / width + 1;
        }
        return right == 0 ? new Rectangle(0, 0, 1, 1) : new Rectangle(left, top, right - left, bottom - top);
    }

    private BufferedImage cut(int[] pixels, int width, Rectangle part) {
        BufferedImage image = new BufferedImage(part.width, part.height, BufferedImage.TYPE_BYTE_INDEXED,
                palette.model());
        WritableRaster raster = image.getRaster();
        int[] row = new int[part.width];
        for (int y = 0; y < part.height; y++) {
            System.arraycopy(pixels, (part.y + y) * width + part.x, row, 0, part.width);
            raster.setPixels(0, y, part.width, 1, row);
        }
        return image;
    }

    private IIOMetadata whole(BufferedImage first, BufferedImage size) throws IOException {
        IIOMetadata data = writer.getDefaultStreamMetadata(null);
        IIOMetadataNode root = new IIOMetadataNode(WHOLE);
        root.appendChild(node("Version", "value", "89a"));
        root.appendChild(node("LogicalScreenDescriptor", "logicalScreenWidth", size.getWidth(), "logicalScreenHeight",
                size.getHeight(), "colorResolution", 8, "pixelAspectRatio", 0));
        IIOMetadataNode table = node("GlobalColorTable", "sizeOfGlobalColorTable", 256, "backgroundColorIndex", 0,
                "sortFlag", "FALSE");
        for (int i = 0; i < 256; i++) {
            int c = palette.model().getRGB(i);
            table.appendChild(node("ColorTableEntry", "index", i, "red", c >> 16 & 255, "green", c >> 8 & 255, "blue",
                    c & 255));
        }
        root.appendChild(table);
        data.setFromTree(WHOLE, root);
        return data;
    }

    private IIOMetadata metadata(BufferedImage image, Rectangle part) throws IOException {
        IIOMetadata data = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(node("ImageDescriptor", "imageLeftPosition", part.x, "imageTopPosition", part.y, "imageWidth",
                part.width, "imageHeight", part.height, "interlaceFlag", "FALSE"));
        root.appendChild(node("GraphicControlExtension", "disposalMethod", "doNotDispose", "userInputFlag", "FALSE",
                "transparentColorFlag", "FALSE", "delayTime", delay, "transparentColorIndex", 0));
        if (!begun) root.appendChild(repeating());
        data.setFromTree(FORMAT, root);
        return data;
    }

    /** Again and again, as browsers have read it since Netscape's. */
    private static IIOMetadataNode repeating() {
        IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
        IIOMetadataNode loop = node("ApplicationExtension", "applicationID", "NETSCAPE", "authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0});
        extensions.appendChild(loop);
        return extensions;
    }

    private static IIOMetadataNode node(String name, Object... attributes) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        for (int i = 0; i < attributes.length; i += 2)
            node.setAttribute(attributes[i].toString(), attributes[i + 1].toString());
        return node;
    }

    @Override
    public void end() throws IOException {
        writer.endWriteSequence();
        stream.flush();
    }

    @Override
    public void close() throws IOException {
        writer.dispose();
        stream.close();
    }
}

package org.vigil.person.rules;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.vigil.shared.InvalidInputException;

/**
 * Makes of a file that somebody gave a photograph that can be shown: read by its content and never by its name, scaled, and
 * written anew as a JPEG. Where it was taken and with what does not come along, nor anything that is no picture.
 */
public final class Picture {

    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 5 * 1024 * 1024;

    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    private static final int MOST_SIDE = 12_000;
    private static final long MOST_PIXELS = 40_000_000;
    private static final int SHOWN_SIDE = 800;

    private Picture() {}

    /** @throws InvalidInputException where it is no JPEG or PNG, or too large to be read */
    public static byte[] asShown(byte[] file) {
        if (file.length == 0 || file.length > LARGEST) {
            throw no("Choose a picture of at most 5 MB.");
        }
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw unreadable();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return written(scaled(read(reader)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException problem) {
            // A damaged file can fail in the reader in any way.
            throw problem instanceof InvalidInputException refused ? refused : unreadable();
        }
    }

    /** The size is looked at before a pixel is read: a small file can hold a picture that fills the memory. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw unreadable();
        }
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if (width > MOST_SIDE || height > MOST_SIDE || (long) width * height > MOST_PIXELS) {
            throw no("The picture has too many pixels: save it smaller.");
        }
        return reader.read(0);
    }

    private static BufferedImage scaled(BufferedImage picture) {
        var share = Math.min(1.0, (double) SHOWN_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * share));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * share));
        var shown = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = shown.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setBackground(Color.WHITE);
            graphics.clearRect(0, 0, width, height);
            graphics.drawImage(picture, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return shown;
    }

    private static byte[] written(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture, "jpeg", out)) {
                throw unreadable();
            }
        }
        return bytes.toByteArray();
    }

    private static InvalidInputException unreadable() {
        return no("This is no picture that can be read: choose a JPEG or a PNG.");
    }

    private static InvalidInputException no(String why) {
        return new InvalidInputException("photograph", why);
    }
}

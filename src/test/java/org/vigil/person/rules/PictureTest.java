package org.vigil.person.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigil.shared.InvalidInputException;

class PictureTest {

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void a_picture_comes_back_as_a_jpeg_of_the_size_that_is_shown(String format) throws IOException {
        var shown = ImageIO.read(new ByteArrayInputStream(Picture.asShown(picture(format, 1600, 1200))));
        assertThat(shown.getWidth()).isEqualTo(800);
        assertThat(shown.getHeight()).isEqualTo(600);
    }

    @Test
    void what_hangs_behind_a_picture_does_not_come_along() throws IOException {
        var file = new ByteArrayOutputStream();
        file.write(picture("jpeg", 40, 30));
        file.write("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        assertThat(new String(Picture.asShown(file.toByteArray()), StandardCharsets.ISO_8859_1)).doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<html><script>alert(1)</script></html>", "GIF89a", "RIFF____WEBP"
    })
    void what_is_no_jpeg_and_no_png_is_refused(String file) {
        assertThatThrownBy(() -> Picture.asShown(file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_gif_a_torn_picture_and_one_that_would_fill_the_memory_are_refused() throws IOException {
        var gif = picture("gif", 40, 30);
        assertThatThrownBy(() -> Picture.asShown(gif)).isInstanceOf(InvalidInputException.class);
        var torn = java.util.Arrays.copyOf(picture("png", 400, 300), 60);
        assertThatThrownBy(() -> Picture.asShown(torn)).isInstanceOf(InvalidInputException.class);
        var bomb = picture("png", 40, 30);
        // The width and height of a PNG's header, which says more than the file holds.
        bomb[16] = bomb[20] = 0x7f;
        assertThatThrownBy(() -> Picture.asShown(bomb)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Picture.asShown(new byte[Picture.LARGEST + 1])).isInstanceOf(InvalidInputException.class);
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes)).isTrue();
        return bytes.toByteArray();
    }
}

package org.candela.codec.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoEncoderTest {
    /** Of 255: the film has 219 greys. */
    private static final int WORST_GREY = 3;

    @TempDir
    private Path folder;

    // [utest->req~codec.video-encoded~1]
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60, 128, 200, 255})
    void aGreyIsThatGreyInTheFilm(int grey) throws Exception {
        Path film = encode(new VideoEncoder(new FfmpegSearch(Footage.places())), grey, 64, 48);

        byte[] luma = Footage.decoded(film, 64 * 48 * 3 / 2).get(3);

        double seen = ((luma[48 * 32 + 30] & 0xFF) - 16) * 255 / 219.0;
        assertTrue(Math.abs(seen - grey) <= WORST_GREY, grey + " became " + seen);
    }

    /** The build among the libraries has Cisco's encoder and no x264. */
    // [utest->req~codec.video-encoded~1]
    @Test
    void theFfmpegAmongTheLibrariesEncodesToo() throws Exception {
        Footage.places();
        FfmpegSearch bundled =
                new FfmpegSearch(new FfmpegSearch.Places("", List.of(), folder.resolve("unpacked"), "linux-x86_64"));

        Path film = encode(new VideoEncoder(bundled), 128, 65, 47);

        assertEquals(4, Footage.decoded(film, 66 * 48 * 3 / 2).size());
    }

    // [utest->req~codec.video-encoded~1]
    @Test
    void aFilmHasASizeAndAPace() {
        assertThrows(IllegalArgumentException.class, () -> new VideoEncoder.Film(0, 4, 25));
        assertThrows(IllegalArgumentException.class, () -> new VideoEncoder.Film(4, 4, Double.NaN));
    }

    private Path encode(VideoEncoder encoder, int grey, int width, int height) throws Exception {
        Path target = folder.resolve("film.mp4");
        int[] picture = new int[width * height];
        Arrays.fill(picture, 0xFF000000 | grey * 0x010101);
        try (VideoFile film = encoder.begin(new VideoEncoder.Film(width, height, 25), target)) {
            for (int i = 0; i < 4; i++) {
                film.add(picture);
            }
            film.finish();
        }
        return target;
    }
}

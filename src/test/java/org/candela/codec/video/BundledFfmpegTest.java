package org.candela.codec.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FFmpeg as the library on the class path carries it. */
class BundledFfmpegTest {
    private static final String LINUX = "linux-x86_64";

    @TempDir
    private Path folder;

    @Test
    void whereTheLibraryIsMissingNothingIsUnpacked() throws Exception {
        assertTrue(new BundledFfmpeg("amiga-68k", folder).unpack().isEmpty());
        assertEquals(List.of(), List.of(Objects.requireNonNull(folder.toFile().list())));
    }

    // [utest->req~codec.video~1]
    @Test
    void itsProgramsDecodeAsThoseOfTheSystem() throws Exception {
        FfmpegSearch.Places system = Footage.places();
        Assumptions.assumeTrue(
                BundledFfmpeg.class.getClassLoader().getResource("org/bytedeco/ffmpeg/" + LINUX + "/ffmpeg") != null,
                "the library is not on the class path");
        Path film = Footage.h264(folder.resolve("film.mp4"), 12);
        VideoStream stream = new VideoStream(
                VideoCoding.H264,
                new VideoStream.Extent(Footage.ROWS, Footage.COLUMNS),
                12,
                List.of(new VideoStream.Part(film, 0, Files.size(film))));
        FfmpegSearch.Places bundled = new FfmpegSearch.Places("", List.of(), folder.resolve("unpacked"), LINUX);

        assertTrue(new FfmpegSearch(bundled).find().ffmpeg().startsWith(folder));
        for (int index : List.of(11, 0, 6)) {
            assertArrayEquals(frame(system, stream, index), frame(bundled, stream, index), "frame " + index);
        }
        try (Stream<Path> unpacked = Files.list(folder.resolve("unpacked"))) {
            assertEquals(1, unpacked.count());
        }
    }

    private static short[] frame(FfmpegSearch.Places places, VideoStream stream, int index) throws Exception {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        try (FfmpegVideoDecoder decoder = new FfmpegVideoDecoder(new FfmpegSearch(places), Limits.USUAL, scheduler)) {
            return decoder.frame(stream, index).image().samples();
        } finally {
            scheduler.shutdownNow();
        }
    }
}

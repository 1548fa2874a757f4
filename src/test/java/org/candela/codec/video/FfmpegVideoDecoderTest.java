package org.candela.codec.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.vault.file.Sealed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes out is what FFmpeg by itself decodes, frame by frame and in any order. */
// [utest->req~codec.video~1]
class FfmpegVideoDecoderTest {
    private static final int FRAMES = 40;
    private static final int PLANES = Footage.ROWS * Footage.COLUMNS * 3 / 2;
    /** Few pictures kept, so that going back decodes again. */
    private static final Limits TIGHT = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), 4, 2, 3L * PLANES);

    @TempDir
    private Path folder;

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void endScheduler() {
        scheduler.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({
        "MPEG2, film.m2v",
        "MPEG2, film.ts",
        "MPEG2, film.mpg",
        "H264, film.h264",
        "H264, film.mp4",
        "H264, film.ts",
        "HEVC, film.hevc",
        "HEVC, film.mp4",
        "HEVC, film.ts"
    })
    void framesAreExactInOrderAndInAnyOtherOrder(VideoCoding coding, String name) throws Exception {
        Path film = film(coding, name);
        List<byte[]> expected = Footage.decoded(film, PLANES);
        assertEquals(FRAMES, expected.size());
        List<Integer> order = new ArrayList<>(IntStream.range(0, FRAMES).boxed().toList());
        List<Integer> shuffled = new ArrayList<>(order);
        Collections.shuffle(shuffled, new Random(7));
        order.addAll(shuffled.subList(0, 8)); // each may start a program

        try (FfmpegVideoDecoder decoder = decoder(TIGHT)) {
            for (int index : order) {
                VideoFrame frame = decoder.frame(stream(coding, film), index);

                assertSame(expected.get(index), frame.image(), 1, "frame " + index);
                assertEquals(VideoFrame.End.AS_STATED, frame.end());
            }
        }
    }

    @Test
    void theLastFrameCanBeAskedForFirstAndThenBackwards() throws Exception {
        Path film = Footage.h264(folder.resolve("film.mp4"), FRAMES);
        List<byte[]> expected = Footage.decoded(film, PLANES);

        try (FfmpegVideoDecoder decoder = decoder(TIGHT)) {
            for (int index = FRAMES - 1; index >= FRAMES - 14; index--) {
                assertSame(
                        expected.get(index),
                        decoder.frame(stream(VideoCoding.H264, film), index).image(),
                        1,
                        "" + index);
            }
        }
    }

    @Test
    void samplesOfTenBitsComeAsTheyAre() throws Exception {
        Path film = Footage.hevc(folder.resolve("film.mp4"), 12, "yuv420p10le");
        List<byte[]> expected = Footage.decoded(film, 2 * PLANES);

        try (FfmpegVideoDecoder decoder = decoder(TIGHT)) {
            for (int index = 0; index < 12; index++) {
                CodedImage image =
                        decoder.frame(stream(VideoCoding.HEVC, film, 12), index).image();

                assertEquals(10, image.bits());
                assertSame(expected.get(index), image, 2, "frame " + index);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"7", "1500"})
    void aStreamInSeveralPartsIsReadAsOne(int count) throws Exception {
        Path film = Footage.h264(folder.resolve("film.mp4"), FRAMES);
        List<byte[]> expected = Footage.decoded(film, PLANES);
        List<VideoStream.Part> parts = cut(film, count);
        VideoStream stream = new VideoStream(VideoCoding.H264, extent(), FRAMES, parts);

        try (FfmpegVideoDecoder decoder = decoder(TIGHT)) {
            for (int index : List.of(0, 1, 39, 5, 22)) {
                assertSame(expected.get(index), decoder.frame(stream, index).image(), 1, "frame " + index);
            }
        }
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertEquals(
                    List.of(),
                    left.filter(file -> file.getFileName().toString().startsWith("candela-video-"))
                            .toList());
        }
    }

    // [utest->req~codec.video-sealed~1]
    @Test
    void aFilmInASealedFileIsReadAndNoPlainCopyOfItIsLeft() throws Exception {
        Path film = Footage.h264(folder.resolve("film.mp4"), FRAMES);
        List<byte[]> expected = Footage.decoded(film, PLANES);
        Path sealed = Sealed.under(folder).at(folder.resolve("film"));
        Files.copy(film, sealed);

        try (FfmpegVideoDecoder decoder = decoder(TIGHT)) {
            VideoStream stream = new VideoStream(VideoCoding.H264, extent(), FRAMES, cut(sealed, 3));
            for (int index : List.of(0, 1, 39, 5)) {
                assertSame(expected.get(index), decoder.frame(stream, index).image(), 1, "frame " + index);
            }
        }
        for (Path place : List.of(Path.of(System.getProperty("java.io.tmpdir")), Path.of("/dev/shm"))) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> left = Files.list(place)) {
                    assertEquals(
                            List.of(),
                            left.filter(file -> file.getFileName().toString().startsWith("candela-video-"))
                                    .toList());
                }
            }
        }
    }

    @Test
    void fewerFramesThanStatedAreSaidWhereTheyAreMissed() throws Exception {
        Path film = Footage.mpeg2(folder.resolve("film.m2v"), 10);

        try (FfmpegVideoDecoder decoder = decoder(TIGHT)) {
            VideoStream stream = stream(VideoCoding.MPEG2, film, 12);
            decoder.frame(stream, 9);

            CodecException missing = assertThrows(CodecException.class, () -> decoder.frame(stream, 10));
            assertEquals("the video ends after 10 of 12 frames", missing.getMessage());
            assertEquals(VideoFrame.End.AS_STATED, decoder.frame(stream, 3).end());
        }
    }

    @Test
    void moreFramesThanStatedAreSaidAtTheLast() throws Exception {
        Path film = Footage.mpeg2(folder.resolve("film.m2v"), 10);

        try (FfmpegVideoDecoder decoder = decoder(TIGHT)) {
            VideoStream stream = stream(VideoCoding.MPEG2, film, 8);

            assertEquals(VideoFrame.End.AS_STATED, decoder.frame(stream, 6).end());
            assertEquals(VideoFrame.End.MORE_FOLLOW, decoder.frame(stream, 7).end());
        }
    }

    @Test
    void aPictureOfAnotherSizeEndsTheVideoAndIsNeverScaled() throws Exception {
        Path film = Footage.mpeg2(folder.resolve("film.m2v"), 10);
        Path other = Footage.film(
                folder.resolve("other.m2v"), 10, "-vf", "scale=128:96", "-pix_fmt", "yuv420p", "-c:v", "mpeg2video");
        byte[] joined = joined(Files.readAllBytes(film), Files.readAllBytes(other));
        Files.write(folder.resolve("joined.m2v"), joined);

        try (FfmpegVideoDecoder decoder = decoder(TIGHT)) {
            VideoStream stream = stream(VideoCoding.MPEG2, folder.resolve("joined.m2v"), 20);

            assertThrows(CodecException.class, () -> decoder.frame(stream, 15));
        }
    }

    @Test
    void aSizeOtherThanTheHeadersIsRefused() throws Exception {
        Path film = Footage.mpeg2(folder.resolve("film.m2v"), 3);
        VideoStream stream = new VideoStream(
                VideoCoding.MPEG2,
                new VideoStream.Extent(480, 640),
                3,
                stream(VideoCoding.MPEG2, film).parts());

        try (FfmpegVideoDecoder decoder = decoder(TIGHT)) {
            CodecException refused = assertThrows(CodecException.class, () -> decoder.frame(stream, 0));
            assertEquals("the video is 64 × 96, the header says 480 × 640", refused.getMessage());
        }
    }

    @Test
    void anotherCodingThanTheTransferSyntaxSaysIsRefused() throws Exception {
        Path film = Footage.h264(folder.resolve("film.mp4"), 3);

        try (FfmpegVideoDecoder decoder = decoder(TIGHT)) {
            CodecException refused =
                    assertThrows(CodecException.class, () -> decoder.frame(stream(VideoCoding.HEVC, film), 0));
            assertEquals("the video is coded as h264, the transfer syntax says HEVC", refused.getMessage());
        }
    }

    // [utest->req~codec.video-bounded~1]
    @Test
    void aListOfOtherFilesIsNoVideoAndNothingOfItIsOpened() throws Exception {
        Path list = Files.writeString(folder.resolve("list.m3u8"), "#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n");

        try (FfmpegVideoDecoder decoder = decoder(TIGHT)) {
            CodecException refused =
                    assertThrows(CodecException.class, () -> decoder.frame(stream(VideoCoding.H264, list), 0));
            assertTrue(String.valueOf(refused.getMessage()).contains("is no video"), refused.getMessage());
        }
    }

    // [utest->req~codec.video-bounded~1]
    @Test
    void aProgramThatStopsAnsweringIsEnded() throws Exception {
        assertEndsLate("exec sleep 60", Duration.ofMillis(300));
    }

    /** 20 s of the clock would be allowed to one that waits. */
    // [utest->req~codec.video-bounded~1]
    @Test
    void aProgramThatComputesForEverIsEndedByItsProcessorTime() throws Exception {
        long begun = System.nanoTime();

        assertEndsLate("while :; do :; done", Duration.ofSeconds(4));

        assertTrue(Duration.ofNanos(System.nanoTime() - begun).compareTo(Duration.ofSeconds(19)) < 0, "too late");
    }

    private void assertEndsLate(String program, Duration perPicture) throws Exception {
        Path film = Footage.mpeg2(folder.resolve("film.m2v"), 3);
        script("ffmpeg", "case \"$*\" in *-version*) exit 0;; esac; " + program);
        script("ffprobe", "echo 'codec_name=mpeg2video|width=96|height=64|pix_fmt=yuv420p'");
        FfmpegSearch search = new FfmpegSearch(
                new FfmpegSearch.Places(folder.resolve("ffmpeg").toString(), List.of(), Path.of("none"), "none"));
        Limits hasty = new Limits(perPicture, Duration.ofSeconds(30), 4, 1, 0);

        try (FfmpegVideoDecoder decoder = new FfmpegVideoDecoder(search, hasty, scheduler)) {
            CodecException late =
                    assertThrows(CodecException.class, () -> decoder.frame(stream(VideoCoding.MPEG2, film), 0));
            assertEquals("the video cannot be decoded beyond frame 0: decoding takes too long", late.getMessage());
        }
        assertEquals(List.of(), programs());
    }

    @Test
    void programsThatNobodyAsksAreEnded() throws Exception {
        Path film = Footage.mpeg2(folder.resolve("film.m2v"), 400);
        Limits shortLived = new Limits(Duration.ofSeconds(10), Duration.ofMillis(200), 4, 1, 0);

        try (FfmpegVideoDecoder decoder =
                new FfmpegVideoDecoder(new FfmpegSearch(Footage.places()), shortLived, scheduler)) {
            VideoStream stream = stream(VideoCoding.MPEG2, film, 400);
            decoder.frame(stream, 0);
            for (ProcessHandle program : programs()) {
                program.onExit().get(10, TimeUnit.SECONDS);
            }

            assertEquals(List.of(), programs());
            assertEquals(Footage.ROWS, decoder.frame(stream, 1).image().rows());
        }
    }

    // [utest->req~codec.video-missing~1]
    @Test
    void withoutFfmpegOneLineSaysWhatToDo() throws Exception {
        VideoStream stream =
                stream(VideoCoding.H264, Files.write(folder.resolve("film.h264"), new byte[] {0, 0, 1, 9}));
        FfmpegSearch nowhere = new FfmpegSearch(FfmpegSearch.Places.NONE);
        FfmpegSearch wrong =
                new FfmpegSearch(new FfmpegSearch.Places("/nowhere/ffmpeg", List.of(), Path.of("none"), "none"));

        try (FfmpegVideoDecoder decoder = new FfmpegVideoDecoder(nowhere, TIGHT, scheduler);
                FfmpegVideoDecoder misled = new FfmpegVideoDecoder(wrong, TIGHT, scheduler)) {
            assertEquals(
                    "video needs FFmpeg, which is not here; install it (Debian: apt-get install ffmpeg) or name the program"
                            + " in CANDELA_FFMPEG",
                    assertThrows(NoVideoDecoderException.class, () -> decoder.frame(stream, 0))
                            .getMessage());
            assertEquals(
                    "video needs FFmpeg, and CANDELA_FFMPEG names /nowhere/ffmpeg, which does not start or has no ffprobe"
                            + " beside it",
                    assertThrows(NoVideoDecoderException.class, () -> misled.frame(stream, 0))
                            .getMessage());
        }
    }

    private static List<ProcessHandle> programs() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .command()
                        .filter(name -> name.endsWith("ffmpeg"))
                        .isPresent())
                .toList();
    }

    private void script(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private FfmpegVideoDecoder decoder(Limits limits) {
        return new FfmpegVideoDecoder(new FfmpegSearch(Footage.places()), limits, scheduler);
    }

    private Path film(VideoCoding coding, String name) throws Exception {
        Path file = folder.resolve(name);
        return switch (coding) {
            case MPEG2 -> Footage.mpeg2(file, FRAMES);
            case H264 -> Footage.h264(file, FRAMES);
            case HEVC -> Footage.hevc(file, FRAMES, "yuv420p");
        };
    }

    private static VideoStream stream(VideoCoding coding, Path film) throws IOException {
        return stream(coding, film, FRAMES);
    }

    private static VideoStream stream(VideoCoding coding, Path film, int frames) throws IOException {
        return new VideoStream(coding, extent(), frames, List.of(new VideoStream.Part(film, 0, Files.size(film))));
    }

    private static VideoStream.Extent extent() {
        return new VideoStream.Extent(Footage.ROWS, Footage.COLUMNS);
    }

    private static List<VideoStream.Part> cut(Path film, int count) throws IOException {
        long size = Files.size(film);
        List<VideoStream.Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long from = size * i / count;
            parts.add(new VideoStream.Part(film, from, size * (i + 1) / count - from));
        }
        return parts;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static void assertSame(byte[] planes, CodedImage image, int bytesPerSample, String which) {
        int[] samples = IntStream.range(0, image.samples().length)
                .map(i -> image.samples()[i])
                .toArray();
        assertArrayEquals(Footage.upsampled(planes, bytesPerSample), samples, which);
    }
}

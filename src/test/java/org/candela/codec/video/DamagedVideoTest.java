package org.candela.codec.video;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.Fuzz;
import org.candela.codec.stream.CodecException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams that were cut, overwritten and mutated. */
class DamagedVideoTest {
    private static final int FRAMES = 30;

    @TempDir
    private Path folder;

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void endScheduler() {
        scheduler.shutdownNow();
    }

    // [utest->req~codec.video-damaged~1]
    @ParameterizedTest
    @CsvSource({"MPEG2, film.m2v", "H264, film.h264", "HEVC, film.hevc"})
    void framesBeforeTheDamageAreWholeAndTheOthersAreRefused(VideoCoding coding, String name) throws Exception {
        Path film = film(coding, name);
        byte[] bytes = Files.readAllBytes(film);
        short[][] whole = frames(coding, film, FRAMES);
        Files.write(film, withoutStretch(bytes));

        try (FfmpegVideoDecoder decoder = decoder()) {
            CodecException refused =
                    assertThrows(CodecException.class, () -> decoder.frame(stream(coding, film), FRAMES - 1));
            assertTrue(
                    String.valueOf(refused.getMessage()).startsWith("the video cannot be decoded beyond frame "),
                    refused.getMessage());
            for (int index = 0; index < FRAMES / 3; index++) {
                assertArrayEquals(
                        whole[index],
                        decoder.frame(stream(coding, film), index).image().samples(),
                        "frame " + index);
            }
        }
    }

    // [utest->req~codec.video-damaged~1]
    @ParameterizedTest
    @CsvSource({"MPEG2, film.ts", "H264, film.h264", "H264, film.ts"})
    void aStreamCutOffGivesWhatItHasAndSaysHowMuch(VideoCoding coding, String name) throws Exception {
        Path film = film(coding, name);
        short[][] whole = frames(coding, film, FRAMES);
        Files.write(film, Arrays.copyOf(Files.readAllBytes(film), (int) Files.size(film) / 2));

        try (FfmpegVideoDecoder decoder = decoder()) {
            CodecException refused =
                    assertThrows(CodecException.class, () -> decoder.frame(stream(coding, film), FRAMES - 1));
            assertTrue(String.valueOf(refused.getMessage())
                    .matches("the video (ends after|cannot be decoded beyond frame) \\d+.*"));
            for (int index = 0; index < FRAMES / 4; index++) {
                assertArrayEquals(
                        whole[index],
                        decoder.frame(stream(coding, film), index).image().samples(),
                        "frame " + index);
            }
        }
    }

    /** Few, since each starts a program or two; their processor time is limited where they are run. */
    // [utest->req~codec.video-bounded~1]
    @ParameterizedTest
    @CsvSource({"MPEG2, film.ts", "MPEG2, film.m2v", "H264, film.mp4", "H264, film.h264", "HEVC, film.hevc"})
    void mutantsAreDecodedOrRefusedInTime(VideoCoding coding, String name) throws Exception {
        byte[] film = Files.readAllBytes(film(coding, name));

        Fuzz.slice("codec.video-" + coding + "-" + name, 2)
                .allowing(CodecException.class)
                .run(List.of(new Fuzz.Seed(name, film)), DamagedVideoTest::mutant, (input, random) -> {
                    Path mutant = Files.write(folder.resolve("mutant"), input);
                    try (FfmpegVideoDecoder decoder = decoder()) {
                        return decoder.frame(stream(coding, mutant), random.nextInt(FRAMES));
                    }
                });
    }

    /** As a disk or a network loses a part; bytes overwritten within an HEVC slice decode to something else unnoticed. */
    private static byte[] withoutStretch(byte[] bytes) {
        int from = bytes.length * 2 / 3;
        byte[] rest = Arrays.copyOf(bytes, bytes.length - 1500);
        System.arraycopy(bytes, from + 1500, rest, from, rest.length - from);
        return rest;
    }

    private static byte[] mutant(byte[] film, Random random) {
        byte[] bytes = film.clone();
        int changes = 1 + random.nextInt(30);
        // Half of them near the start, where the headers are.
        int range = random.nextBoolean() ? Math.min(bytes.length, 2000) : bytes.length;
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(range)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length)) : bytes;
    }

    private short[][] frames(VideoCoding coding, Path film, int count) throws Exception {
        short[][] frames = new short[count][];
        try (FfmpegVideoDecoder decoder = decoder()) {
            for (int index = 0; index < count; index++) {
                frames[index] =
                        decoder.frame(stream(coding, film), index).image().samples();
            }
        }
        return frames;
    }

    private FfmpegVideoDecoder decoder() {
        return new FfmpegVideoDecoder(new FfmpegSearch(Footage.places()), Limits.USUAL, scheduler);
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
        return new VideoStream(
                coding,
                new VideoStream.Extent(Footage.ROWS, Footage.COLUMNS),
                FRAMES,
                List.of(new VideoStream.Part(film, 0, Files.size(film))));
    }
}

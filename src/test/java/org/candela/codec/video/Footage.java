package org.candela.codec.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Videos made by the system's FFmpeg, and what it decodes them to. */
public final class Footage {
    /** Width and height. */
    public static final int COLUMNS = 96;

    public static final int ROWS = 64;

    private Footage() {}

    /** Where the system's FFmpeg is looked for; skips the test, with the reason, where there is none. */
    public static FfmpegSearch.Places places() {
        List<Path> folders = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        boolean isThere = folders.stream().anyMatch(folder -> Files.isExecutable(folder.resolve("ffprobe")));
        Assumptions.assumeTrue(isThere, "no FFmpeg at hand (Debian: ffmpeg)");
        return new FfmpegSearch.Places("", folders, Path.of("none"), "none");
    }

    /** A moving test picture of {@code frames} frames with noise, coded as {@code options} say. */
    public static Path film(Path file, int frames, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "ffmpeg",
                "-nostdin",
                "-loglevel",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=" + COLUMNS + "x" + ROWS + ":rate=25,noise=alls=12:allf=t",
                "-frames:v",
                String.valueOf(frames)));
        command.addAll(List.of(options));
        command.add(file.toString());
        run(command);
        return file;
    }

    /** MPEG-2 with two B pictures between the others, groups of twelve pictures, as a bare stream. */
    public static Path mpeg2(Path file, int frames) throws Exception {
        return film(file, frames, "-pix_fmt", "yuv420p", "-c:v", "mpeg2video", "-bf", "2", "-g", "12", "-q:v", "4");
    }

    /** H.264 High Profile with three B pictures and groups of ten. */
    public static Path h264(Path file, int frames) throws Exception {
        return film(file, frames, "-pix_fmt", "yuv420p", "-c:v", "libx264", "-bf", "3", "-g", "10");
    }

    /** HEVC of {@code pixels}, as {@code yuv420p10le}. */
    public static Path hevc(Path file, int frames, String pixels) throws Exception {
        return film(
                file,
                frames,
                "-pix_fmt",
                pixels,
                "-c:v",
                "libx265",
                "-x265-params",
                "log-level=none:keyint=10:bframes=3");
    }

    /** The planes of each frame, as FFmpeg decodes it by itself. */
    public static List<byte[]> decoded(Path file, int bytesPerFrame) throws Exception {
        Path raw = file.resolveSibling(file.getFileName() + ".raw");
        run(List.of(
                "ffmpeg",
                "-nostdin",
                "-loglevel",
                "error",
                "-y",
                "-i",
                file.toString(),
                "-fps_mode",
                "passthrough",
                "-f",
                "rawvideo",
                raw.toString()));
        byte[] all = Files.readAllBytes(raw);
        assertEquals(0, all.length % bytesPerFrame);
        return Stream.iterate(0, at -> at < all.length, at -> at + bytesPerFrame)
                .map(at -> Arrays.copyOfRange(all, at, at + bytesPerFrame))
                .toList();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        places();
        Path said = Files.createTempFile("candela-ffmpeg-", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean isDone = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String complaint = Files.readString(said);
        Files.delete(said);
        Assumptions.assumeFalse(complaint.contains("Unknown encoder"), "this FFmpeg cannot encode: " + complaint);
        assertEquals(0, isDone ? process.exitValue() : -1, complaint);
    }

    /** The frame of three planes of 4:2:0, each chroma sample repeated: the slow and plain way. */
    public static int[] upsampled(byte[] planes, int bytesPerSample) {
        int[] samples = new int[ROWS * COLUMNS * 3];
        int chroma = ROWS * COLUMNS;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int at = 3 * (row * COLUMNS + column);
                int shared = row / 2 * (COLUMNS / 2) + column / 2;
                samples[at] = sample(planes, row * COLUMNS + column, bytesPerSample);
                samples[at + 1] = sample(planes, chroma + shared, bytesPerSample);
                samples[at + 2] = sample(planes, chroma + chroma / 4 + shared, bytesPerSample);
            }
        }
        return samples;
    }

    private static int sample(byte[] planes, int index, int bytes) {
        return bytes == 1 ? planes[index] & 0xFF : (planes[2 * index] & 0xFF) | (planes[2 * index + 1] & 0xFF) << 8;
    }
}

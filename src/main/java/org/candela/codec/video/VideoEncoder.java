package org.candela.codec.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.candela.codec.stream.CodecException;

/**
 * Writes pictures as a film: MP4, H.264 where FFmpeg can encode it, else MPEG-4 part 2. Nothing but the pictures is in the
 * file: no name, no date. Safe from any thread; each film is written by one.
 */
// [impl->req~codec.video-encoded~1]
public final class VideoEncoder {
    private static final long SECONDS_TO_ANSWER = 10;
    private static final int MOST_SAID = 1 << 20;
    /** H.264 by x264, by Cisco's library, which the LGPL build has, by the system; then what every build has. */
    private static final List<Encoder> KNOWN = List.of(
            new Encoder("libx264", List.of("-crf", "16", "-preset", "medium", "-profile:v", "high")),
            new Encoder("libopenh264", List.of("-b:v", "12M")),
            new Encoder("h264_videotoolbox", List.of("-q:v", "80")),
            new Encoder("mpeg4", List.of("-q:v", "2")));

    private final FfmpegSearch search;

    public VideoEncoder(FfmpegSearch search) {
        this.search = search;
    }

    private record Encoder(String name, List<String> options) {}

    /**
     * A film.
     *
     * @param width of each picture, pixels, ≥ 1; one more column of black is written where it is odd
     * @param height of each picture, pixels, ≥ 1, likewise
     * @param framesPerSecond &gt; 0, finite
     */
    public record Film(int width, int height, double framesPerSecond) {
        public Film {
            boolean isPaced = framesPerSecond > 0 && Double.isFinite(framesPerSecond);
            if (width < 1 || height < 1 || !isPaced) {
                throw new IllegalArgumentException(
                        "no film: " + width + " × " + height + ", " + framesPerSecond + " a second");
            }
        }
    }

    /**
     * Begins a film in {@code target}, which is replaced.
     *
     * @throws NoVideoDecoderException when there is no FFmpeg that starts; says in one line what to do
     * @throws CodecException when the one that is there encodes neither H.264 nor MPEG-4
     */
    public VideoFile begin(Film film, Path target) throws IOException, NoVideoDecoderException, CodecException {
        FfmpegPrograms programs = search.find();
        Encoder encoder = encoder(programs);
        return VideoFile.start(command(programs, encoder, film, target), film, encoder.name());
    }

    private static Encoder encoder(FfmpegPrograms programs) throws IOException, CodecException {
        String offered = offered(programs);
        Optional<Encoder> found = KNOWN.stream()
                .filter(each -> offered.contains(" " + each.name() + " "))
                .findFirst();
        return found.orElseThrow(() -> new CodecException(
                "the FFmpeg that is here encodes neither H.264 nor MPEG-4; name another in" + " CANDELA_FFMPEG"));
    }

    private static String offered(FfmpegPrograms programs) throws IOException {
        Process process = new ProcessBuilder(
                        programs.ffmpeg().toString(), "-hide_banner", "-loglevel", "quiet", "-encoders")
                .redirectErrorStream(true)
                .start();
        try {
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readNBytes(MOST_SAID), VideoFile.TEXT);
            boolean hasEnded = process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
            return hasEnded ? text : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } finally {
            process.destroyForcibly();
        }
    }

    /** sRGB greys and colours of full range become BT.709 of video range, which players expect and the file states. */
    private static List<String> command(FfmpegPrograms programs, Encoder encoder, Film film, Path target) {
        String filter = "pad=ceil(iw/2)*2:ceil(ih/2)*2,"
                + "scale=in_range=pc:out_range=tv:out_color_matrix=bt709:flags=accurate_rnd+full_chroma_int,format=yuv420p";
        List<String> begin = List.of(
                programs.ffmpeg().toString(),
                "-hide_banner",
                "-loglevel",
                "error",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "rgb24",
                "-video_size",
                film.width() + "x" + film.height(),
                "-framerate",
                String.valueOf(film.framesPerSecond()),
                "-i",
                "pipe:0",
                "-vf",
                filter,
                "-c:v",
                encoder.name());
        List<String> end = List.of(
                "-color_range",
                "tv",
                "-colorspace",
                "bt709",
                "-color_primaries",
                "bt709",
                "-color_trc",
                "iec61966-2-1",
                "-map_metadata",
                "-1",
                "-fflags",
                "+bitexact",
                "-flags:v",
                "+bitexact",
                "-movflags",
                "+faststart",
                "-f",
                "mp4",
                "-y",
                target.toString());
        return Stream.of(begin, encoder.options(), end).flatMap(List::stream).toList();
    }
}

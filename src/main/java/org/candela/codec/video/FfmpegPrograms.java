package org.candela.codec.video;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where FFmpeg is, 5.1 or newer.
 *
 * @param ffmpeg decodes
 * @param ffprobe tells what a stream is
 */
public record FfmpegPrograms(Path ffmpeg, Path ffprobe) {
    /** Both programs where {@code ffmpeg} is one of them; empty when either is missing or no program. */
    static Optional<FfmpegPrograms> of(Path ffmpeg) {
        String name = String.valueOf(ffmpeg.getFileName());
        Path ffprobe = ffmpeg.resolveSibling(name.replace("ffmpeg", "ffprobe"));
        boolean areThere = Files.isExecutable(ffmpeg) && Files.isExecutable(ffprobe) && !ffprobe.equals(ffmpeg);
        return areThere ? Optional.of(new FfmpegPrograms(ffmpeg, ffprobe)) : Optional.empty();
    }
}

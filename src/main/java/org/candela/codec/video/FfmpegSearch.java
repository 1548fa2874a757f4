package org.candela.codec.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Finds FFmpeg: the program that was named, else the one among the libraries, else the one of the system.
 *
 * <p>Each is tried by asking it for its version, since the one among the libraries needs libraries of the system. Looks
 * anew at each call. Safe from any thread.
 */
public final class FfmpegSearch {
    private static final String WHAT_TO_DO =
            "install it (Debian: apt-get install ffmpeg) or name the program in CANDELA_FFMPEG";
    private static final long SECONDS_TO_ANSWER = 10;

    private final Places places;
    private final BundledFfmpeg bundled;

    /**
     * Where to look.
     *
     * @param named path of the program as the user gave it; blank when none
     * @param folders where the system keeps programs, in order
     * @param unpacked where the program among the libraries is unpacked to
     * @param platform as those libraries call it: {@code "linux-x86_64"}
     */
    public record Places(String named, List<Path> folders, Path unpacked, String platform) {
        /** Nothing is looked for. */
        public static final Places NONE = new Places("", List.of(), Path.of("none"), "none");

        public Places {
            folders = List.copyOf(folders);
        }

        boolean isWindows() {
            return platform.startsWith("windows");
        }
    }

    public FfmpegSearch(Places places) {
        this.places = places;
        this.bundled = new BundledFfmpeg(places.platform(), places.unpacked());
    }

    // [impl->req~codec.video-missing~1]
    /**
     * The programs.
     *
     * @throws NoVideoDecoderException when there are none that start; says in one line what to do
     */
    public FfmpegPrograms find() throws NoVideoDecoderException {
        List<String> failures = new ArrayList<>();
        if (!places.named().isBlank()) {
            return FfmpegPrograms.of(Path.of(places.named()))
                    .filter(found -> starts(found, failures))
                    .orElseThrow(() -> new NoVideoDecoderException("video needs FFmpeg, and CANDELA_FFMPEG names "
                            + places.named() + ", which does not start or has no ffprobe beside it"
                            + listed(failures)));
        }
        return bundled(failures)
                .filter(found -> starts(found, failures))
                .or(() -> onSystem(failures))
                .orElseThrow(() -> new NoVideoDecoderException(
                        "video needs FFmpeg, which is not here; " + WHAT_TO_DO + listed(failures)));
    }

    private Optional<FfmpegPrograms> bundled(List<String> failures) {
        try {
            return bundled.unpack();
        } catch (IOException e) {
            failures.add("the one among the libraries cannot be unpacked: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<FfmpegPrograms> onSystem(List<String> failures) {
        String name = places.isWindows() ? "ffmpeg.exe" : "ffmpeg";
        return places.folders().stream()
                .flatMap(folder -> FfmpegPrograms.of(folder.resolve(name)).stream())
                .filter(found -> starts(found, failures))
                .findFirst();
    }

    private static String listed(List<String> failures) {
        return failures.isEmpty() ? "" : " (" + String.join("; ", failures) + ")";
    }

    private static boolean starts(FfmpegPrograms found, List<String> failures) {
        try {
            Process process = new ProcessBuilder(
                            found.ffmpeg().toString(), "-hide_banner", "-loglevel", "quiet", "-version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return true;
            }
            process.destroyForcibly();
            failures.add(found.ffmpeg() + " does not start");
        } catch (IOException e) {
            failures.add(found.ffmpeg() + " does not start");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failures.add("interrupted");
        }
        return false;
    }
}

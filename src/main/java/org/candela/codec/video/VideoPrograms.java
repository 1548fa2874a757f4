package org.candela.codec.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.codec.stream.CodecException;
import org.candela.codec.video.FfmpegCommand.Start;

/** Starts the programs that one stream needs. Safe from any thread. */
final class VideoPrograms {
    /** A list of some 800,000 pictures: seven hours. */
    private static final int MOST_SAID = 32 << 20;

    private final FfmpegCommand command;
    private final Limits limits;
    private final ScheduledExecutorService watch;

    private VideoPrograms(FfmpegCommand command, Limits limits, ScheduledExecutorService watch) {
        this.command = command;
        this.limits = limits;
        this.watch = watch;
    }

    static VideoPrograms of(FfmpegPrograms programs, VideoStream stream, Limits limits, ScheduledExecutorService watch)
            throws IOException, CodecException {
        if (stream.extent().isTooLarge()) {
            throw new CodecException("a video of " + stream.extent().rows() + " × "
                    + stream.extent().columns() + " is too large");
        }
        VideoContainer container = VideoContainer.of(stream.head(VideoContainer.HEAD));
        return new VideoPrograms(new FfmpegCommand(programs, stream, container, limits.threads()), limits, watch);
    }

    VideoStream stream() {
        return command.stream();
    }

    /** What the pictures are, held against the header. */
    VideoFormat describe() throws IOException, CodecException {
        try (VideoInput input = VideoInput.of(stream().parts(), 0);
                Child child = Child.start(command.describe(input.address()), watch, limits.perPicture())) {
            List<String> lines = lines(child);
            Map<String, String> said = lines.isEmpty() ? Map.of() : fields(lines.get(0));
            if (said.isEmpty()) {
                String complaint = child.complaint();
                throw new CodecException("no video found in the pixel data" + (child.isLate() ? " in time" : "")
                        + (complaint.isEmpty() ? "" : ": " + complaint));
            }
            return VideoFormat.of(said, stream());
        }
    }

    /** Where else than at the start decoding may begin; only the start where that cannot be told. */
    KeyFrames keyFrames() throws IOException {
        try (VideoInput input = VideoInput.of(stream().parts(), 0);
                Child child = Child.start(command.listPictures(input.address()), watch, limits.perPicture())) {
            return KeyFrames.of(lines(child), command.container());
        }
    }

    /** Begins to decode. */
    VideoRun decode(VideoFormat format, Start start) throws IOException {
        VideoInput input = VideoInput.of(stream().parts(), start.offset());
        try {
            Child child =
                    Child.start(command.decode(format.pixels(), start, input.address()), watch, limits.perPicture());
            return new VideoRun(child, input, format.pixels().byteCount(stream().extent()), start);
        } catch (IOException e) {
            input.close();
            throw e;
        }
    }

    private static List<String> lines(Child child) throws IOException {
        return new String(child.readAll(MOST_SAID), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("="))
                .toList();
    }

    /** {@code width=640|height=480}. */
    private static Map<String, String> fields(String line) {
        Map<String, String> fields = new TreeMap<>();
        for (String field : line.split("\\|")) {
            int at = field.indexOf('=');
            if (at > 0) {
                fields.putIfAbsent(field.substring(0, at), field.substring(at + 1));
            }
        }
        return fields;
    }
}

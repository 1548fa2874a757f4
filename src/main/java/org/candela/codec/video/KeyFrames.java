package org.candela.codec.video;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.candela.codec.video.FfmpegCommand.Start;

/**
 * Places where decoding may begin, as the list of coded pictures suggests. Whether a place serves is known only when the
 * pictures decoded from it are those decoded from the start of the stream. One thread at a time.
 */
final class KeyFrames {
    private static final double TWO_MICROSECONDS = 2e-6;

    private static final int MOST_FAILURES = 3;

    private final List<Start> starts;
    private int failures;

    private KeyFrames(List<Start> starts) {
        this.starts = new ArrayList<>(starts);
    }

    /** Only the start of the stream. */
    static KeyFrames none() {
        return new KeyFrames(List.of());
    }

    /**
     * From lines as {@code pts_time=0.160000|pos=1234|flags=K__}, in the order of decoding. By time where the stream is
     * in a container that has one for each picture; by byte where it is bare: there the pictures before a key frame in
     * this order are those shown before it, but for a few that follow it and are shown first.
     */
    static KeyFrames of(List<String> lines, VideoContainer container) {
        List<Coded> coded = lines.stream().map(Coded::of).filter(Coded::isShown).toList();
        List<Start> starts = container == VideoContainer.NONE ? byByte(coded) : byTime(coded);
        return new KeyFrames(starts);
    }

    private static List<Start> byByte(List<Coded> coded) {
        List<Start> starts = new ArrayList<>();
        for (int i = 1; i < coded.size(); i++) {
            if (coded.get(i).isKey() && coded.get(i).position() > 0) {
                starts.add(new Start(i, coded.get(i).position(), List.of()));
            }
        }
        return starts;
    }

    private static List<Start> byTime(List<Coded> coded) {
        if (coded.stream().anyMatch(picture -> picture.time().isEmpty())) {
            return List.of();
        }
        double[] shown = coded.stream()
                .mapToDouble(picture -> picture.time().orElseThrow())
                .sorted()
                .toArray();
        List<Start> starts = new ArrayList<>();
        for (Coded picture : coded) {
            double time = picture.time().orElseThrow();
            int frame = Math.max(0, Arrays.binarySearch(shown, time));
            if (picture.isKey() && frame > 0) {
                // A little before, since the time printed may be rounded up; pictures before it are left out.
                String from = String.format(Locale.ROOT, "%.6f", time - TWO_MICROSECONDS);
                starts.add(new Start(frame, 0, List.of("-seek_timestamp", "1", "-ss", from)));
            }
        }
        starts.sort(Comparator.comparingInt(Start::frame));
        return starts;
    }

    /** The last place at or before {@code frame}. */
    Start before(int frame) {
        return starts.stream()
                .filter(start -> start.frame() <= frame)
                .reduce((first, second) -> second)
                .orElse(Start.BEGIN);
    }

    /** Takes a place that did not serve off the list; of several, no other is tried any more. */
    void strike(Start start) {
        starts.remove(start);
        failures++;
        if (failures == MOST_FAILURES) {
            starts.clear();
        }
    }

    private record Coded(OptionalDouble time, long position, String flags) {
        static Coded of(String line) {
            OptionalDouble time = OptionalDouble.empty();
            long position = -1;
            String flags = "";
            for (String field : line.split("\\|")) {
                String value = field.substring(field.indexOf('=') + 1);
                if (field.startsWith("pts_time=") && value.matches("-?\\d{1,9}\\.\\d{1,9}")) {
                    time = OptionalDouble.of(Double.parseDouble(value));
                } else if (field.startsWith("pos=") && value.matches("\\d{1,15}")) {
                    position = Long.parseLong(value);
                } else if (field.startsWith("flags=")) {
                    flags = value;
                }
            }
            return new Coded(time, position, flags);
        }

        boolean isKey() {
            return flags.startsWith("K");
        }

        /** Not left out by the container (an edit list). */
        boolean isShown() {
            return !flags.contains("D");
        }
    }
}

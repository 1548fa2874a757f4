package org.candela.codec.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.candela.codec.video.FfmpegCommand.Start;
import org.junit.jupiter.api.Test;

class KeyFramesTest {
    private static final List<String> WITH_TIMES = List.of(
            "pts_time=1.480000|pos=564|flags=K__",
            "pts_time=1.600000|pos=900|flags=___",
            "pts_time=1.520000|pos=950|flags=___",
            "pts_time=1.560000|pos=990|flags=___",
            "pts_time=1.640000|pos=2000|flags=K__",
            "pts_time=1.680000|pos=2400|flags=___");

    @Test
    void keyFramesAreNumberedByTheTimesTheyAreShown() {
        KeyFrames frames = KeyFrames.of(WITH_TIMES, VideoContainer.TRANSPORT_STREAM);

        assertEquals(Start.BEGIN, frames.before(3));
        assertEquals(new Start(4, 0, List.of("-seek_timestamp", "1", "-ss", "1.639998")), frames.before(4));
        assertEquals(4, frames.before(100).frame());
    }

    @Test
    void withoutAllTimesOnlyTheStartServes() {
        List<String> lines = List.of("pts_time=N/A|pos=0|flags=K__", "pts_time=1.5|pos=77|flags=K__");

        assertEquals(
                Start.BEGIN, KeyFrames.of(lines, VideoContainer.PROGRAM_STREAM).before(5));
    }

    @Test
    void inABareStreamKeyFramesAreNumberedAsTheyCome() {
        List<String> lines = List.of(
                "pts_time=N/A|pos=0|flags=K__", "pts_time=N/A|pos=100|flags=___", "pts_time=N/A|pos=150|flags=K__");

        assertEquals(
                new Start(2, 150, List.of()),
                KeyFrames.of(lines, VideoContainer.NONE).before(2));
        assertEquals(Start.BEGIN, KeyFrames.of(lines, VideoContainer.NONE).before(1));
    }

    @Test
    void whatAnEditListLeavesOutIsNotCounted() {
        List<String> lines = List.of(
                "pts_time=0.000000|pos=10|flags=KD_",
                "pts_time=0.040000|pos=50|flags=K__",
                "pts_time=0.080000|pos=90|flags=K__");

        assertEquals(1, KeyFrames.of(lines, VideoContainer.MP4).before(1).frame());
    }

    @Test
    void afterThreePlacesThatDidNotServeNoneIsTried() {
        List<String> lines = List.of(
                "pos=0|flags=K__", "pos=100|flags=K__", "pos=150|flags=K__", "pos=200|flags=K__", "pos=300|flags=K__");
        KeyFrames frames = KeyFrames.of(lines, VideoContainer.NONE);

        frames.strike(frames.before(4));
        frames.strike(frames.before(4));
        assertEquals(2, frames.before(4).frame());
        frames.strike(frames.before(4));

        assertEquals(Start.BEGIN, frames.before(4));
    }

    @Test
    void linesThatMakeNoSenseAreNoPlaces() {
        List<String> lines = List.of("pts_time=|pos=-5|flags=K", "=|=", "pos=99999999999999999999|flags=K__");

        assertEquals(Start.BEGIN, KeyFrames.of(lines, VideoContainer.NONE).before(9));
    }
}

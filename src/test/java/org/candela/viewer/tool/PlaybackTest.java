package org.candela.viewer.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private final Playback playback = new Playback();

    // [utest->req~viewer.cine-control~1]
    @Test
    void itGoesRoundFromTheLastFrameToTheFirst() {
        playback.over(3);

        assertEquals(List.of(0, 1, 2, 0, 1), play(0, 5));
    }

    @Test
    void itSweepsForthAndBackAndShowsNoEndTwice() {
        playback.over(4);
        playback.changeCourse();

        assertEquals(List.of(0, 1, 2, 3, 2, 1, 0, 1), play(0, 8));
    }

    @Test
    void aRangeIsPlayedAloneAndEnteredAtItsFirstFrame() {
        playback.over(10);
        playback.beginAt(3, 10);
        playback.endAt(5);

        assertEquals(List.of(9, 3, 4, 5, 3), play(9, 5));
        playback.changeCourse();
        assertEquals(List.of(4, 5, 4, 3, 4), play(4, 5));
    }

    @Test
    void anEndBeforeTheBeginningGivesWay() {
        playback.over(10);
        playback.endAt(4);
        playback.beginAt(7, 10);

        assertEquals(9, playback.last());
        playback.endAt(2);
        assertEquals(0, playback.first());
    }

    @Test
    void oneFrameStaysWhereItIs() {
        playback.over(1);
        playback.changeCourse();

        assertEquals(List.of(0, 0, 0), play(0, 3));
    }

    // [utest->req~viewer.cine-late~1]
    @Test
    void lateFramesAreCountedAndTheShareOfTheLatestTicksIsTold() {
        playback.over(5);
        IntStream.range(0, 10).forEach(i -> playback.shown());
        IntStream.range(0, 10).forEach(i -> playback.late());

        assertEquals(10, playback.lateCount());
        assertEquals(0.5, playback.share());
        IntStream.range(0, 30).forEach(i -> playback.shown());
        assertEquals(1, playback.share());
        playback.restart();
        assertEquals(0, playback.lateCount());
    }

    @Test
    void ratesGoFromOneUsualStepToTheNextAndStopAtBothEnds() {
        CineRate ofFile = CineRate.ofFile(Duration.ofMillis(40));

        assertEquals(25, ofFile.imagesPerSecond());
        assertEquals(new CineRate(30, CineRate.Origin.READER), ofFile.faster());
        assertEquals(new CineRate(20, CineRate.Origin.READER), ofFile.slower());
        assertEquals(Duration.ofMillis(50), ofFile.slower().frameTime());
        CineRate fastest = new CineRate(60, CineRate.Origin.READER);
        assertEquals(fastest, fastest.faster());
        assertEquals(12, new CineRate(14, CineRate.Origin.FILE).slower().imagesPerSecond());
    }

    private List<Integer> play(int from, int frames) {
        return Stream.iterate(from, playback::next).limit(frames).toList();
    }
}

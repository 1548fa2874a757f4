package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.candela.study.PrefetchOrder.Travel;
import org.junit.jupiter.api.Test;

// [utest->req~study.prefetch-direction~1]
class PrefetchOrderTest {
    private static List<Integer> order(int count, int current, Travel travel) {
        return PrefetchOrder.around(FakeFrames.keys(count), current, travel).stream()
                .map(FrameKey::frameIndex)
                .toList();
    }

    @Test
    void neighboursComeFirstThenTheWayAheadThenTheWayBack() {
        assertEquals(List.of(5, 3, 6, 2, 7, 8, 9, 1, 0), order(10, 4, Travel.FORWARD));
    }

    @Test
    void theWayBackComesFirstWhenTravellingBackward() {
        assertEquals(List.of(3, 5, 2, 6, 1, 0, 7, 8, 9), order(10, 4, Travel.BACKWARD));
    }

    @Test
    void theEndsOfTheSeriesAreNoObstacle() {
        assertEquals(List.of(1, 2, 3), order(4, 0, Travel.BACKWARD));
        assertEquals(List.of(), order(1, 0, Travel.FORWARD));
    }
}

package org.candela.viewer.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.candela.image.PixelPadding;
import org.candela.image.VoiWindow;
import org.candela.study.LoadedFrame;
import org.candela.viewer.TestImages;
import org.junit.jupiter.api.Test;

// [utest->req~viewer.initial-window~1]
class InitialWindowTest {
    @Test
    void theFirstOfSeveralWindowsIsUsedAndNoAverage() {
        LoadedFrame loaded = TestImages.withWindows(
                TestImages.slice(1, 1, 0), VoiWindow.linear(40, 400), VoiWindow.linear(-600, 1500));

        assertEquals(VoiWindow.linear(40, 400), InitialWindow.of(loaded));
    }

    @Test
    void withoutAWindowTheValuesHeldReachFromBlackToWhite() {
        LoadedFrame loaded = TestImages.withWindows(TestImages.slice(1, 4, -20, 0, 10, 80));

        VoiWindow window = InitialWindow.of(loaded).window();

        assertEquals(0, window.apply(-20));
        assertEquals(1, window.apply(80));
        assertEquals(101, window.width());
    }

    @Test
    void paddingDoesNotWidenTheWindow() {
        LoadedFrame loaded = TestImages.withPadding(
                TestImages.withWindows(TestImages.slice(1, 4, -2000, 0, 10, 100)), PixelPadding.between(-2000, -2000));

        assertEquals(VoiWindow.linear(50.5, 101), InitialWindow.of(loaded));
    }

    @Test
    void aFewStrayPixelsDoNotWidenTheWindow() {
        int[] values = new int[1000];
        Arrays.setAll(values, i -> i % 101);
        values[0] = 30000;
        LoadedFrame loaded = TestImages.withWindows(TestImages.slice(10, 100, values));

        assertEquals(VoiWindow.linear(50.5, 101), InitialWindow.of(loaded));
    }

    @Test
    void anImageOfNothingButPaddingStillOpens() {
        LoadedFrame loaded = TestImages.withPadding(
                TestImages.withWindows(TestImages.slice(1, 1, -2000)), PixelPadding.between(-2000, -2000));

        assertEquals(VoiWindow.linear(128, 256), InitialWindow.of(loaded));
    }
}

package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.candela.dicom.image.DescribedFrame;
import org.candela.dicom.image.ImageDescription;
import org.candela.image.Frame;
import org.candela.image.ImageSpacing;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.PresentationLut;
import org.candela.image.Rescale;
import org.junit.jupiter.api.Test;

// [utest->req~study.coarse-first~1]
class CoarseFrameTest {
    private static PixelLayout layout(int rows, int columns, Photometric photometric) {
        return new PixelLayout(rows, columns, photometric, 16, 12, 11, false, false);
    }

    private static DescribedFrame described(PixelLayout layout, int... samples) {
        short[] values = new short[samples.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) samples[i];
        }
        ImageDescription description = new ImageDescription(
                layout,
                new ImageDescription.GreyMeaning(
                        Rescale.IDENTITY, List.of(), PresentationLut.Shape.IDENTITY, PixelPadding.NONE),
                new ImageDescription.ImagePlace(
                        Optional.empty(), ImageSpacing.UNKNOWN, List.of(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of());
        return new DescribedFrame(new Frame(layout, values), description);
    }

    /** Samples of resolution 1 lie at the even places (T.800 B.5). */
    @Test
    void everyPlaceTakesTheNearestSampleAndTheFrameHasItsFullSize() {
        DescribedFrame coarse = described(layout(1, 3, Photometric.MONOCHROME2), 10, 20, 30);

        LoadedFrame full = CoarseFrame.inFull(coarse, layout(2, 5, Photometric.MONOCHROME2), 1)
                .orElseThrow();

        assertArrayEquals(
                new short[] {10, 20, 20, 30, 30, 10, 20, 20, 30, 30},
                full.frame().samples());
        assertEquals(1, full.reduction());
        assertTrue(full.isReduced());
    }

    @Test
    void coloursStayTogether() {
        DescribedFrame coarse = described(layout(1, 2, Photometric.RGB), 1, 2, 3, 4, 5, 6);

        LoadedFrame full =
                CoarseFrame.inFull(coarse, layout(1, 4, Photometric.RGB), 1).orElseThrow();

        assertArrayEquals(
                new short[] {1, 2, 3, 4, 5, 6, 4, 5, 6, 4, 5, 6}, full.frame().samples());
    }

    @Test
    void aStreamOfFewerResolutionsGivesNone() {
        DescribedFrame coarse = described(layout(2, 2, Photometric.MONOCHROME2), 1, 2, 3, 4);

        assertTrue(CoarseFrame.inFull(coarse, layout(2, 2, Photometric.MONOCHROME2), 1)
                .isEmpty());
    }
}

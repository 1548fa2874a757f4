package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.study.FrameKey;
import org.junit.jupiter.api.Test;

// [utest->req~viewer.hanging~1]
class HangingProtocolTest {
    private final StudyBanner now = TestImages.banner("SYNTHETIC^A", LocalDate.of(2026, 1, 2));
    private final StudyBanner then = TestImages.banner("SYNTHETIC^A", LocalDate.of(2025, 1, 2));

    @Test
    void currentLeftAndPriorOfTheSameModalityRight() {
        ImageStack ct = stack(now, 1, "CT", "Axial 1 mm");
        ImageStack us = stack(then, 2, "US", "Axial 1 mm");
        ImageStack other = stack(then, 3, "CT", "Coronal");
        ImageStack alike = stack(then, 4, "CT", "AXIAL 1 mm bone");

        Map<Place, ImageStack> hung = HangingProtocol.hang(study(now, ct), List.of(study(then, us, other, alike)));

        assertEquals(Map.of(Place.LEFT, ct, Place.RIGHT, alike), hung);
    }

    @Test
    void withoutAPriorTheNextSeriesHangsRight() {
        ImageStack first = stack(now, 1, "MR", "T1");
        ImageStack second = stack(now, 2, "MR", "T2");

        assertEquals(
                Map.of(Place.LEFT, first, Place.RIGHT, second),
                HangingProtocol.hang(study(now, first, second), List.of()));
    }

    @Test
    void aSingleImageLeavesTheOtherScreenEmpty() {
        ImageStack only = stack(now, 1, "CR", "Chest PA");

        assertEquals(Map.of(Place.LEFT, only), HangingProtocol.hang(study(now, only), List.of()));
    }

    @Test
    void mammogramsHangAsAPairWithChestWallsTogether() {
        ImageStack leftMlo = mammogram(1, "L", "MLO");
        ImageStack leftCc = mammogram(2, "L", "CC");
        ImageStack rightCc = mammogram(3, "R", "CC");

        Map<Place, ImageStack> hung = HangingProtocol.hang(study(now, leftMlo, leftCc, rightCc), List.of());

        assertEquals(Map.of(Place.LEFT, rightCc, Place.RIGHT, leftCc), hung);
    }

    @Test
    void aStudyWithoutImagesHangsNothing() {
        assertEquals(Map.of(), HangingProtocol.hang(study(now), List.of()));
    }

    private static ReadingStudy study(StudyBanner banner, ImageStack... stacks) {
        return new ReadingStudy(banner, List.of(stacks));
    }

    private ImageStack mammogram(int series, String laterality, String view) {
        return new ImageStack(
                now,
                new Uid("1.3." + series),
                new StackTraits("MG", "MG", "BREAST", Optional.of(laterality), Optional.of(view)),
                List.of(new FrameKey(new Uid("1.3." + series + ".1"), 0)));
    }

    private static ImageStack stack(StudyBanner banner, int series, String modality, String title) {
        ImageStack plain = TestImages.stack(banner, series, modality, 2);
        return new ImageStack(banner, plain.seriesUid(), new StackTraits(modality, title, ""), plain.frames());
    }
}

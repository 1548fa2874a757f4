package org.candela.viewer.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.base.Uid;
import org.candela.image.VoiWindow;
import org.candela.study.FrameKey;
import org.candela.viewer.TestImages;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.layout.Hanging;
import org.candela.viewer.layout.HangingPlan.Stage;
import org.candela.viewer.layout.Hung;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.Edge;
import org.candela.viewer.picture.VoiChoice;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StackTraits;
import org.candela.viewer.stack.StudyBanner;
import org.junit.jupiter.api.Test;

// [utest->req~viewer.hanging~1]
// [utest->req~viewer.chest-walls~1]
// [utest->req~viewer.protocol-from-screen~1]
class ProtocolsTest {
    private final StudyBanner now = TestImages.banner("SYNTHETIC^A", LocalDate.of(2026, 1, 2));
    private final StudyBanner then = TestImages.banner("SYNTHETIC^A", LocalDate.of(2025, 1, 2));
    private final StudyBanner longAgo = TestImages.banner("SYNTHETIC^A", LocalDate.of(2020, 1, 2));
    private final Protocols protocols = Protocols.shipped();

    @Test
    void currentLeftAndPriorOfTheSameModalityRight() {
        ImageStack ct = stack(now, 1, "CT", "Axial 1 mm");
        ImageStack us = stack(then, 2, "US", "Axial 1 mm");
        ImageStack other = stack(then, 3, "CT", "Coronal");
        ImageStack alike = stack(then, 4, "CT", "AXIAL 1 mm bone");

        assertEquals(Map.of(Place.LEFT, ct, Place.RIGHT, alike), first(study(now, ct), study(then, us, other, alike)));
    }

    @Test
    void aPriorWithNothingToCompareIsPassedOver() {
        ImageStack ct = stack(now, 1, "CT", "Axial");
        ImageStack us = stack(then, 2, "US", "Liver");
        ImageStack old = stack(longAgo, 3, "CT", "Axial");

        assertEquals(
                Map.of(Place.LEFT, ct, Place.RIGHT, old), first(study(now, ct), study(then, us), study(longAgo, old)));
    }

    @Test
    void aPriorIsComparedInTheSamePlaneWhateverItIsCalled() {
        ImageStack axial = TestImages.axial(now, 1, 10, 0, 2, new Uid("1.9.1"));
        ImageStack scout = stack(then, 2, "CT", "Series 1");
        ImageStack slices = TestImages.axial(then, 3, 10, 0, 2, new Uid("1.9.2"));

        assertEquals(
                Map.of(Place.LEFT, axial, Place.RIGHT, slices), first(study(now, axial), study(then, scout, slices)));
    }

    @Test
    void withoutAPriorTheNextSeriesHangsRight() {
        ImageStack first = stack(now, 1, "MR", "T1");
        ImageStack second = stack(now, 2, "MR", "T2");

        assertEquals(Map.of(Place.LEFT, first, Place.RIGHT, second), first(study(now, first, second)));
    }

    @Test
    void manySeriesOfMrHangFourToAPanel() {
        ImageStack[] eight = new ImageStack[8];
        Arrays.setAll(eight, i -> stack(now, i + 1, "MR", "T" + i));

        Stage stage = protocols.stages(study(now, eight), List.of()).get(0);

        assertEquals(List.of(new Grid(2, 2), new Grid(2, 2)), stage.hanging().grids());
        assertEquals(eight[5], stage.hanging().at(new Place(1, 1)).orElseThrow().stack());
    }

    @Test
    void aSingleImageLeavesTheOtherScreenEmpty() {
        ImageStack only = stack(now, 1, "CR", "Chest PA");

        assertEquals(Map.of(Place.LEFT, only), first(study(now, only)));
    }

    @Test
    void aChestCtBringsItsWindowsStageByStage() {
        ImageStack chest = stack(now, 1, "CT", "Axial", "CHEST");
        ImageStack before = stack(then, 2, "CT", "Axial", "CHEST");

        List<Stage> stages = protocols.stages(study(now, chest), List.of(study(then, before)));

        assertEquals(
                List.of("Soft tissue", "Lung", "Bone"),
                stages.stream().map(Stage::name).toList());
        Hung lung = stages.get(1).hanging().at(Place.RIGHT).orElseThrow();
        assertEquals(before, lung.stack());
        assertEquals(
                new VoiChoice.ByReader(VoiWindow.linear(-600, 1500), VoiChoice.OfFile.FIRST),
                lung.appearance().voi());
    }

    @Test
    void mammogramsHangAsAPairWithChestWallsTogether() {
        ImageStack leftMlo = mammogram(now, 1, "L", "MLO", "A");
        ImageStack leftCc = mammogram(now, 2, "L", "CC", "A");
        ImageStack rightCc = mammogram(now, 3, "R", "CC", "P");

        List<Stage> stages = protocols.stages(study(now, leftMlo, leftCc, rightCc), List.of());

        Hanging cc = stages.get(0).hanging();
        assertEquals(Map.of(Place.LEFT, rightCc, Place.RIGHT, leftCc), stacks(cc));
        assertEquals(
                Edge.RIGHT, cc.at(Place.LEFT).orElseThrow().appearance().view().edge());
        assertEquals(
                Edge.LEFT, cc.at(Place.RIGHT).orElseThrow().appearance().view().edge());
        assertEquals(Map.of(Place.RIGHT, leftMlo), stacks(stages.get(1).hanging()));
    }

    @Test
    void aBreastStoredTheOtherWayRoundIsMirroredAndOneThatDoesNotSayIsNot() {
        ImageStack wrong = mammogram(now, 1, "R", "CC", "A");
        ImageStack silent = mammogram(now, 2, "L", "CC", "");

        Hanging cc =
                protocols.stages(study(now, wrong, silent), List.of()).get(0).hanging();

        assertTrue(cc.at(Place.LEFT).orElseThrow().appearance().view().isMirrored());
        assertEquals(false, cc.at(Place.RIGHT).orElseThrow().appearance().view().isMirrored());
    }

    @Test
    void priorMammogramsHangBelowTheSameBreastAndView() {
        ImageStack right = mammogram(now, 1, "R", "CC", "P");
        ImageStack left = mammogram(now, 2, "L", "CC", "A");
        ImageStack rightBefore = mammogram(then, 3, "R", "CC", "P");
        ImageStack leftBefore = mammogram(then, 4, "L", "CC", "A");

        Stage over = protocols.stages(study(now, right, left), List.of(study(then, leftBefore, rightBefore))).stream()
                .filter(stage -> stage.name().equals("CC over prior CC"))
                .findFirst()
                .orElseThrow();

        assertEquals(
                Map.of(Place.LEFT, right, new Place(0, 1), rightBefore, Place.RIGHT, left, new Place(1, 1), leftBefore),
                stacks(over.hanging()));
    }

    @Test
    void aStudyWithoutImagesHangsNothing() {
        assertEquals(Map.of(), first(study(now)));
    }

    @Test
    void aProtocolMadeFromTheScreenHangsTheNextStudyLikeThatAndNoOther() throws Exception {
        ImageStack t1 = stack(now, 1, "MR", "T1 sag");
        ImageStack t2 = stack(now, 2, "MR", "T2 ax");
        ImageStack t2Before = stack(then, 3, "MR", "T2 ax");
        ReadingStudy current = study(now, t1, t2);
        Hung windowed = new Hung(
                t2, 4, Hung.fresh(t2).appearance().with(VoiChoice.OfFile.FIRST.replacedBy(VoiWindow.linear(300, 600))));
        Hanging arranged = new Hanging(
                List.of(new Grid(1, 2), Grid.SINGLE),
                Map.of(Place.LEFT, windowed, new Place(0, 1), Hung.fresh(t1), Place.RIGHT, Hung.fresh(t2Before)));

        HangingProtocol made = new ProtocolMaker(current, List.of(study(then, t2Before))).of(arranged);
        Protocols own = protocols.withOwn(ProtocolsYaml.read(ProtocolsYaml.write(List.of(made))));

        StudyBanner next = TestImages.banner("SYNTHETIC^B", LocalDate.of(2026, 3, 4));
        StudyBanner nextBefore = TestImages.banner("SYNTHETIC^B", LocalDate.of(2024, 3, 4));
        ImageStack nextT1 = stack(next, 11, "MR", "SAG T1");
        ImageStack nextT2 = stack(next, 12, "MR", "AX T2 FSE");
        ImageStack nextBeforeT2 = stack(nextBefore, 13, "MR", "T2 AX");
        Hanging hung = own.stages(study(next, nextT1, nextT2), List.of(study(nextBefore, nextBeforeT2)))
                .get(0)
                .hanging();
        assertEquals(new Grid(1, 2), hung.grids().get(0));
        assertEquals(Map.of(Place.LEFT, nextT2, new Place(0, 1), nextT1, Place.RIGHT, nextBeforeT2), stacks(hung));
        assertEquals(windowed.appearance(), hung.at(Place.LEFT).orElseThrow().appearance());
        assertEquals(
                "MR",
                own.stages(study(next, nextT1, nextT2), List.of()).get(0).protocol(),
                "without a prior it does not fit");
    }

    @Test
    void aReadersOwnProtocolGoesBeforeShippedOnesThatFitBetter() {
        HangingProtocol mine = new HangingProtocol(
                "mine",
                "Mine",
                StudyMatch.ANY,
                List.of(new StagePlan(
                        "",
                        1,
                        List.of(new PanelPlan(
                                Grid.SINGLE, List.of(new CellPlan(StackSelector.NEXT, CellLook.PLAIN)))))));

        Stage stage = protocols
                .withOwn(List.of(mine))
                .stages(study(now, stack(now, 1, "CT", "Axial", "CHEST")), List.of())
                .get(0);

        assertEquals("Mine", stage.protocol());
    }

    private Map<Place, ImageStack> first(ReadingStudy current, ReadingStudy... priors) {
        return stacks(protocols.stages(current, List.of(priors)).get(0).hanging());
    }

    private static Map<Place, ImageStack> stacks(Hanging hanging) {
        return hanging.hung().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .stack()));
    }

    private static ReadingStudy study(StudyBanner banner, ImageStack... stacks) {
        return new ReadingStudy(banner, List.of(stacks));
    }

    private static ImageStack mammogram(
            StudyBanner banner, int series, String laterality, String view, String rowDirection) {
        return new ImageStack(
                banner,
                new Uid("1.3." + series),
                new StackTraits(
                        "MG",
                        "MG",
                        "BREAST",
                        Optional.of(laterality),
                        Optional.of(view),
                        rowDirection.isEmpty() ? List.of() : List.of(rowDirection, "F")),
                List.of(new FrameKey(new Uid("1.3." + series + ".1"), 0)));
    }

    private static ImageStack stack(StudyBanner banner, int series, String modality, String title) {
        return stack(banner, series, modality, title, "");
    }

    private static ImageStack stack(StudyBanner banner, int series, String modality, String title, String bodyPart) {
        ImageStack plain = TestImages.stack(banner, series, modality, 5);
        return new ImageStack(banner, plain.seriesUid(), new StackTraits(modality, title, bodyPart), plain.frames());
    }
}

package org.candela.pitfall;

import static org.candela.pitfall.PitfallImages.grey;
import static org.candela.pitfall.PitfallImages.open;
import static org.candela.pitfall.PitfallImages.words;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.facility.FacilityId;
import org.candela.image.ImageSpacing;
import org.candela.image.PixelSpacing;
import org.candela.image.VoiWindow;
import org.candela.study.Instance;
import org.candela.study.Patient;
import org.candela.study.Series;
import org.candela.study.Study;
import org.candela.study.StudyIdentity;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.StudyLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames of one object and objects of one series. */
class SeriesPitfallsTest {
    private static final String AXIAL = "1.000\\0.000\\0.000\\0.000\\1.000\\0.000";
    private static final String CORONAL = "1.000\\0.000\\0.000\\0.000\\0.000\\-1.000";
    private static final Uid CT = new Uid("1.2.840.10008.5.1.4.1.1.2");

    @TempDir
    private Path folder;

    /** PS3.3 C.7.6.16: window, plane and spacing of the frame before those of all frames before those of the image. */
    @Test
    void pitfall23GroupsOfTheFrameOverrideTheSharedOnes() throws Exception {
        Attributes shared = new Attributes()
                .setItems(Tag.FrameVOILUTSequence, List.of(voi(40, 400)))
                .setItems(Tag.PixelMeasuresSequence, List.of(spacing(0.5)))
                .setItems(Tag.PlaneOrientationSequence, List.of(orientation()));
        Attributes first = new Attributes().setItems(Tag.PlanePositionSequence, List.of(position(10)));
        Attributes second = new Attributes()
                .setItems(Tag.PlanePositionSequence, List.of(position(12)))
                .setItems(Tag.FrameVOILUTSequence, List.of(voi(-600, 1500)))
                .setItems(Tag.PixelMeasuresSequence, List.of(spacing(0.25)));
        Attributes image = PitfallImages.window(frames("CT", 2), 1, 2)
                .setItems(Tag.SharedFunctionalGroupsSequence, List.of(shared))
                .setItems(Tag.PerFrameFunctionalGroupsSequence, List.of(first, second));
        FrameReader reader = open(folder, image);

        assertEquals(List.of(VoiWindow.linear(40, 400)), reader.describe(0).voi());
        assertEquals(List.of(VoiWindow.linear(-600, 1500)), reader.describe(1).voi());
        assertEquals(10, reader.describe(0).place().plane().orElseThrow().position());
        assertEquals(12, reader.describe(1).place().plane().orElseThrow().position());
        assertEquals(patient(0.5), reader.describe(0).place().spacing());
        assertEquals(patient(0.25), reader.describe(1).place().spacing());
    }

    // [utest->req~dicom-image.frame-time~1]
    /** C.7.6.5: the pointer says which; the vector holds the time since the frame before, 0 first. */
    @ParameterizedTest
    @CsvSource({
        "vector, 0, 40",
        "vector, 1, 100",
        "vector, 2, 100",
        "time, 0, 33",
        "time, 2, 33",
        "neither, 0, 33",
        "rate, 0, 50",
        "cine, 0, 25"
    })
    void pitfall24TheTimeOfAFrameIsThatOfTheAttributePointedTo(String pointer, int frame, int milliseconds)
            throws Exception {
        Attributes image = frames("US", 3);
        switch (pointer) {
            case "rate" -> image.setNumbers(Tag.RecommendedDisplayFrameRate, VR.IS, 20);
            case "cine" -> image.setNumbers(Tag.CineRate, VR.IS, 40);
            default ->
                image.setNumbers(Tag.FrameTime, VR.DS, 33)
                        .setNumbers(Tag.FrameTimeVector, VR.DS, 0, 40, 100)
                        .setNumbers(Tag.RecommendedDisplayFrameRate, VR.IS, 20);
        }
        if (pointer.equals("vector") || pointer.equals("time")) {
            int element = pointer.equals("vector") ? 0x65 : 0x63;
            image.setBytes(Tag.FrameIncrementPointer, VR.AT, new byte[] {0x18, 0, (byte) element, 0x10});
        }

        assertEquals(
                Optional.of(Duration.ofMillis(milliseconds)),
                open(folder, image).describe(frame).frameTime());
    }

    @Test
    void pitfall24NoStatementIsNoTime() throws Exception {
        assertEquals(
                Optional.empty(),
                open(folder, frames("US", 3).setNumbers(Tag.FrameTime, VR.DS, 0))
                        .describe(0)
                        .frameTime());
    }

    /** Numbers run against the patient; place goes first, numbers only decide at one place. */
    @Test
    void pitfall25NumbersDoNotOrderSlicesThatHaveAPlace() {
        List<Instance> instances = List.of(slice(1, AXIAL, 30), slice(2, AXIAL, 20), slice(3, AXIAL, 10));

        ImageStack stack =
                only(StudyLayout.of(study(series(1, "Axial", instances))).stacks());

        assertEquals(
                List.of(uid(3), uid(2), uid(1)),
                stack.frames().stream().map(key -> key.sopInstance()).toList());
    }

    /** One series with axial and coronal slices by turns, and a scout of another series: three stacks, the scout last. */
    @Test
    void pitfall26OneSeriesIsPartedByOrientationAndLocalizersStayApart() {
        List<Instance> mixed = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            mixed.add(slice(i, i % 2 == 0 ? AXIAL : CORONAL, i));
        }
        List<Instance> scout = List.of(slice(100, CORONAL, 0));

        List<ImageStack> stacks = StudyLayout.of(study(series(1, "Scout", scout), series(2, "Mixed", mixed)))
                .stacks();

        assertEquals(
                List.of(6, 6, 1),
                stacks.stream().map(stack -> stack.frames().size()).toList());
        assertEquals(uid(100), stacks.get(2).frames().get(0).sopInstance());
    }

    /** Two echoes at each place: first all of the one, then all of the other, not by turns. */
    @Test
    void pitfall26SlicesAtOnePlaceFollowInPasses() {
        List<Instance> echoes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            echoes.add(slice(i + 1, AXIAL, Math.floorDiv(i, 2) * 5));
        }

        ImageStack stack =
                only(StudyLayout.of(study(series(1, "Echoes", echoes))).stacks());

        assertEquals(
                List.of(uid(1), uid(3), uid(5), uid(7), uid(2), uid(4), uid(6), uid(8)),
                stack.frames().stream().map(key -> key.sopInstance()).toList());
        assertEquals(5, stack.steps().stepMm());
    }

    private static ImageStack only(List<ImageStack> stacks) {
        assertEquals(1, stacks.size());
        return stacks.get(0);
    }

    private static Attributes frames(String modality, int count) {
        return grey(modality, 1, 1)
                .setNumbers(Tag.NumberOfFrames, VR.IS, count)
                .setBytes(Tag.PixelData, VR.OW, words(new int[count]));
    }

    private static Attributes voi(double center, double width) {
        return PitfallImages.window(new Attributes(), center, width);
    }

    private static Attributes spacing(double mm) {
        return new Attributes().setNumbers(Tag.PixelSpacing, VR.DS, mm, mm);
    }

    private static ImageSpacing patient(double mm) {
        return new ImageSpacing.Known(new PixelSpacing(mm, mm), ImageSpacing.Source.PATIENT);
    }

    private static Attributes orientation() {
        return new Attributes().setNumbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0);
    }

    private static Attributes position(double z) {
        return new Attributes().setNumbers(Tag.ImagePositionPatient, VR.DS, 0, 0, z);
    }

    private static Uid uid(int number) {
        return new Uid("1.2.7." + number);
    }

    private static Instance slice(int number, String orientation, double position) {
        return new Instance(
                uid(number),
                CT,
                Optional.of(number),
                1,
                Optional.of(new Instance.Place(orientation, position)),
                Path.of("none.dcm"));
    }

    private static Series series(int number, String description, List<Instance> instances) {
        return new Series(new Uid("1.2." + number), "CT", Optional.of(number), description, "", instances);
    }

    private static Study study(Series... series) {
        Patient patient = new Patient("C-1", "", "SYNTHETIC^Anna", Optional.empty(), "F");
        StudyIdentity identity = new StudyIdentity(
                new Uid("1.2"), patient, "A-1", Optional.of(LocalDateTime.of(2026, 1, 2, 3, 4)), "Study", "");
        return new Study(identity, new FacilityId("demo"), Instant.EPOCH, List.of(series));
    }
}

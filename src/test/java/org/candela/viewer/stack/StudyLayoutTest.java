package org.candela.viewer.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.candela.Corpus;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.facility.FacilityId;
import org.candela.image.SliceAlignment;
import org.candela.image.SlicePlane;
import org.candela.image.SliceSteps;
import org.candela.study.FrameKey;
import org.candela.study.Instance;
import org.candela.study.Patient;
import org.candela.study.Series;
import org.candela.study.Study;
import org.candela.study.StudyIdentity;
import org.candela.viewer.hanging.Protocols;
import org.candela.viewer.layout.Hanging;
import org.candela.viewer.layout.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyLayoutTest {
    private static final String AXIAL = "1.000\\0.000\\0.000\\0.000\\1.000\\0.000";
    private static final String CORONAL = "1.000\\0.000\\0.000\\0.000\\0.000\\-1.000";
    private static final Uid ANY_CLASS = new Uid("1.2.840.10008.5.1.4.1.1.2");

    @Test
    void localizersComeLastAndReportsNotAtAll() {
        ReadingStudy laidOut = StudyLayout.of(study(
                "DOE^JANE",
                series(1, "CT", "Scout", 1, 1),
                series(2, "CT", "Axial", 1, 1, 1, 1, 1),
                series(3, "SR", "", 0)));

        assertEquals(
                List.of("Axial", "Scout"),
                laidOut.stacks().stream().map(ImageStack::title).toList());
        assertEquals(5, laidOut.stacks().get(0).frames().size());
    }

    @Test
    void everyCineIsAStackOfItsOwnAndStillsStayTogether() {
        ReadingStudy laidOut = StudyLayout.of(study("DOE^JANE", series(1, "US", "Abdomen", 1, 40, 1, 30)));

        assertEquals(
                List.of(40, 30, 2),
                laidOut.stacks().stream().map(stack -> stack.frames().size()).toList());
        assertTrue(laidOut.stacks().get(0).isMultiFrame());
        assertFalse(laidOut.stacks().get(2).isMultiFrame());
    }

    // [utest->req~viewer.stack-by-plane~1]
    @Test
    void slicesOfSeveralOrientationsAreAStackForEach() {
        List<Instance> instances = IntStream.range(0, 12)
                .mapToObj(i -> slice("1.2.7." + (i + 1), i % 2 == 0 ? AXIAL : CORONAL, 10 - i))
                .toList();

        List<ImageStack> stacks =
                StudyLayout.of(study("DOE^JANE", of(7, instances))).stacks();

        assertEquals(
                List.of(6, 6),
                stacks.stream().map(stack -> stack.frames().size()).toList());
        assertEquals(new Uid("1.2.7.11"), stacks.get(0).frames().get(0).sopInstance());
    }

    // [utest->req~study.slice-order~1]
    @Test
    void cosinesThatWereRoundedApartStayOneStackInOrder() {
        String rounded = "1.000\\0.001\\0.000\\-0.001\\1.000\\0.000";
        List<Instance> instances = IntStream.range(0, 12)
                .mapToObj(i -> slice("1.2.7." + (i + 1), i % 2 == 0 ? AXIAL : rounded, 12 - i))
                .toList();

        List<ImageStack> stacks =
                StudyLayout.of(study("DOE^JANE", of(7, instances))).stacks();

        assertEquals(1, stacks.size());
        assertEquals(new Uid("1.2.7.12"), stacks.get(0).frames().get(0).sopInstance());
        assertTrue(stacks.get(0).steps().isEven());
    }

    @Test
    void theFewPlanesOfALocalizerStayOneStack() {
        List<Instance> instances = List.of(slice("1.2.7.1", AXIAL, 0), slice("1.2.7.2", CORONAL, 0));

        assertEquals(
                1, StudyLayout.of(study("DOE^JANE", of(7, instances))).stacks().size());
    }

    // [utest->req~image.slice-passes~1]
    @Test
    void phasesFollowOneAnotherAndOneRepeatedSliceIsTold() {
        List<Instance> phases = IntStream.range(0, 6)
                .mapToObj(i -> slice("1.2.7." + (i + 1), AXIAL, Math.floorDiv(i, 2)))
                .toList();
        List<Instance> once =
                List.of(slice("1.2.7.1", AXIAL, 0), slice("1.2.7.2", AXIAL, 1), slice("1.2.7.3", AXIAL, 1));

        ImageStack stack =
                StudyLayout.of(study("DOE^JANE", of(7, phases))).stacks().get(0);

        assertEquals(
                List.of("1", "3", "5", "2", "4", "6"),
                stack.frames().stream()
                        .map(key -> key.sopInstance().value().substring(6))
                        .toList());
        assertTrue(stack.steps().isEven());
        assertEquals(List.of(2), of(7, once).steps().repeated());
    }

    // [utest->req~viewer.frames-by-place~1]
    @Test
    void framesOfARealEnhancedCtHangByPositionAndThoseOfACineAsFiled() throws Exception {
        Path file = Corpus.folder().resolve("derived/enhanced/ect.dcm");
        FrameReader reader = FrameReader.open(file);
        Instance image = instance("1.2.7.1", reader.frameCount(), file);
        Series cine = new Series(new Uid("1.2.8"), "US", Optional.of(8), "", "", List.of(image));

        List<ImageStack> stacks =
                StudyLayout.of(study("DOE^JANE", of(7, List.of(image)), cine)).stacks();

        List<Double> positions = new ArrayList<>();
        for (FrameKey key : stacks.get(0).frames()) {
            positions.add(reader.describe(key.frameIndex())
                    .place()
                    .plane()
                    .orElseThrow()
                    .position());
        }
        assertEquals(positions.stream().sorted().toList(), positions);
        List<Integer> filed =
                stacks.get(1).frames().stream().map(FrameKey::frameIndex).toList();
        assertEquals(filed.stream().sorted().toList(), filed);
        assertNotEquals(
                filed, stacks.get(0).frames().stream().map(FrameKey::frameIndex).toList());
    }

    // [utest->req~study.slice-steps~1]
    @Test
    void aMissingSliceIsKnownToTheStack() {
        List<Instance> instances = IntStream.of(0, 1, 2, 4, 5)
                .mapToObj(i -> slice("1.2.7." + (i + 1), AXIAL, 3 * i))
                .toList();

        SliceSteps steps = StudyLayout.of(study("DOE^JANE", of(7, instances)))
                .stacks()
                .get(0)
                .steps();

        assertEquals(List.of(new SliceSteps.Gap(2, 6)), steps.gaps());
    }

    // [utest->req~viewer.alignment-marked~1]
    @Test
    void theTiltOfARealSeriesIsKnownToItsStackAndNoneOfAStraightOne() throws Exception {
        List<ImageStack> stacks = StudyLayout.of(study(
                        "DOE^JANE",
                        of(7, real("series/ct-phantom-tilt-18.5")),
                        of(8, real("series/ct-phantom-5mm")),
                        of(9, real("series/mr-t1-384"))))
                .stacks();

        assertEquals(18.5, stacks.get(0).alignment().tiltDegrees(), 0.1);
        assertEquals(SliceAlignment.STRAIGHT, stacks.get(1).alignment());
        assertEquals(SliceAlignment.STRAIGHT, stacks.get(2).alignment());
    }

    /** Numbered so that the first of each place is now of one echo, now of the other. */
    // [utest->req~viewer.slice-kinds~1]
    @Test
    void echoesFollowOneAnotherHoweverTheyAreNumbered(@TempDir Path folder) throws IOException {
        List<Instance> echoes = List.of(
                echo(1, 0, "20", folder),
                echo(2, 0, "90", folder),
                echo(3, 2, "90", folder),
                echo(4, 2, "20", folder),
                echo(5, 4, "20", folder),
                echo(6, 4, "90", folder));

        ImageStack stack =
                StudyLayout.of(study("DOE^JANE", of(7, echoes))).stacks().get(0);

        assertEquals(
                List.of("1", "4", "5", "2", "3", "6"),
                stack.frames().stream()
                        .map(key -> key.sopInstance().value().substring(6))
                        .toList());
        assertTrue(stack.steps().isEven());
    }

    private static Instance echo(int number, int positionMm, String echoTime, Path folder) throws IOException {
        return slice(
                number,
                positionMm,
                pixels("1.2.7." + number)
                        .set(Tag.EchoTime, VR.DS, echoTime)
                        .set(Tag.TriggerTime, VR.DS, String.valueOf(100 * number)),
                folder);
    }

    // [utest->req~viewer.alignment-marked~1]
    @Test
    void oneSliceOfAnotherSpacingIsToldOfTheStack(@TempDir Path folder) throws IOException {
        List<Instance> mixed = List.of(slice(1, 0.5, folder), slice(2, 0.5, folder), slice(3, 0.75, folder));

        ImageStack stack =
                StudyLayout.of(study("DOE^JANE", of(7, mixed))).stacks().get(0);

        assertEquals(new SliceAlignment(0, false, true), stack.alignment());
        assertEquals(3, stack.frames().size());
    }

    private static Instance slice(int number, double spacingMm, Path folder) throws IOException {
        Attributes image = pixels("1.2.7." + number)
                .set(Tag.PixelSpacing, VR.DS, String.valueOf(spacingMm), String.valueOf(spacingMm));
        return slice(number, 2 * number, image, folder);
    }

    private static Instance slice(int number, int positionMm, Attributes image, Path folder) throws IOException {
        image.set(Tag.ImagePositionPatient, VR.DS, "0", "0", String.valueOf(positionMm))
                .set(Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", "1", "0");
        Path file = folder.resolve(number + ".dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return new Instance(
                new Uid("1.2.7." + number),
                ANY_CLASS,
                Optional.of(number),
                1,
                Optional.of(new Instance.Place(AXIAL, positionMm)),
                file);
    }

    /** As the library would admit them. */
    private static List<Instance> real(String folder) throws Exception {
        List<Instance> instances = new ArrayList<>();
        for (Path file : Corpus.files(folder)) {
            Attributes dataSet = DicomReader.readHeader(file).dataSet();
            SlicePlane plane =
                    FrameReader.open(file).describe(0).place().plane().orElseThrow();
            String orientation = dataSet.numbers(Tag.ImageOrientationPatient).stream()
                    .map(cosine -> String.format(Locale.ROOT, "%.3f", cosine + 0.0))
                    .collect(Collectors.joining("\\"));
            instances.add(new Instance(
                    dataSet.uid(Tag.SOPInstanceUID).orElseThrow(),
                    ANY_CLASS,
                    dataSet.integer(Tag.InstanceNumber),
                    1,
                    Optional.of(new Instance.Place(orientation, plane.position())),
                    file));
        }
        return instances;
    }

    private static Series of(int number, List<Instance> instances) {
        return new Series(new Uid("1.2." + number), "CT", Optional.of(number), "Axial", "", instances);
    }

    private static Instance slice(String uid, String orientation, double positionMm) {
        return new Instance(
                new Uid(uid),
                ANY_CLASS,
                Optional.empty(),
                1,
                Optional.of(new Instance.Place(orientation, positionMm)),
                Path.of("none.dcm"));
    }

    @Test
    void aSyntheticPatientIsKnownByName() {
        assertTrue(StudyLayout.of(study("SYNTHETIC^Anna")).banner().isSynthetic());
        assertFalse(StudyLayout.of(study("DOE^JANE")).banner().isSynthetic());
    }

    @Test
    void noNameEscapesIntoText() {
        assertFalse(StudyLayout.of(study("DOE^JANE")).toString().contains("DOE"));
    }

    @Test
    // [utest->req~viewer.hanging~1]
    void mammogramsOfOneSeriesHangBySideAndView(@TempDir Path folder) throws IOException {
        Series series = new Series(
                new Uid("1.2.9"),
                "MG",
                Optional.of(1),
                "Screening",
                "BREAST",
                List.of(
                        mammogram(1, "L", "MLO", folder),
                        mammogram(2, "L", "CC", folder),
                        mammogram(3, "R", "CC", folder)));

        Hanging hung = Protocols.shipped()
                .stages(StudyLayout.of(study("DOE^JANE", series)), List.of())
                .get(0)
                .hanging();

        assertEquals(List.of("R", "CC"), sideAndView(hung, Place.LEFT));
        assertEquals(List.of("L", "CC"), sideAndView(hung, Place.RIGHT));
    }

    @Test
    void aMammogramWhoseFileCannotBeReadStillHasAPlace() {
        ReadingStudy laidOut = StudyLayout.of(study("DOE^JANE", series(1, "MG", "Screening", 1)));

        assertEquals(Optional.empty(), laidOut.stacks().get(0).laterality());
    }

    private static List<String> sideAndView(Hanging hung, Place place) {
        ImageStack stack = hung.at(place).orElseThrow().stack();
        return List.of(stack.laterality().orElseThrow(), stack.view().orElseThrow());
    }

    private static Instance mammogram(int number, String side, String view, Path folder) throws IOException {
        Attributes image =
                pixels("1.2.9." + number).set(Tag.ImageLaterality, VR.CS, side).set(Tag.ViewPosition, VR.CS, view);
        Path file = folder.resolve(number + ".dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return instance("1.2.9." + number, 1, file);
    }

    private static Attributes pixels(String uid) {
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.1.2")
                .set(Tag.SOPInstanceUID, VR.UI, uid)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .setNumbers(Tag.Rows, VR.US, 1)
                .setNumbers(Tag.Columns, VR.US, 2)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 12)
                .setNumbers(Tag.HighBit, VR.US, 11)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setBytes(Tag.PixelData, VR.OW, new byte[] {1, 2, 3, 4});
    }

    private static Study study(String name, Series... series) {
        Patient patient = new Patient("C-1", "", name, Optional.empty(), "F");
        StudyIdentity identity = new StudyIdentity(
                new Uid("1.2"), patient, "A-1", Optional.of(LocalDateTime.of(2026, 1, 2, 3, 4)), "Study", "");
        return new Study(identity, new FacilityId("demo"), Instant.EPOCH, List.of(series));
    }

    private static Series series(int number, String modality, String title, int... frameCounts) {
        List<Instance> instances = IntStream.range(0, frameCounts.length)
                .mapToObj(i -> instance("1.2." + number + "." + (i + 1), frameCounts[i], Path.of("none.dcm")))
                .toList();
        return new Series(new Uid("1.2." + number), modality, Optional.of(number), title, "", instances);
    }

    private static Instance instance(String uid, int frameCount, Path file) {
        return new Instance(new Uid(uid), ANY_CLASS, Optional.empty(), frameCount, Optional.empty(), file);
    }
}

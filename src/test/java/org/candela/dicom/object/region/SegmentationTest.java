package org.candela.dicom.object.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.candela.Corpus;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Dictionary;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.UnsupportedObjectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentationTest {
    @TempDir
    private Path folder;

    // [utest->req~dicom-object.segment-read~1]
    @Test
    void segmentsAreReadWithNameMeaningAndColour() throws Exception {
        Segmentation segmentation = SegmentationReader.read(SegmentSamples.binary());

        Segment kidney = segmentation.segment(2).orElseThrow();
        assertEquals("Kidney", kidney.label());
        assertEquals("Tissue", kidney.property().orElseThrow().category().meaning());
        assertEquals(0xFFFF0000, kidney.color().orElseThrow().argb());
        assertEquals("MANUAL", kidney.origin().algorithmType());
        assertEquals(OptionalInt.of(2), segmentation.frames().get(1).segment());
        assertEquals(20, segmentation.frames().get(1).plane().orElseThrow().position());
    }

    /** 15 pixels a frame: the second frame begins amid a byte (PS3.5 8.1.1). */
    // [utest->req~dicom-object.segment-masks~1]
    @Test
    void bitsRunOnAcrossRowsAndFrames() throws Exception {
        SegmentMasks masks = masks(SegmentSamples.binary());

        List<SegmentMask> first = masks.on(SegmentSamples.source(1));
        List<SegmentMask> second = masks.on(SegmentSamples.source(2));

        assertEquals(List.of(1), first.stream().map(SegmentMask::segment).toList());
        assertEquals(List.of(2), second.stream().map(SegmentMask::segment).toList());
        assertEquals(
                List.of(255, 255, 2),
                List.of(
                        first.get(0).at(0, 0),
                        first.get(0).at(2, 4),
                        first.get(0).count()));
        assertEquals(
                List.of(255, 255, 2),
                List.of(
                        second.get(0).at(0, 0),
                        second.get(0).at(1, 2),
                        second.get(0).count()));
    }

    // [utest->req~dicom-object.segment-masks~1]
    @ParameterizedTest
    @CsvSource({"PROBABILITY", "OCCUPANCY"})
    void aFractionIsOfItsMaximumAndTheLeastIsSeen(String type) throws Exception {
        SegmentMask mask = masks(SegmentSamples.fractional(type))
                .on(SegmentSamples.source(1))
                .get(0);

        // 200 of 200, 100 of 200 (127.5, rounded), 1 of 200 (1.275)
        assertEquals(List.of(255, 128, 1, 0), List.of(mask.at(0, 0), mask.at(0, 1), mask.at(0, 2), mask.at(0, 3)));
    }

    // [utest->req~dicom-object.segment-masks~1]
    @Test
    void aLabelMapIsOneMaskForEachLabelAndNoneForTheBackground() throws Exception {
        List<SegmentMask> masks = masks(SegmentSamples.labelMap()).on(SegmentSamples.source(1));

        assertEquals(List.of(1, 2), masks.stream().map(SegmentMask::segment).toList());
        assertEquals(List.of(1, 2), masks.stream().map(SegmentMask::count).toList());
    }

    // [utest->req~dicom-object.segment-place~1]
    @Test
    void anotherImageOfTheSamePlaceIsFoundWithinHalfASlice() throws Exception {
        Segmentation segmentation = SegmentationReader.read(SegmentSamples.binary());

        assertEquals(List.of(0), indices(segmentation, SegmentSamples.other(14.9, 2)));
        assertEquals(List.of(1), indices(segmentation, SegmentSamples.other(15.1, 2)));
        assertEquals(List.of(), indices(segmentation, SegmentSamples.other(25.1, 2)));
        ImageTarget elsewhere = new ImageTarget(
                new Uid("1.2.8"),
                1,
                new ImageTarget.Grid(3, 5),
                Optional.of(new ImageTarget.Place(
                        new Uid("1.2.99"), SegmentSamples.place(10, 2).plane(), 5)));
        assertEquals(List.of(), indices(segmentation, elsewhere), "another frame of reference");
    }

    /** A resampled segmentation names every image of its source in every frame. */
    // [utest->req~dicom-object.segment-place~1]
    @Test
    void aFrameThatNamesAnImageOfAnotherPlaceIsNotOnIt() throws Exception {
        Attributes dataSet = SegmentSamples.binary();
        Attributes first = dataSet.items(Tag.PerFrameFunctionalGroupsSequence).get(0);
        dataSet.items(Tag.PerFrameFunctionalGroupsSequence)
                .get(1)
                .setItems(RegionTag.DerivationImageSequence, first.items(RegionTag.DerivationImageSequence));
        ImageTarget target = new ImageTarget(
                new Uid("1.2.7.1"), 1, new ImageTarget.Grid(3, 5), Optional.of(SegmentSamples.place(10, 2)));

        assertEquals(List.of(0), indices(SegmentationReader.read(dataSet), target));
    }

    /** Pixels of 1 mm over pixels of 2 mm: each of these is seen as four. */
    // [utest->req~dicom-object.segment-masks~1]
    @Test
    void aMaskIsLaidOverAnImageOfFinerPixels() throws Exception {
        SegmentMask mask =
                masks(SegmentSamples.binary()).on(SegmentSamples.other(20, 1)).get(0);

        assertEquals(8, mask.count());
        assertEquals(List.of(255, 255, 0), List.of(mask.at(0, 0), mask.at(1, 1), mask.at(2, 2)));
        assertEquals(List.of(255, 255), List.of(mask.at(2, 4), mask.at(3, 5)));
    }

    // [utest->req~dicom-object.segment-masks~1]
    @Test
    void aMaskOfAnotherSizeWithoutAPlaneIsRefused() throws Exception {
        ImageTarget larger = new ImageTarget(new Uid("1.2.7.1"), 1, new ImageTarget.Grid(6, 10), Optional.empty());
        SegmentMasks masks = masks(SegmentSamples.binary());

        assertThrows(UnsupportedObjectException.class, () -> masks.on(larger));
    }

    // [utest->req~dicom-object.segment-read~1]
    @Test
    void moreDescriptionsThanFramesAreSaid() throws Exception {
        Segmentation read = SegmentationReader.read(SegmentSamples.binary().setNumbers(Tag.NumberOfFrames, VR.IS, 1));

        assertEquals(1, read.frames().size());
        assertEquals(List.of("frames are described that there are not"), read.warnings());
    }

    // [utest->req~dicom-object.segment-read~1]
    @Test
    void whatASegmentationCannotMeanIsRefused() {
        Attributes unknown = SegmentSamples.binary().set(RegionTag.SegmentationType, VR.CS, "FUZZY");
        Attributes tooFew = SegmentSamples.binary().setNumbers(Tag.NumberOfFrames, VR.IS, 3);

        assertEquals(RegionTag.SegmentationType, refusal(unknown).tag());
        assertEquals("(5200,9230): 2 items for 3 frames", refusal(tooFew).getMessage());
        assertEquals(Tag.SOPClassUID, refusal(ObjectFiles.image("1.2")).tag());
    }

    /** Sums of the same frames by pydicom's pixel_array. */
    // [utest->req~dicom-object.segment-masks~1]
    @ParameterizedTest
    @CsvSource({
        "pydicom+pydicom-data/liver.dcm, 36233 35645 35220",
        "pydicom+pydicom-data/liver_rle.dcm, 36233 35645 35220",
        "pydicom+pydicom/liver_1frame.dcm, 36233",
        "ImagingDataCommons+highdicom/test_files/seg_image_ct_binary_overlap.dcm, 16 16 16 16 4 4 4 4"
    })
    void masksOfTheCorpusHaveThePixelsThatPydicomCounts(String name, String expected) throws Exception {
        Path file = Corpus.folder().resolve(name);
        Segmentation segmentation =
                SegmentationReader.read(DicomReader.read(file).dataSet());
        SegmentMasks masks = new SegmentMasks(segmentation, FrameReader.open(file));
        List<String> counts = new ArrayList<>();
        for (SegmentFrame frame : segmentation.frames()) {
            ImageTarget target =
                    new ImageTarget(frame.sources().get(0).sopInstanceUid(), 1, segmentation.grid(), Optional.empty());
            int segment = frame.segment().orElseThrow();
            masks.on(target).stream()
                    .filter(mask -> mask.segment() == segment)
                    .forEach(mask -> counts.add(String.valueOf(mask.count())));
        }

        assertEquals(expected, String.join(" ", counts));
    }

    /** 10 × 10 bits a frame, 62 frames of dots: each has four pixels to pydicom. */
    // [utest->req~dicom-object.segment-masks~1]
    @Test
    void framesOfAHundredBitsAreReadFromAmidTheirBytes() throws Exception {
        Path file = Corpus.folder().resolve("ImagingDataCommons+highdicom/test_files/seg_image_sm_dots.dcm");
        Segmentation segmentation =
                SegmentationReader.read(DicomReader.read(file).dataSet());
        FrameReader reader = FrameReader.open(file);

        for (int frame = 0; frame < 8; frame++) {
            int sum = 0;
            for (short value : reader.read(frame).samples()) {
                sum += value;
            }
            assertEquals(4, sum);
        }
        assertEquals(62, segmentation.frames().size());
    }

    /** Labels and sums by pydicom. */
    // [utest->req~dicom-object.segment-read~1]
    @Test
    void theLabelMapOfTheCorpusIsRead() throws Exception {
        Path file =
                Corpus.folder().resolve("ImagingDataCommons+highdicom/test_files/seg_image_sm_control_labelmap.dcm");
        Segmentation segmentation =
                SegmentationReader.read(DicomReader.read(file).dataSet());
        SegmentFrame first = segmentation.frames().get(0);
        ImageTarget target = new ImageTarget(
                first.sources().get(0).sopInstanceUid(),
                first.sources().get(0).frames().get(0),
                segmentation.grid(),
                Optional.empty());

        List<SegmentMask> masks = new SegmentMasks(segmentation, FrameReader.open(file)).on(target);

        assertEquals(Segmentation.Kind.LABELMAP, segmentation.coding().kind());
        assertEquals("RGB(37, 231, 253)", segmentation.segment(1).orElseThrow().label());
        int sum = masks.stream().mapToInt(mask -> mask.segment() * mask.count()).sum();
        assertEquals(288, sum);
    }

    @Test
    void everyTagHasTheNameOfTheDictionary() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (var field : RegionTag.class.getDeclaredFields()) {
            String keyword = Dictionary.standard().keyword(field.getInt(null)).orElse("unknown");
            if (!keyword.equals(field.getName())) {
                wrong.add(field.getName() + " is " + keyword);
            }
        }

        assertEquals(List.of(), wrong);
    }

    private static List<Integer> indices(Segmentation segmentation, ImageTarget target) {
        return segmentation.framesOn(target).stream().map(SegmentFrame::index).toList();
    }

    private static UnsupportedObjectException refusal(Attributes dataSet) {
        return assertThrows(UnsupportedObjectException.class, () -> SegmentationReader.read(dataSet));
    }

    private SegmentMasks masks(Attributes dataSet) throws Exception {
        Path file = ObjectFiles.file(dataSet, folder, "seg.dcm");
        return new SegmentMasks(SegmentationReader.read(dataSet), FrameReader.open(file));
    }
}

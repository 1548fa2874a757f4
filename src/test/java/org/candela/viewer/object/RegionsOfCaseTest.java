package org.candela.viewer.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.candela.Corpus;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.region.Contour;
import org.candela.dicom.object.region.RegionOfInterest;
import org.candela.dicom.object.region.SegmentSamples;
import org.candela.dicom.object.region.StructureSet;
import org.candela.image.ImagePoint;
import org.candela.image.Vector3;
import org.candela.measure.RegionStatistics;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.Regions;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.ViewerActions;
import org.candela.viewer.Viewport;
import org.candela.viewer.region.FoundRegion;
import org.candela.viewer.region.FoundRegions;
import org.candela.viewer.region.RegionName;
import org.candela.viewer.region.RegionReach;
import org.candela.viewer.region.RegionSize;
import org.candela.viewer.region.SentRegions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of 3 × 5 pixels of 2 mm, stored value 10 · row + column, at z = 10 and 20 like the masks of the samples. */
class RegionsOfCaseTest {
    private static final FrameKey FIRST = new FrameKey(new Uid("1.2.7.1"), 0);
    private static final String ELSEWHERE = "1.2.3.4.99";

    @TempDir
    private Path folder;

    // [utest->req~viewer.regions-shown~1]
    @Test
    void aMaskLiesOnTheImageItWasMadeFromWithItsNameAndColour() throws Exception {
        FoundRegions found = segmentation(SegmentSamples.binary()).on(FIRST, image(10, space()), 10);

        FoundRegion liver = found.regions().get(0);
        assertEquals(List.of("Liver"), names(found));
        assertEquals(List.of(), found.refusals());
        assertEquals(0xFFFF0000, liver.name().argb());
        // The first and the last of 15 pixels.
        assertEquals(List.of(255, 0, 255), List.of(at(liver, 0, 0), at(liver, 1, 2), at(liver, 2, 4)));
        assertEquals(2, liver.lines().size());
    }

    // [utest->req~viewer.regions-measured~1]
    @Test
    void areaVolumeAndValuesAreThoseOfThePixelsThatBelongToIt() throws Exception {
        RegionSize size = segmentation(SegmentSamples.binary())
                .on(FIRST, image(10, space()), 10)
                .regions()
                .get(0)
                .size()
                .orElseThrow();

        // Two pixels of 2 × 2 mm, stored 0 and 24; slices at 10 and 20 mm, the segment in one of them.
        assertEquals(2, size.pixels());
        assertEquals(8, size.areaMm2().orElseThrow(), 1e-9);
        assertEquals(2 * 4 * 10, size.volumeMm3().orElseThrow(), 1e-9);
        RegionStatistics values = size.values().orElseThrow();
        assertEquals(12, values.mean(), 1e-9);
        assertEquals(Math.sqrt(2 * 12 * 12), values.standardDeviation(), 1e-9); // by n − 1
        assertEquals(List.of(0.0, 24.0), List.of(values.minimum(), values.maximum()));
    }

    // [utest->req~viewer.regions-shown~1]
    @Test
    void fractionsAreKeptAndLabelsOfAMapAreRegions() throws Exception {
        FoundRegions fractions =
                segmentation(SegmentSamples.fractional("OCCUPANCY")).on(FIRST, image(10, space()), 10);
        FoundRegions labels = segmentation(SegmentSamples.labelMap()).on(FIRST, image(10, space()), 10);

        FoundRegion liver = fractions.regions().get(0);
        assertEquals(List.of(255, 128, 1), List.of(at(liver, 0, 0), at(liver, 0, 1), at(liver, 0, 2)));
        assertEquals(2, liver.size().orElseThrow().pixels()); // half and more
        assertEquals(List.of("Liver", "Kidney"), names(labels));
        assertEquals(2, labels.regions().get(1).size().orElseThrow().pixels());
    }

    // [utest->req~viewer.regions-shown~1]
    @Test
    void anotherFrameOfReferenceAndAnotherSizeAreRefusedInWords() throws Exception {
        SegmentationValue sent = segmentation(SegmentSamples.binary());
        FrameKey other = new FrameKey(new Uid("1.2.8"), 0);

        FoundRegions apart = sent.on(other, image(10, Optional.of(new Uid(ELSEWHERE))), 10);
        FoundRegions size = segmentation(withoutPlanes(SegmentSamples.binary()))
                .on(FIRST, loaded(ObjectFiles.image("1.2.7.1")), 10);
        FoundRegions besides = sent.on(other, image(14, space()), 2);

        assertEquals(List.of("segmentation SAMPLE: made in another frame of reference"), apart.refusals());
        assertEquals(List.of("segmentation SAMPLE: does not fit this image"), size.refusals());
        assertEquals(FoundRegions.NOTHING, besides);
    }

    // [utest->req~viewer.regions-shown~1]
    @Test
    void onAnotherSeriesOfTheFrameOfReferenceAMaskIsFoundByItsPlane() throws Exception {
        FoundRegions found =
                segmentation(SegmentSamples.binary()).on(new FrameKey(new Uid("1.2.8"), 0), image(20.5, space()), 2);

        assertEquals(List.of("Kidney"), names(found));
    }

    // [utest->req~viewer.contours-shown~1]
    @Test
    void contoursAreLinesOnTheImagesTheyLieOnAndOnNoOther() throws Exception {
        StructureSetValue sent = new StructureSetValue(contours(space()));

        FoundRegions on = sent.on(FIRST, image(10.9, space()), 2);
        FoundRegions beside = sent.on(FIRST, image(11.1, space()), 2);
        FoundRegions apart = sent.on(FIRST, image(10, Optional.of(new Uid(ELSEWHERE))), 2);

        // Patient points 0/0, 4/0, 4/4 mm in pixels of 2 mm; closed.
        assertEquals(
                List.of(new ImagePoint(0, 0), new ImagePoint(2, 0), new ImagePoint(2, 2), new ImagePoint(0, 0)),
                on.regions().get(0).lines().get(0));
        assertEquals(List.of("PTV"), names(on));
        assertEquals(FoundRegions.NOTHING, beside);
        assertEquals(List.of("structure set: made in another frame of reference"), apart.refusals());
    }

    // [utest->req~viewer.region-list~1]
    @Test
    void howFarTheyReachIsToldWithTheSliceWhereMostOfThemLies() throws Exception {
        SentRegions masks = segmentation(SegmentSamples.binary());
        RegionReach mask =
                Objects.requireNonNull(masks.reaches().get(masks.names().get(0)));
        SentRegions set = new StructureSetValue(contours(space()));
        RegionReach outline =
                Objects.requireNonNull(set.reaches().get(set.names().get(0)));

        assertEquals(2 * 4 * 10, mask.volumeMm3().orElseThrow(), 1e-9);
        assertEquals(10, mask.largest().orElseThrow().point().z(), 1e-9);
        assertEquals(OptionalDouble.empty(), outline.volumeMm3());
        assertEquals(
                new RegionReach.Spot(space(), new Vector3(0, 0, 10)),
                outline.largest().orElseThrow());
    }

    private static StructureSet contours(Optional<Uid> space) {
        Contour triangle = new Contour(
                Contour.Shape.CLOSED_PLANAR,
                List.of(new Vector3(0, 0, 10), new Vector3(4, 0, 10), new Vector3(4, 4, 10)),
                List.of());
        return new StructureSet(
                new Uid("1.2.3.9"),
                "PLAN",
                List.of(new RegionOfInterest(1, "PTV", "PTV", OptionalInt.empty(), space, List.of(triangle))),
                List.of());
    }

    // [utest->req~viewer.regions-shown~1]
    @Test
    void keysShowThemOneAloneAndHideThemAgain() throws Exception {
        try (ObjectRoom room = new ObjectRoom(folder)) {
            room.admitImages();
            Attributes segmentation = withoutPlanes(SegmentSamples.binary())
                    .set(Tag.StudyInstanceUID, VR.UI, ObjectRoom.STUDY.value())
                    .set(Tag.SeriesInstanceUID, VR.UI, "1.2.3.4.7")
                    .setNumbers(Tag.Rows, VR.US, 6)
                    .setNumbers(Tag.Columns, VR.US, 8)
                    .setBytes(Tag.PixelData, VR.OB, new byte[] {1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0});
            rename(segmentation);
            room.admit(ObjectRoom.file(segmentation, folder.resolve("segmentation.dcm")));
            room.open();
            Viewport viewport = room.session.activeViewport();
            Regions regions = room.session.beside().regions();
            assertEquals(1, regions.sent().size());
            assertEquals(FoundRegions.NOTHING, regions.on(viewport));

            run(room, ViewerAction.REGIONS);
            List<String> all = names(regions.on(viewport));
            viewport.scrollTo(1);
            List<String> second = names(regions.on(viewport));
            viewport.scrollTo(0);
            run(room, ViewerAction.NEXT_REGION);
            List<String> alone = names(regions.on(viewport));
            run(room, ViewerAction.NEXT_REGION);
            List<String> other = names(regions.on(viewport));
            run(room, ViewerAction.NEXT_REGION);
            List<String> again = names(regions.on(viewport));
            run(room, ViewerAction.REGIONS);

            assertEquals(
                    List.of(List.of("Liver"), List.of("Kidney"), List.of("Liver"), List.of(), List.of("Liver")),
                    List.of(all, second, alone, other, again));
            assertEquals(FoundRegions.NOTHING, regions.on(viewport));
            room.session.close();
            assertEquals(List.of(), regions.sent());
        }
    }

    /** The samples' source images under the names of those of the room. */
    private static void rename(Attributes segmentation) {
        List<Attributes> frames = segmentation.items(Tag.PerFrameFunctionalGroupsSequence);
        for (int i = 0; i < frames.size(); i++) {
            frames.get(i)
                    .items(0x00089124) // Derivation Image Sequence
                    .get(0)
                    .items(Tag.SourceImageSequence)
                    .get(0)
                    .set(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.3.4.1." + (i + 1));
        }
    }

    // [utest->req~viewer.regions-measured~1]
    @Test
    void aSegmentationOfTheCorpusMeasuresWhatPydicomAndNumPyDo() throws Exception {
        Path base = Corpus.folder().resolve("ImagingDataCommons+highdicom/test_files");
        Path image = base.resolve("ct_image.dcm");
        FrameKey key = new FrameKey(
                DicomReader.readHeader(image).dataSet().uid(Tag.SOPInstanceUID).orElseThrow(), 0);
        LoadedFrame loaded = LoadedFrame.of(FrameReader.open(image).load(0));

        FoundRegions found = SegmentationValue.of(base.resolve("seg_image_ct_binary_single_frame.dcm"))
                .on(key, loaded, 0);

        RegionSize size = found.regions().get(0).size().orElseThrow();
        RegionStatistics values = size.values().orElseThrow();
        String numbers = ObjectFiles.pydicom(
                base.resolve("seg_image_ct_binary_single_frame.dcm"),
                "(lambda m, v, c: ' '.join([str(int(m.sum())), repr(float(v[m].mean())), repr(float(v[m].std(ddof=1))),"
                        + " repr(float(m.sum() * c.PixelSpacing[0] * c.PixelSpacing[1]))]))"
                        + "(ds.pixel_array.astype(bool), *(lambda c: (c.pixel_array * float(c.RescaleSlope)"
                        + " + float(c.RescaleIntercept), c))(pydicom.dcmread('" + image + "')))");
        double[] peers =
                Stream.of(numbers.split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertTrue(size.pixels() > 0);
        assertEquals(peers[0], (double) size.pixels());
        assertEquals(peers[1], values.mean(), 1e-6);
        assertEquals(peers[2], values.standardDeviation(), 1e-6);
        assertEquals(peers[3], size.areaMm2().orElseThrow(), 1e-6);
    }

    private static void run(ObjectRoom room, ViewerAction action) {
        new ViewerActions(room.session).run(action);
    }

    private static int at(FoundRegion region, int row, int column) {
        return region.mask().orElseThrow().at(row, column);
    }

    private static List<String> names(FoundRegions found) {
        return found.regions().stream()
                .map(FoundRegion::name)
                .map(RegionName::name)
                .toList();
    }

    private static Optional<Uid> space() {
        return Optional.of(SegmentSamples.FRAME_OF_REFERENCE);
    }

    private static Attributes withoutPlanes(Attributes segmentation) {
        segmentation
                .items(Tag.PerFrameFunctionalGroupsSequence)
                .forEach(frame -> frame.remove(Tag.PlanePositionSequence));
        return segmentation;
    }

    private SegmentationValue segmentation(Attributes dataSet) throws Exception {
        return SegmentationValue.of(ObjectFiles.file(dataSet, folder, "segmentation.dcm"));
    }

    private LoadedFrame image(double z, Optional<Uid> space) throws Exception {
        byte[] pixels = new byte[16];
        for (int i = 0; i < 15; i++) {
            pixels[i] = (byte) (10 * (i / 5) + i % 5);
        }
        Attributes image = ObjectFiles.image("1.2.7.1")
                .setNumbers(Tag.Rows, VR.US, 3)
                .setNumbers(Tag.Columns, VR.US, 5)
                .setNumbers(Tag.ImagePositionPatient, VR.DS, 0, 0, z)
                .setNumbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0)
                .setNumbers(Tag.PixelSpacing, VR.DS, 2, 2)
                .setBytes(Tag.PixelData, VR.OW, pixels);
        space.ifPresent(uid -> image.set(Tag.FrameOfReferenceUID, VR.UI, uid.value()));
        return loaded(image);
    }

    private LoadedFrame loaded(Attributes image) throws Exception {
        return LoadedFrame.of(
                FrameReader.open(ObjectFiles.file(image, folder, "image.dcm")).load(0));
    }
}

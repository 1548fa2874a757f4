package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.Corpus;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.image.Rescale;
import org.candela.image.SlicePlane;
import org.candela.image.SliceSteps;
import org.candela.image.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameOrderTest {
    @TempDir
    private Path folder;

    // [utest->req~dicom-image.frame-order~1]
    @Test
    void framesComeByStackThenTimeThenPosition() throws Exception {
        FrameReader reader =
                enhanced(frame("2", 1, 0), frame("1", 2, 5), frame("1", 2, 0), frame("1", 1, 5), frame("1", 1, 0));

        FrameOrder order = FrameOrder.of(reader);

        assertEquals(List.of(4, 3, 2, 1, 0), order.frames());
        assertEquals(SliceSteps.NONE, order.steps());
        assertEquals(new FrameContent("1", 0, 2, List.of()), reader.content(1));
    }

    // [utest->req~dicom-image.frame-order~1]
    @Test
    void onePassKnowsItsGapsAndFramesAtOnePlaceFormPasses() throws Exception {
        FrameReader gap =
                enhanced(frame("1", 1, 9), frame("1", 1, 0), frame("1", 1, 3), frame("1", 1, 6), frame("1", 1, 15));
        FrameReader echoes = enhanced(frame("1", 1, 3), frame("1", 1, 3), frame("1", 1, 0), frame("1", 1, 0));

        assertEquals(List.of(1, 2, 3, 0, 4), FrameOrder.of(gap).frames());
        assertEquals(
                List.of(new SliceSteps.Gap(3, 6)), FrameOrder.of(gap).steps().gaps());
        assertEquals(List.of(2, 0, 3, 1), FrameOrder.of(echoes).frames());
    }

    // [utest->req~dicom-image.frame-order~1]
    @Test
    void withoutAPlaneForEachTheOrderOfTheFileStays() throws Exception {
        assertEquals(
                List.of(0, 1),
                FrameOrder.of(enhanced(frame("1", 1, 5), new Attributes())).frames());
    }

    // [utest->req~dicom-image.frame-order~1]
    @Test
    void aRealEnhancedCtOutOfOrderIsPutInOrder() throws Exception {
        int found = 0;
        for (Path file : Corpus.files("derived")) {
            String name = String.valueOf(file.getFileName());
            if (!name.contains("enhanced") && !file.toString().contains("enhanced")) {
                continue;
            }
            FrameReader reader = FrameReader.open(file);
            FrameOrder order = FrameOrder.of(reader);
            List<Double> positions = new ArrayList<>();
            for (int index : order.frames()) {
                positions.add(
                        reader.describe(index).place().plane().orElseThrow().position());
            }
            assertEquals(positions.stream().sorted().toList(), positions);
            assertTrue(order.steps().stepMm() > 0);
            found++;
        }
        assertTrue(found > 0, "no enhanced image among the derived ones");
    }

    // [utest->req~dicom-image.nuclear-plane~1]
    @Test
    void nuclearSlicesLieAlongTheNormalByTheirVector() throws Exception {
        Attributes image = nuclear().setNumbers(Tag.SpacingBetweenSlices, VR.DS, -4);

        assertEquals(new Vector3(1, 2, 3), origin(image, 1).orElseThrow());
        assertEquals(new Vector3(1, 2, -5), origin(image, 0).orElseThrow());
    }

    // [utest->req~dicom-image.nuclear-plane~1]
    @Test
    void nuclearSlicesWithoutASpacingOrOfRawViewsLieNowhere() throws Exception {
        Attributes raw = nuclear()
                .setNumbers(Tag.SpacingBetweenSlices, VR.DS, 4)
                .set(Tag.ImageType, VR.CS, "ORIGINAL\\PRIMARY\\TOMO\\EMISSION");

        assertEquals(Optional.empty(), origin(nuclear(), 0));
        assertEquals(Optional.empty(), origin(raw, 1));
    }

    // [utest->req~dicom-image.real-world~1]
    @Test
    void measuredValuesHaveAUnitAndHoldForTheirRangeAlone() throws Exception {
        Attributes whole = mapping().setNumbers(Tag.RealWorldValueSlope, VR.FD, 0.5);
        Attributes own = new Attributes().setItems(Tag.RealWorldValueMappingSequence, List.of(mapping(), whole));
        FrameReader reader = enhanced(own, frame("1", 1, 0));

        RealWorldMapping measured = reader.realWorld(0).get(0);

        assertEquals(1, reader.realWorld(0).size());
        assertEquals("g/ml{SUVbw}", measured.unit());
        assertEquals(OptionalDouble.of(51), measured.value(100));
        assertEquals(OptionalDouble.empty(), measured.value(101));
        assertEquals(List.of(), reader.realWorld(1));
        assertEquals(Rescale.IDENTITY, reader.describe(0).rescale());
    }

    private static Attributes mapping() {
        return new Attributes()
                .setNumbers(Tag.RealWorldValueFirstValueMapped, VR.US, 0)
                .setNumbers(Tag.RealWorldValueLastValueMapped, VR.US, 100)
                .setNumbers(Tag.RealWorldValueIntercept, VR.FD, 1)
                .setItems(
                        Tag.MeasurementUnitsCodeSequence,
                        List.of(new Attributes().set(Tag.CodeValue, VR.SH, "g/ml{SUVbw}")));
    }

    private static Optional<Vector3> origin(Attributes image, int frame) throws Exception {
        return ImageReader.describe(image, frame).place().plane().map(SlicePlane::origin);
    }

    private static Attributes nuclear() {
        return image(2).set(Tag.Modality, VR.CS, "NM")
                .set(Tag.ImageType, VR.CS, "ORIGINAL\\PRIMARY\\RECON TOMO\\EMISSION")
                .setNumbers(Tag.SliceVector, VR.US, 3, 1)
                .setNumbers(Tag.PixelSpacing, VR.DS, 2, 2)
                .setItems(
                        Tag.DetectorInformationSequence,
                        List.of(new Attributes()
                                .setNumbers(Tag.ImagePositionPatient, VR.DS, 1, 2, 3)
                                .setNumbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0)));
    }

    private FrameReader enhanced(Attributes... frames) throws Exception {
        Attributes image = image(frames.length)
                .set(Tag.Modality, VR.CS, "MR")
                .setItems(
                        Tag.SharedFunctionalGroupsSequence,
                        List.of(new Attributes()
                                .setItems(
                                        Tag.PlaneOrientationSequence,
                                        List.of(new Attributes()
                                                .setNumbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0)))
                                .setItems(
                                        Tag.PixelMeasuresSequence,
                                        List.of(new Attributes().setNumbers(Tag.PixelSpacing, VR.DS, 1, 1)))))
                .setItems(Tag.PerFrameFunctionalGroupsSequence, List.of(frames));
        Path file = folder.resolve("enhanced.dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return FrameReader.open(file);
    }

    private static Attributes frame(String stack, int time, double z) {
        return new Attributes()
                .setItems(
                        Tag.FrameContentSequence,
                        List.of(new Attributes()
                                .set(Tag.StackID, VR.SH, stack)
                                .setNumbers(Tag.TemporalPositionIndex, VR.UL, time)))
                .setItems(
                        Tag.PlanePositionSequence,
                        List.of(new Attributes().setNumbers(Tag.ImagePositionPatient, VR.DS, 0, 0, z)));
    }

    private static Attributes image(int frames) {
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.4.1")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.NumberOfFrames, VR.IS, frames)
                .setNumbers(Tag.Rows, VR.US, 1)
                .setNumbers(Tag.Columns, VR.US, 2)
                .setNumbers(Tag.BitsAllocated, VR.US, 8)
                .setNumbers(Tag.BitsStored, VR.US, 8)
                .setBytes(Tag.PixelData, VR.OB, new byte[2 * frames]);
    }

    /** b-values alternate in their order from place to place; trigger times differ everywhere and tell nothing. */
    // [utest->req~dicom-image.slice-kinds~1]
    @Test
    void kindsAtOnePlaceArePartedByTheAttributeThatPartsThem() {
        List<Double> positions = List.of(0.0, 0.0, 2.0, 2.0, 4.0, 4.0);
        List<SliceKind> kinds =
                List.of(kind(0, 1), kind(1000, 2), kind(1000, 3), kind(0, 4), kind(0, 5), kind(1000, 6));
        List<SliceKind> alike = positions.stream().map(position -> kind(50, 0)).toList();

        assertEquals(
                List.of(0, 3, 4, 1, 2, 5), SliceKind.passes(positions, kinds).inOrder());
        assertEquals(
                List.of(0, 2, 4, 1, 3, 5), SliceKind.passes(positions, alike).inOrder());
    }

    private static SliceKind kind(double diffusionBValue, double triggerTime) {
        return new SliceKind(diffusionBValue, 80, 0, triggerTime, "DIFFUSION");
    }

    // [utest->req~dicom-image.nuclear-frames~1]
    @Test
    void framesOfNuclearMedicineComeByTheirVectorsAndSayWhatTheyAre() throws Exception {
        Attributes gated = pixels(4, "NM")
                .set(Tag.FrameIncrementPointer, VR.AT, "00540010", "00540070", "00540020")
                .setNumbers(Tag.EnergyWindowVector, VR.US, 2, 1, 2, 1)
                .setNumbers(Tag.TimeSlotVector, VR.US, 2, 2, 1, 1)
                .setNumbers(Tag.DetectorVector, VR.US, 1, 1, 1, 1)
                .setItems(
                        Tag.EnergyWindowInformationSequence,
                        List.of(
                                new Attributes().set(Tag.EnergyWindowName, VR.SH, "Tc99m"),
                                new Attributes().set(Tag.EnergyWindowName, VR.SH, "Scatter")));
        FrameReader reader = written(gated);

        assertEquals(List.of(3, 1, 2, 0), FrameOrder.of(reader).frames());
        assertEquals(
                Optional.of("energy window 2 (Scatter), time slot 2"),
                reader.describe(0).place().view());
        assertEquals(
                Optional.of("energy window 1 (Tc99m), time slot 1"),
                reader.describe(3).place().view());
    }

    /** A vector that lacks numbers tells nothing of any frame. */
    // [utest->req~dicom-image.nuclear-frames~1]
    @Test
    void aVectorThatIsTooShortOrNotPointedToIsNone() throws Exception {
        Attributes image = pixels(3, "NM")
                .set(Tag.FrameIncrementPointer, VR.AT, "00540010")
                .setNumbers(Tag.EnergyWindowVector, VR.US, 2, 1)
                .setNumbers(Tag.DetectorVector, VR.US, 3, 2, 1);
        FrameReader reader = written(image);

        assertEquals(List.of(0, 1, 2), FrameOrder.of(reader).frames());
        assertEquals(Optional.empty(), reader.describe(0).place().view());
    }

    // [utest->req~dicom-image.volume-plane~1]
    @Test
    void framesOfAnUltrasoundVolumeComeByPositionAndHaveNoPlaceInThePatient() throws Exception {
        Attributes volume = pixels(3, "US")
                .setItems(
                        Tag.SharedFunctionalGroupsSequence,
                        List.of(new Attributes()
                                .setItems(
                                        Tag.PlaneOrientationVolumeSequence,
                                        List.of(new Attributes()
                                                .setNumbers(Tag.ImageOrientationVolume, VR.FD, 1, 0, 0, 0, 1, 0)))
                                .setItems(
                                        Tag.PixelMeasuresSequence,
                                        List.of(new Attributes().set(Tag.PixelSpacing, VR.DS, "0.5", "0.5")))))
                .setItems(Tag.PerFrameFunctionalGroupsSequence, List.of(inVolume(4), inVolume(0), inVolume(2)));
        FrameReader reader = written(volume);

        FrameOrder order = FrameOrder.of(reader);

        assertEquals(List.of(1, 2, 0), order.frames());
        assertEquals(2, order.steps().stepMm());
        assertEquals(Optional.empty(), reader.describe(0).place().plane());
    }

    private static Attributes inVolume(double z) {
        return new Attributes()
                .setItems(
                        Tag.PlanePositionVolumeSequence,
                        List.of(new Attributes().setNumbers(Tag.ImagePositionVolume, VR.FD, 0, 0, z)));
    }

    private FrameReader written(Attributes image) throws Exception {
        Path file = folder.resolve("frames.dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return FrameReader.open(file);
    }

    private static Attributes pixels(int frames, String modality) {
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.20")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .set(Tag.Modality, VR.CS, modality)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.NumberOfFrames, VR.IS, frames)
                .setNumbers(Tag.Rows, VR.US, 1)
                .setNumbers(Tag.Columns, VR.US, 2)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 16)
                .setNumbers(Tag.HighBit, VR.US, 15)
                .setBytes(Tag.PixelData, VR.OW, new byte[4 * frames]);
    }
}

package org.candela.dicom.object.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.DisplayColor;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.ObjectReference;
import org.candela.image.PixelSpacing;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;

/** Segmentations of 3 rows and 5 columns for tests: frame n lies at z = 10 · n and is derived from image 1.2.7.n. */
public final class SegmentSamples {
    public static final Uid FRAME_OF_REFERENCE = new Uid("1.2.3.4.9");
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

    private SegmentSamples() {}

    /**
     * Two frames of 15 bits, one after the other: frame 1 of segment 1 has its first and last pixel, frame 2 of segment 2 its
     * first and the one in row 1, column 2 (bits 0, 14, 15 and 22).
     */
    public static Attributes binary() {
        return common("BINARY", 1, List.of(1, 2))
                .setBytes(Tag.PixelData, VR.OB, new byte[] {0x01, (byte) 0xC0, 0x40, 0});
    }

    /** One frame of fractions with a maximum of 200. */
    public static Attributes fractional(String type) {
        byte[] values = new byte[15];
        values[0] = (byte) 200;
        values[1] = 100;
        values[2] = 1;
        return common("FRACTIONAL", 8, List.of(1))
                .set(RegionTag.SegmentationFractionalType, VR.CS, type)
                .setNumbers(RegionTag.MaximumFractionalValue, VR.US, 200)
                .setBytes(Tag.PixelData, VR.OB, values);
    }

    /** One frame whose first three pixels are segments 1, 2 and 2. */
    public static Attributes labelMap() {
        byte[] values = new byte[15];
        values[0] = 1;
        values[1] = 2;
        values[2] = 2;
        Attributes dataSet = common("LABELMAP", 8, List.of(1))
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.66.7")
                .setBytes(Tag.PixelData, VR.OB, values);
        dataSet.items(Tag.PerFrameFunctionalGroupsSequence).get(0).remove(RegionTag.SegmentIdentificationSequence);
        return dataSet;
    }

    private static Attributes common(String type, int bits, List<Integer> segmentOfFrame) {
        Attributes image = ObjectFiles.image("1.2.3.4.5.6");
        List.of(Tag.PixelData, Tag.ConversionType, Tag.PatientOrientation).forEach(image::remove);
        List<Attributes> perFrame = new ArrayList<>();
        for (int i = 0; i < segmentOfFrame.size(); i++) {
            perFrame.add(frame(i + 1, segmentOfFrame.get(i)));
        }
        return image.set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.66.4")
                .set(Tag.Modality, VR.CS, "SEG")
                .set(RegionTag.ContentLabel, VR.CS, "SAMPLE")
                .set(RegionTag.SegmentationType, VR.CS, type)
                .set(Tag.FrameOfReferenceUID, VR.UI, FRAME_OF_REFERENCE.value())
                .setNumbers(Tag.Rows, VR.US, 3)
                .setNumbers(Tag.Columns, VR.US, 5)
                .setNumbers(Tag.NumberOfFrames, VR.IS, perFrame.size())
                .setNumbers(Tag.BitsAllocated, VR.US, bits)
                .setNumbers(Tag.BitsStored, VR.US, bits)
                .setNumbers(Tag.HighBit, VR.US, bits - 1)
                .setItems(RegionTag.SegmentSequence, List.of(segment(1, "Liver"), segment(2, "Kidney")))
                .setItems(Tag.SharedFunctionalGroupsSequence, List.of(shared()))
                .setItems(Tag.PerFrameFunctionalGroupsSequence, perFrame);
    }

    private static Attributes segment(int number, String label) {
        Attributes item = new Attributes()
                .setNumbers(RegionTag.SegmentNumber, VR.US, number)
                .set(RegionTag.SegmentLabel, VR.LO, label)
                .set(RegionTag.SegmentAlgorithmType, VR.CS, "MANUAL");
        new Code("85756007", "SCT", "Tissue").putInto(item, RegionTag.SegmentedPropertyCategoryCodeSequence);
        new Code("10200004", "SCT", label).putInto(item, RegionTag.SegmentedPropertyTypeCodeSequence);
        DisplayColor.ofArgb(0xFFFF0000).putInto(item, RegionTag.RecommendedDisplayCIELabValue);
        return item;
    }

    private static Attributes shared() {
        return new Attributes()
                .setItems(
                        Tag.PlaneOrientationSequence,
                        List.of(new Attributes().setNumbers(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0)))
                .setItems(
                        Tag.PixelMeasuresSequence, List.of(new Attributes().setNumbers(Tag.PixelSpacing, VR.DS, 2, 2)));
    }

    private static Attributes frame(int number, int segment) {
        Attributes source = new ObjectReference(new Uid(CT), new Uid("1.2.7." + number)).item();
        return new Attributes()
                .setItems(
                        RegionTag.DerivationImageSequence,
                        List.of(new Attributes().setItems(Tag.SourceImageSequence, List.of(source))))
                .setItems(
                        Tag.PlanePositionSequence,
                        List.of(new Attributes().setNumbers(Tag.ImagePositionPatient, VR.DS, 0, 0, 10 * number)))
                .setItems(
                        RegionTag.SegmentIdentificationSequence,
                        List.of(new Attributes().setNumbers(RegionTag.ReferencedSegmentNumber, VR.US, segment)));
    }

    /** A plane at {@code z} with pixels of {@code spacing} mm whose outer corner is that of the samples. */
    static ImageTarget.Place place(double z, double spacing) {
        double first = spacing / 2 - 1; // the samples' first pixel of 2 mm has its centre at 0
        return new ImageTarget.Place(
                FRAME_OF_REFERENCE,
                new SlicePlane(
                        new Vector3(first, first, z),
                        new Vector3(1, 0, 0),
                        new Vector3(0, 1, 0),
                        new PixelSpacing(spacing, spacing)),
                5);
    }

    /** The image that frame {@code number} was derived from, which does not say where it lies. */
    static ImageTarget source(int number) {
        return new ImageTarget(new Uid("1.2.7." + number), 1, new ImageTarget.Grid(3, 5), Optional.empty());
    }

    /** Another image at that place. */
    static ImageTarget other(double z, double spacing) {
        int factor = (int) Math.round(2 / spacing);
        return new ImageTarget(
                new Uid("1.2.8"), 1, new ImageTarget.Grid(3 * factor, 5 * factor), Optional.of(place(z, spacing)));
    }
}

package org.candela.dicom.object.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.candela.Peer;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.UnsupportedObjectException;
import org.candela.image.Vector3;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StructureSetTest {
    private static final Uid DRAWN_ON = new Uid("1.2.7.1");

    @TempDir
    private Path folder;

    /** Two regions: a square at z = 10 drawn on an image, and another at z = 20, a point and a line drawn on none. */
    static Attributes sample() {
        Attributes square = contour("CLOSED_PLANAR", 0, 0, 10, 4, 0, 10, 4, 4, 10, 0, 4, 10)
                .setItems(
                        RegionTag.ContourImageSequence,
                        List.of(new ObjectReference(new Uid("1.2.840.10008.5.1.4.1.1.2"), DRAWN_ON).item()));
        Attributes other = contour("CLOSEDPLANAR_XOR", 0, 0, 20, 4, 0, 20, 4, 4, 20);
        Attributes image = ObjectFiles.image("1.2.3.4.5.7");
        for (int tag : List.copyOf(image.tags())) {
            if (Tag.group(tag) >= 0x0028) {
                image.remove(tag);
            }
        }
        return image.set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.481.3")
                .set(Tag.Modality, VR.CS, "RTSTRUCT")
                .set(RegionTag.StructureSetLabel, VR.SH, "PLAN A")
                .setItems(RegionTag.StructureSetROISequence, List.of(roi(7, "Liver"), roi(9, "Marker")))
                .setItems(
                        RegionTag.ROIContourSequence,
                        List.of(
                                drawn(9, contour("POINT", 1, 2, 12), contour("OPEN_PLANAR", 0, 0, 11, 5, 5, 11)),
                                drawn(7, square, other).setNumbers(RegionTag.ROIDisplayColor, VR.IS, 255, 128, 0)))
                .setItems(
                        RegionTag.RTROIObservationsSequence,
                        List.of(new Attributes()
                                .setNumbers(RegionTag.ReferencedROINumber, VR.IS, 7)
                                .set(RegionTag.RTROIInterpretedType, VR.CS, "ORGAN")));
    }

    private static Attributes roi(int number, String name) {
        return new Attributes()
                .setNumbers(RegionTag.ROINumber, VR.IS, number)
                .set(RegionTag.ReferencedFrameOfReferenceUID, VR.UI, SegmentSamples.FRAME_OF_REFERENCE.value())
                .set(RegionTag.ROIName, VR.LO, name);
    }

    private static Attributes drawn(int number, Attributes... contours) {
        return new Attributes()
                .setItems(RegionTag.ContourSequence, List.of(contours))
                .setNumbers(RegionTag.ReferencedROINumber, VR.IS, number);
    }

    private static Attributes contour(String shape, double... numbers) {
        return new Attributes()
                .set(RegionTag.ContourGeometricType, VR.CS, shape)
                .setNumbers(RegionTag.ContourData, VR.DS, numbers);
    }

    // [utest->req~dicom-object.contour-read~1]
    @Test
    void regionsAreReadWithNameTypeColourAndContours() throws Exception {
        StructureSet set = StructureSetReader.read(sample());

        assertEquals("PLAN A", set.label());
        RegionOfInterest liver = set.regions().get(0);
        assertEquals("7 Liver ORGAN", liver.number() + " " + liver.name() + " " + liver.interpretedType());
        assertEquals(OptionalInt.of(0xFFFF8000), liver.argb());
        assertEquals(new Vector3(4, 4, 10), liver.contours().get(0).points().get(2));
        assertEquals(Contour.Shape.CLOSEDPLANAR_XOR, liver.contours().get(1).shape());
        assertEquals(OptionalInt.empty(), set.regions().get(1).argb());
    }

    // [utest->req~dicom-object.contour-place~1]
    @Test
    void contoursAreFoundByTheImageTheyWereDrawnOn() throws Exception {
        RegionOfInterest liver = StructureSetReader.read(sample()).regions().get(0);
        ImageTarget image = new ImageTarget(DRAWN_ON, 1, new ImageTarget.Grid(3, 5), Optional.empty());

        assertEquals(List.of(liver.contours().get(0)), liver.contoursOn(image));
    }

    // [utest->req~dicom-object.contour-place~1]
    @Test
    void contoursAreFoundWithinHalfASliceOfAnotherImageOfTheirFrameOfReference() throws Exception {
        RegionOfInterest liver = StructureSetReader.read(sample()).regions().get(0);

        assertEquals(List.of(liver.contours().get(0)), liver.contoursOn(SegmentSamples.other(14.9, 2)));
        assertEquals(List.of(liver.contours().get(1)), liver.contoursOn(SegmentSamples.other(15.1, 2)));
        assertEquals(List.of(), liver.contoursOn(SegmentSamples.other(25.1, 2)));
    }

    // [utest->req~dicom-object.contour-read~1]
    @Test
    void aContourThatIsNoneIsLeftOutAndSaid() throws Exception {
        Attributes set = sample();
        set.items(RegionTag.ROIContourSequence)
                .get(1)
                .items(RegionTag.ContourSequence)
                .get(0)
                .setNumbers(RegionTag.ContourData, VR.DS, 1, 2, 3, 4);

        StructureSet read = StructureSetReader.read(set);

        assertEquals(List.of("a contour cannot be read, not shown"), read.warnings());
        assertEquals(1, read.regions().get(0).contours().size());
    }

    // [utest->req~dicom-object.contour-read~1]
    @Test
    void anotherObjectIsRefused() {
        assertThrows(UnsupportedObjectException.class, () -> StructureSetReader.read(ObjectFiles.image("1.2")));
    }

    /** 9,000 points take more than 64 KiB of text and stay in the file until they are asked for. */
    // [utest->req~dicom-object.contour-read~1]
    @Test
    void aLongContourMadeByPydicomIsReadWhole() throws Exception {
        Peer.need("python3");
        String script = String.join(
                "\n",
                "from pydicom.dataset import Dataset, FileMetaDataset",
                "from pydicom.sequence import Sequence",
                "from pydicom.uid import ExplicitVRLittleEndian",
                "ds = Dataset(); ds.file_meta = FileMetaDataset()",
                "ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian",
                "ds.is_little_endian = True; ds.is_implicit_VR = False",
                "ds.SOPClassUID = ds.file_meta.MediaStorageSOPClassUID = '1.2.840.10008.5.1.4.1.1.481.3'",
                "ds.SOPInstanceUID = ds.file_meta.MediaStorageSOPInstanceUID = '1.2.3.77'",
                "roi = Dataset(); roi.ROINumber = 3; roi.ROIName = 'BODY'; roi.ReferencedFrameOfReferenceUID = '1.2.9'",
                "ds.StructureSetROISequence = Sequence([roi])",
                "c = Dataset(); c.ContourGeometricType = 'CLOSED_PLANAR'; c.NumberOfContourPoints = 9000",
                "c.ContourData = [v for i in range(9000) for v in (i / 4, -i / 8, 33.5)]",
                "rc = Dataset(); rc.ReferencedROINumber = 3; rc.ROIDisplayColor = [1, 2, 3]",
                "rc.ContourSequence = Sequence([c]); ds.ROIContourSequence = Sequence([rc])",
                "ds.save_as('set.dcm', write_like_original=False)");
        Path program = Files.writeString(folder.resolve("make.py"), script);
        Peer.Answer made = Peer.answer(folder, List.of("/usr/bin/python3", program.toString()));
        Assumptions.assumeTrue(!made.text().contains("No module named"), "python3-pydicom is not installed");
        assertEquals(0, made.exit(), made.text());

        RegionOfInterest body = StructureSetReader.read(
                        DicomReader.read(folder.resolve("set.dcm")).dataSet())
                .regions()
                .get(0);

        assertEquals("BODY", body.name());
        assertEquals(9000, body.contours().get(0).points().size());
        assertEquals(
                new Vector3(2249.75, -1124.875, 33.5),
                body.contours().get(0).points().get(8999));
        assertEquals(OptionalInt.of(0xFF010203), body.argb());
    }
}

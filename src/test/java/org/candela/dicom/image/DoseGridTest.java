package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.candela.Corpus;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~dicom-image.dose~1]
class DoseGridTest {
    private static final String AXIAL = "1\\0\\0\\0\\1\\0";

    @TempDir
    private Path folder;

    /** PS3.3 C.8.8.3.2: distances from the first plane, or z coordinates of an axial grid; anything else has no place. */
    @ParameterizedTest
    @CsvSource({
        "0\\2.5\\5, 1\\0\\0\\0\\1\\0, 12.5",
        "0\\-2.5\\-5, 1\\0\\0\\0\\1\\0, 7.5",
        "10\\12.5\\15, 1\\0\\0\\0\\1\\0, 12.5",
        "0\\2.5\\5, 1\\0\\0\\0\\-1\\0, 7.5",
        "10\\12.5\\15, 1\\0\\0\\0\\-1\\0, ",
        "3\\5.5\\8, 1\\0\\0\\0\\1\\0, ",
        "0, 1\\0\\0\\0\\1\\0, "
    })
    void frameOffsetsAreDistancesOrCoordinates(String offsets, String orientation, Double expectedZ) throws Exception {
        FrameReader reader = written(dose(offsets, orientation));

        Optional<SlicePlane> second = reader.describe(1).place().plane();

        assertEquals(Optional.ofNullable(expectedZ).map(z -> new Vector3(1, 2, z)), second.map(SlicePlane::origin));
    }

    @Test
    void framesComeByPlaceAndWhereOneIsMissingThereIsAGap() throws Exception {
        FrameReader reader = written(dose("0\\-3\\-9", AXIAL));

        FrameOrder order = FrameOrder.of(reader);

        assertEquals(List.of(2, 1, 0), order.frames());
        assertEquals(6, order.steps().gaps().get(0).widthMm());
    }

    @Test
    void storedValuesOf32BitsAreDose() throws Exception {
        DescribedFrame loaded = written(dose("0\\2\\4", AXIAL)).load(1);

        assertEquals("Gy", loaded.description().rescale().unit());
        assertEquals(2.5, loaded.description().rescale().apply(loaded.frame().value(0)), 1e-9);
        assertEquals(50, loaded.description().rescale().apply(loaded.frame().value(1)), 1e-9);
    }

    /** pydicom reads the same offsets and pixels of this file; its first offset is 0. */
    @Test
    void aRealDoseGridHasAPlaceForEachFrame() throws Exception {
        FrameReader reader = FrameReader.open(Corpus.folder().resolve("pydicom+pydicom/rtdose_expb.dcm"));
        List<Double> offsets = reader.dataSet().numbers(Tag.GridFrameOffsetVector);
        Vector3 first = reader.describe(0).place().plane().orElseThrow().origin();
        SlicePlane last = reader.describe(14).place().plane().orElseThrow();

        assertEquals(15, offsets.size());
        assertEquals(
                Math.abs(offsets.get(14) - offsets.get(0)),
                last.origin().minus(first).length(),
                1e-9);
        assertEquals(15, FrameOrder.of(reader).frames().size());
        assertEquals("RELATIVE", reader.describe(0).rescale().unit());
    }

    private FrameReader written(Attributes image) throws Exception {
        Path file = folder.resolve("dose.dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return FrameReader.open(file);
    }

    /** Three frames of two values, 250 000 and 5 000 000 in the second, in steps of 10 µGy. */
    private static Attributes dose(String offsets, String orientation) {
        byte[] cells = new byte[24];
        put(cells, 8, 250_000);
        put(cells, 12, 5_000_000);
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.481.2")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .set(Tag.Modality, VR.CS, "RTDOSE")
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .set(Tag.ImagePositionPatient, VR.DS, "1", "2", "10")
                .set(Tag.ImageOrientationPatient, VR.DS, orientation.split("\\\\"))
                .set(Tag.PixelSpacing, VR.DS, "2", "2")
                .set(Tag.GridFrameOffsetVector, VR.DS, offsets.split("\\\\"))
                .set(Tag.DoseGridScaling, VR.DS, "1e-5")
                .set(Tag.DoseUnits, VR.CS, "GY")
                .setNumbers(Tag.NumberOfFrames, VR.IS, 3)
                .setNumbers(Tag.Rows, VR.US, 1)
                .setNumbers(Tag.Columns, VR.US, 2)
                .setNumbers(Tag.BitsAllocated, VR.US, 32)
                .setNumbers(Tag.BitsStored, VR.US, 32)
                .setNumbers(Tag.HighBit, VR.US, 31)
                .setBytes(Tag.PixelData, VR.OW, cells);
    }

    private static void put(byte[] cells, int at, int value) {
        for (int i = 0; i < 4; i++) {
            cells[at + i] = (byte) (value >> (8 * i));
        }
    }
}

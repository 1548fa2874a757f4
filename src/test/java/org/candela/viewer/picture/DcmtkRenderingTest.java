package org.candela.viewer.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.candela.Corpus;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.dicom.image.DescribedFrame;
import org.candela.dicom.image.FrameReader;
import org.candela.image.DisplayLut;
import org.candela.image.RasterArgb;
import org.candela.study.LoadedFrame;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real images, one pixel to one, against the 8-bit rendering of DCMTK's dcm2pnm. */
class DcmtkRenderingTest {
    /** DCMTK rounds the window in 8 bits, Candela in 16. */
    private static final int ROUNDING = 1;

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsDcmtk() {
        boolean isInstalled = Files.isExecutable(Path.of("/usr/bin/dcm2pnm"));
        Assumptions.assumeTrue(isInstalled, "dcm2pnm is not installed (package dcmtk)");
    }

    @ParameterizedTest
    @CsvSource({
        "cornerstonejs+cornerstone3D/test-images/CTImage.dcm_LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1.dcm",
        "dcm4che+dcm4che/dicom/MR01.dcm",
        "fo-dicom+fo-dicom/CT-MONO2-16-ankle",
        "ivmartel+dwv/gdcm-CR-MONO1-10-chest.dcm",
        "pydicom+pydicom/MR_small.dcm",
        "pydicom+pydicom/dicomdir77654033/CR1/6154",
        "suyashkumar+dicom/3.dcm"
    })
    void everyGreyIsThatOfDcmtk(String file) throws IOException, CandelaException, InterruptedException {
        Path source = Corpus.folder().resolve(file);
        FrameReader reader = FrameReader.open(source);
        DescribedFrame described = reader.load(0);
        LoadedFrame loaded = new LoadedFrame(described.frame(), described.description());
        byte[] expected = dcmtk(source, loaded.frame().layout().sampleCount(), "+Wi");

        RasterArgb seen = renderOneToOne(loaded);

        int worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs((seen.pixels()[i] & 0xFF) - (expected[i] & 0xFF)));
        }
        assertTrue(worst <= ROUNDING, file + " differs by " + worst);
    }

    // [utest->req~dicom-image.luts~1]
    @ParameterizedTest
    @CsvSource({"MONOCHROME2, +Wl", "MONOCHROME1, +Wl", "MONOCHROME2, +Wi", "MONOCHROME1, +Wi"})
    void tablesAndSigmoidsOfEitherSenseAreThoseOfDcmtk(String photometric, String option) throws Exception {
        Attributes image = ramp(photometric);
        if (option.equals("+Wl")) {
            image.setItems(Tag.VOILUTSequence, List.of(squares()));
        } else {
            image.setNumbers(Tag.WindowCenter, VR.DS, 900)
                    .setNumbers(Tag.WindowWidth, VR.DS, 1500)
                    .set(Tag.VOILUTFunction, VR.CS, "SIGMOID");
        }
        Path source = folder.resolve("ramp.dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), source);
        LoadedFrame loaded = LoadedFrame.of(FrameReader.open(source).load(0));

        byte[] expected = dcmtk(source, loaded.frame().layout().sampleCount(), option);
        RasterArgb seen = renderOneToOne(loaded);

        int worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs((seen.pixels()[i] & 0xFF) - (expected[i] & 0xFF)));
        }
        assertTrue(worst <= ROUNDING, "differs by " + worst);
        assertTrue(Arrays.stream(seen.pixels()).distinct().count() > 100, "a flat picture proves nothing");
    }

    /** Every value of 12 bits once, less 1024 by its rescale. */
    private static Attributes ramp(String photometric) {
        ByteBuffer pixels = ByteBuffer.allocate(2 * 4096).order(ByteOrder.LITTLE_ENDIAN);
        IntStream.range(0, 4096).forEach(value -> pixels.putShort((short) value));
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .set(Tag.PhotometricInterpretation, VR.CS, photometric)
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .setNumbers(Tag.Rows, VR.US, 64)
                .setNumbers(Tag.Columns, VR.US, 64)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 12)
                .setNumbers(Tag.HighBit, VR.US, 11)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setNumbers(Tag.RescaleSlope, VR.DS, 1)
                .setNumbers(Tag.RescaleIntercept, VR.DS, -1024)
                .setBytes(Tag.PixelData, VR.OW, pixels.array());
    }

    /** 1024 entries of 12 bits from modality value −200 on, growing with the square. */
    private static Attributes squares() {
        ByteBuffer data = ByteBuffer.allocate(2 * 1024).order(ByteOrder.LITTLE_ENDIAN);
        IntStream.range(0, 1024).forEach(i -> data.putShort((short) Math.min(4095, i * i / 255)));
        return new Attributes()
                .setNumbers(Tag.LUTDescriptor, VR.SS, 1024, -200, 12)
                .setBytes(Tag.LUTData, VR.OW, data.array());
    }

    private static RasterArgb renderOneToOne(LoadedFrame loaded) {
        CanvasSize canvas = new CanvasSize(
                loaded.frame().layout().columns(), loaded.frame().layout().rows());
        ResolvedView view = ResolvedView.of(loaded, ViewState.FIT.withPixels(1), canvas);
        RasterArgb raster = RasterArgb.ofSize(canvas.width(), canvas.height());
        Renderer.ON_CALLER.render(
                new Picture(loaded, DataPresentation.initial(loaded), view), DisplayLut.IDENTITY, raster);
        return raster;
    }

    /** Greys of the first window (+Wi) or VOI LUT (+Wl), 8 bits, from a binary PGM. */
    private byte[] dcmtk(Path source, long pixels, String option) throws IOException, InterruptedException {
        Path target = folder.resolve("dcmtk.pgm");
        Process process = new ProcessBuilder(
                        "/usr/bin/dcm2pnm", option, "1", "+op", source.toString(), target.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("dcmtk.log").toFile())
                .start();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "dcm2pnm hangs");
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("dcmtk.log")));
        byte[] file = Files.readAllBytes(target);
        return Arrays.copyOfRange(file, file.length - (int) pixels, file.length);
    }
}

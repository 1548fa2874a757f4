package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.candela.Corpus;
import org.candela.base.CandelaException;
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
        byte[] expected = dcmtk(source, loaded.frame().layout().sampleCount());

        RasterArgb seen = renderOneToOne(loaded);

        int worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs((seen.pixels()[i] & 0xFF) - (expected[i] & 0xFF)));
        }
        assertTrue(worst <= ROUNDING, file + " differs by " + worst);
    }

    private static RasterArgb renderOneToOne(LoadedFrame loaded) {
        CanvasSize canvas = new CanvasSize(
                loaded.frame().layout().columns(), loaded.frame().layout().rows());
        double zoom = ResolvedView.oneToOneZoom(loaded, ViewState.FIT, canvas);
        ResolvedView view = ResolvedView.of(loaded, ViewState.FIT.withZoom(zoom), canvas);
        RasterArgb raster = RasterArgb.ofSize(canvas.width(), canvas.height());
        Renderer.ON_CALLER.render(
                new Picture(loaded, DataPresentation.initial(loaded), view), DisplayLut.IDENTITY, raster);
        return raster;
    }

    /** Greys of the first window, 8 bits, from a binary PGM. */
    private byte[] dcmtk(Path source, long pixels) throws IOException, InterruptedException {
        Path target = folder.resolve("dcmtk.pgm");
        Process process = new ProcessBuilder(
                        "/usr/bin/dcm2pnm", "+Wi", "1", "+op", source.toString(), target.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("dcmtk.log").toFile())
                .start();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "dcm2pnm hangs");
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("dcmtk.log")));
        byte[] file = Files.readAllBytes(target);
        return Arrays.copyOfRange(file, file.length - (int) pixels, file.length);
    }
}

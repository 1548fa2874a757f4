package org.candela.viewer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.candela.Corpus;
import org.candela.MovableClock;
import org.candela.Peer;
import org.candela.base.Cancellation;
import org.candela.codec.video.FfmpegSearch;
import org.candela.codec.video.VideoEncoder;
import org.candela.dicom.image.FrameReader;
import org.candela.image.VoiWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportedPngTest {
    @TempDir
    private Path folder;

    /** DCMTK rounds its window in 8 bits, Candela in 16: a grey may differ by one where both are right. */
    // [utest->req~export.p-values~1]
    @ParameterizedTest
    @CsvSource({"-224, 1600", "-300, 256", "-500, 1", "0, 4096"})
    void thePngIsThatOfDcmtkThroughTheSameWindow(double center, double width) throws Exception {
        Path source = LeavingFiles.write(LeavingFiles.tomography(1), folder.resolve("ct.dcm"));

        assertGreysOfDcmtk(source, center, width);
    }

    // [utest->req~export.p-values~1]
    @ParameterizedTest
    @CsvSource({
        "dcm4che+dcm4che/dicom/MR01.dcm, 500, 900",
        "pydicom+pydicom/CT_small.dcm, 40, 400",
        "ivmartel+dwv/gdcm-CR-MONO1-10-chest.dcm, 512, 1024"
    })
    void thePngOfARealImageIsThatOfDcmtkThroughTheSameWindow(String file, double center, double width)
            throws Exception {
        assertGreysOfDcmtk(Corpus.folder().resolve(file), center, width);
    }

    private void assertGreysOfDcmtk(Path source, double center, double width) throws Exception {
        Peer.need("dcm2pnm");
        Peer.run(
                folder,
                List.of("dcm2pnm", "+Ww", "" + center, "" + width, "+on", source.toString(), folder + "/dcmtk.png"));
        Exhibit exhibit = new Exhibit(source, 0, 1, Looks.through(VoiWindow.linear(center, width)), List.of());

        Path png = picture(exhibit);

        BufferedImage ours = ImageIO.read(png.toFile());
        BufferedImage theirs = ImageIO.read(folder.resolve("dcmtk.png").toFile());
        assertEquals(List.of(theirs.getWidth(), theirs.getHeight()), List.of(ours.getWidth(), ours.getHeight()));
        int worst = 0;
        for (int i = 0; i < ours.getWidth() * ours.getHeight(); i++) {
            int x = i % ours.getWidth();
            int y = i / ours.getWidth();
            worst = Math.max(
                    worst,
                    Math.abs(ours.getRaster().getSample(x, y, 0)
                            - theirs.getRaster().getSample(x, y, 0)));
        }
        assertTrue(worst <= 1, "differs by " + worst);
    }

    // [utest->req~export.p-values~1]
    @Test
    void thePngHoldsHeaderColourSpaceAndPixelsAndNothingElse() throws Exception {
        Path source = LeavingFiles.write(LeavingFiles.tomography(1), folder.resolve("ct.dcm"));

        Path png = picture(Exhibit.filed(source, 0, 1));

        assertEquals(List.of("IHDR", "sRGB", "IDAT", "IEND"), chunks(Files.readAllBytes(png)));
        if (Files.isExecutable(Path.of("/usr/bin/pngcheck"))) {
            Peer.run(folder, List.of("pngcheck", png.toString()));
        }
    }

    private ExportPlan plan(Exhibit exhibit) {
        return new ExportPlan(ExportForm.PNG, List.of(exhibit), ExportPlan.Choices.PLAIN);
    }

    private Path picture(Exhibit exhibit) throws Exception {
        VideoEncoder none = new VideoEncoder(new FfmpegSearch(FfmpegSearch.Places.NONE));
        Exporter.Exported done = new Exporter(FrameReader::open, none, new MovableClock())
                .write(plan(exhibit), folder.resolve("out"), Progress.NONE, new Cancellation());
        return done.folder().resolve("image-0001.png");
    }

    private static List<String> chunks(byte[] png) {
        List<String> names = new ArrayList<>();
        for (int at = 8; at < png.length; ) {
            int length = ByteBuffer.wrap(png, at, 4).getInt();
            names.add(new String(png, at + 4, 4, StandardCharsets.US_ASCII));
            at += length + 12;
        }
        return names.stream().distinct().toList();
    }
}

package org.candela.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candela.Peer;
import org.candela.base.Uid;
import org.candela.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lossless JPEG: every predictor by DCMTK's encoder, the first also by GDCM's. */
class JpegLosslessConformanceTest {
    @TempDir
    private Path folder;

    // [utest->req~dicom-image.conformance~1]
    @Test
    void everyCellIsWhatTheDocumentSays() throws Exception {
        Peer.need("dcmcjpeg", "gdcmconv");

        Dcmtk dcmtk = new Dcmtk(folder);
        StringBuilder measured = new StringBuilder();
        measured.append(Measurement.of(
                folder,
                TransferSyntax.of(new Uid("1.2.840.10008.1.2.4.57")),
                image -> code(image, dcmtk, 2, 7),
                "By dcmcjpeg with predictors 2 to 7; equal to the samples it was given."));
        measured.append(Measurement.of(
                folder,
                TransferSyntax.of(new Uid("1.2.840.10008.1.2.4.70")),
                image -> code(image, dcmtk, 1, 1),
                "By dcmcjpeg and gdcmconv, predictor 1; equal to the samples they were given."));

        Document.check("jpeg-lossless", measured.toString());
    }

    private static List<Coder.Coded> code(TestImage image, Dcmtk dcmtk, int from, int to) throws Exception {
        boolean isNarrow = image.bits().allocated() == 8 || image.bits().allocated() == 16;
        boolean isSignedColour = image.bits().isSigned() && image.colour().samples() == 3;
        List<Coder.Coded> coded = new ArrayList<>();
        if (!isNarrow || isSignedColour || !image.colour().isWhole()) {
            return coded;
        }
        for (int predictor = from; predictor <= to; predictor++) {
            String encoder = "dcmcjpeg +el +sv " + predictor;
            coded.add(new Coder.Coded(dcmtk.stream(image, encoder), image.values(), 0, encoder));
        }
        // GDCM's streams say that they are RGB.
        if (from == 1 && !image.colour().isYbrFull()) {
            coded.add(new Coder.Coded(dcmtk.stream(image, "gdcmconv --jpeg"), image.values(), 0, "gdcmconv"));
        }
        return coded;
    }
}

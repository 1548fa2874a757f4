package org.candela.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candela.Peer;
import org.candela.codec.Encoders;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.image.FrameReader;
import org.candela.image.Frame;
import org.candela.image.StoredFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RLE by DCMTK's encoder and by our own. */
class RleConformanceTest {
    @TempDir
    private Path folder;

    // [utest->req~dicom-image.conformance~1]
    @Test
    void everyCellIsWhatTheDocumentSays() throws Exception {
        Peer.need("dcmcrle");

        Dcmtk dcmtk = new Dcmtk(folder);
        Document.check(
                "rle",
                Measurement.of(
                        folder,
                        TransferSyntax.RLE_LOSSLESS,
                        image -> code(image, dcmtk),
                        "By dcmcrle (cells of 8 bits and more) and by our own encoder; equal to the samples it was given."));
    }

    private List<Coder.Coded> code(TestImage image, Dcmtk dcmtk) throws Exception {
        boolean isWhole = !image.bits().isFloat()
                && (image.bits() != Bits.ONE || image.colour().isGray());
        if (!isWhole || !image.colour().isWhole()) {
            return List.of();
        }
        List<Coder.Coded> streams = new ArrayList<>();
        if (image.bits() != Bits.ONE) {
            byte[] stream = dcmtk.stream(image, "dcmcrle");
            streams.add(new Coder.Coded(stream, image.values(), 0, "dcmcrle"));
        }
        Path plain = folder.resolve("own.dcm");
        Measurement.write(image, image.nativeBytes(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, plain);
        StoredFrame stored = FrameReader.open(plain).readStored(0);
        if (stored instanceof Frame frame) {
            byte[] own = Encoders.forTransferSyntax(TransferSyntax.RLE_LOSSLESS.uid())
                    .orElseThrow()
                    .encode(frame);
            streams.add(new Coder.Coded(own, image.values(), 0, "our own encoder"));
        }
        return streams;
    }
}

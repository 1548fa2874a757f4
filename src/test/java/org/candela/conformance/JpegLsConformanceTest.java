package org.candela.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candela.Peer;
import org.candela.base.Uid;
import org.candela.codec.Encoders;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.image.FrameReader;
import org.candela.image.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JPEG-LS by DCMTK's encoder over its coder's options; losslessly also by our own. */
class JpegLsConformanceTest {
    private static final TransferSyntax LOSSLESS = TransferSyntax.of(new Uid("1.2.840.10008.1.2.4.80"));
    private static final TransferSyntax NEAR = TransferSyntax.of(new Uid("1.2.840.10008.1.2.4.81"));

    @TempDir
    private Path folder;

    // [utest->req~dicom-image.conformance~1]
    // [utest->req~codec.jpeg-ls~1]
    @Test
    void everyCellIsWhatTheDocumentSays() throws Exception {
        Peer.need("dcmcjpls", "dcmdjpls");

        Dcmtk dcmtk = new Dcmtk(folder);
        StringBuilder measured = new StringBuilder();
        measured.append(Measurement.of(
                folder,
                LOSSLESS,
                image -> lossless(image, dcmtk),
                "By dcmcjpls with each interleaving, raw and cooked, other thresholds and resets; equal to the samples it "
                        + "was given. By our own encoder too."));
        measured.append(Measurement.of(
                folder,
                NEAR,
                image -> near(image, dcmtk),
                "By dcmcjpls with NEAR 1 to 9; equal to what dcmdjpls decodes. dcmcjpls makes no signed ones: there the "
                        + "stream is without loss."));

        Document.check("jpeg-ls", measured.toString());
    }

    private List<Coder.Coded> lossless(TestImage image, Dcmtk dcmtk) throws Exception {
        List<Coder.Coded> coded = new ArrayList<>();
        if (!isPossible(image)) {
            return coded;
        }
        List<String> ways = image.colour().samples() == 1
                ? List.of("+el", "+el +pc +pz", "+el +t1 5 +t2 9 +t3 30 +rs 32")
                : List.of("+el +il", "+el +is", "+el +in", "+el +pc");
        for (String way : ways) {
            // DCMTK's encoder aborts over negative values when it writes the stored bits alone.
            if (!(image.bits().isSigned() && way.contains("+pc"))) {
                coded.add(new Coder.Coded(dcmtk.stream(image, "dcmcjpls " + way), image.values(), 0, way));
            }
        }
        coded.add(own(image));
        return coded;
    }

    private static List<Coder.Coded> near(TestImage image, Dcmtk dcmtk) throws Exception {
        List<Coder.Coded> coded = new ArrayList<>();
        if (!isPossible(image) || image.colour().isPalette()) {
            return coded;
        }
        if (image.bits().isSigned()) {
            coded.add(new Coder.Coded(dcmtk.stream(image, "dcmcjpls +el"), image.values(), 0, "without loss"));
            return coded;
        }
        for (String way : List.of("+en +md 1 +is", "+en +md 2 +il", "+en +md 9 +in", "+en +md 4 +pc +ps")) {
            boolean isWideColour = image.colour().samples() == 3 && image.bits().stored() > 12;
            if (isWideColour && way.contains("+in")) {
                continue; // DCMTK cannot read these streams of its own
            }
            Dcmtk.Made made = dcmtk.made(image, "dcmcjpls " + way, "dcmdjpls");
            coded.add(new Coder.Coded(made.stream(), made.samples(), 0, way));
        }
        return coded;
    }

    private static boolean isPossible(TestImage image) {
        boolean isNarrow = image.bits().allocated() == 8 || image.bits().allocated() == 16;
        boolean isSignedColour = image.bits().isSigned() && image.colour().samples() == 3;
        return isNarrow && !isSignedColour && image.colour().isWhole();
    }

    private Coder.Coded own(TestImage image) throws Exception {
        Path plain = folder.resolve("own.dcm");
        Measurement.write(image, image.nativeBytes(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, plain);
        Frame frame = FrameReader.open(plain).read(0);
        byte[] own = Encoders.forTransferSyntax(LOSSLESS.uid()).orElseThrow().encode(frame);
        return new Coder.Coded(own, image.values(), 0, "our own encoder");
    }
}

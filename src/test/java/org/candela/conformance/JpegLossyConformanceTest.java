package org.candela.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candela.Peer;
import org.candela.base.Uid;
import org.candela.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JPEG with DCT: DCMTK's encoder, and its decoder for the samples to be had. */
class JpegLossyConformanceTest {
    private static final String HOW =
            "By dcmcjpeg %s, in two qualities and, for colour, samplings; compared with what dcmdjpeg decodes.";

    @TempDir
    private Path folder;

    // [utest->req~dicom-image.conformance~1]
    @Test
    void everyCellIsWhatTheDocumentSays() throws Exception {
        Peer.need("dcmcjpeg", "dcmdjpeg");

        StringBuilder measured = new StringBuilder();
        measured.append(measured("1.2.840.10008.1.2.4.50", "+eb"));
        measured.append(measured("1.2.840.10008.1.2.4.51", "+ee"));
        measured.append(measured("1.2.840.10008.1.2.4.53", "+es"));
        measured.append(measured("1.2.840.10008.1.2.4.55", "+ep"));

        Document.check("jpeg-lossy", measured.toString());
    }

    private String measured(String uid, String process) throws Exception {
        Dcmtk dcmtk = new Dcmtk(folder);
        return Measurement.of(
                folder, TransferSyntax.of(new Uid(uid)), image -> code(image, dcmtk, process), HOW.formatted(process));
    }

    private static List<Coder.Coded> code(TestImage image, Dcmtk dcmtk, String process) throws Exception {
        boolean isBaseline = process.equals("+eb");
        boolean isNarrow = image.bits() == Bits.U8
                || (image.colour().isGray() && !isBaseline && (image.bits() == Bits.U12 || image.bits() == Bits.U10));
        List<Coder.Coded> streams = new ArrayList<>();
        for (String options : isNarrow ? options(image.colour()) : List.<String>of()) {
            streams.add(coded(image, dcmtk, process + " " + options));
        }
        return streams;
    }

    private static List<String> options(Colour colour) {
        return switch (colour) {
            case MONOCHROME1, MONOCHROME2 -> List.of("+q 60", "+q 100 -ho");
            case RGB -> List.of("+q 60 +cr +s4", "+q 95 +cr +s4");
            case YBR_FULL -> List.of("+q 60 +cy +s4", "+q 95 +cy +s4", "+q 90 +cy +n1", "+q 90 +cy +n2");
            case YBR_FULL_422 -> List.of("+q 60 +cy +s2", "+q 95 +cy +s2", "+q 90 +cy +np");
            default -> List.of();
        };
    }

    private static Coder.Coded coded(TestImage image, Dcmtk dcmtk, String options) throws Exception {
        Dcmtk.Made made = dcmtk.made(image, "dcmcjpeg " + options, "dcmdjpeg +cn +px");
        return new Coder.Coded(made.stream(), made.samples(), 1, options);
    }
}

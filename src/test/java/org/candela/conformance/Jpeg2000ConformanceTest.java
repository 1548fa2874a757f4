package org.candela.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candela.Peer;
import org.candela.base.Uid;
import org.candela.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JPEG 2000 by OpenJPEG over its coder's options. */
class Jpeg2000ConformanceTest {
    private static final List<String> EXACT = List.of(
            "-n 3 -b 32,32 -M 63 -SOP -EPH",
            "-n 3 -t 17,13 -p RPCL -TP R",
            "-n 2 -r 20,5,1 -p CPRL -M 1",
            "-n 4 -c [16,16],[8,8] -p PCRL");
    private static final List<String> LOSSY = List.of("-I -n 4 -r 6", "-I -n 3 -t 23,19 -p RLCP -r 12,4");
    private static final String REVERSIBLE =
            "By opj_compress without loss: tiles, layers, precincts, every progression and mode switch; equal to the "
                    + "samples it was given.";
    private static final String IRREVERSIBLE =
            "By opj_compress with the 9-7 wavelet; compared with what opj_decompress finds. ";
    private static final String PART_2 = " The streams use what Part 1 has; a transform over components is refused.";

    private final Map<String, Coder.Coded> streams = new HashMap<>();

    @TempDir
    private Path folder;

    // [utest->req~dicom-image.conformance~1]
    @Test
    void everyCellIsWhatTheDocumentSays() throws Exception {
        Peer.need("opj_compress", "opj_decompress");

        StringBuilder measured = new StringBuilder();
        measured.append(measured("1.2.840.10008.1.2.4.90", EXACT, REVERSIBLE));
        measured.append(measured("1.2.840.10008.1.2.4.91", LOSSY, IRREVERSIBLE.strip()));
        measured.append(measured("1.2.840.10008.1.2.4.92", EXACT, REVERSIBLE + PART_2));
        measured.append(measured("1.2.840.10008.1.2.4.93", LOSSY, IRREVERSIBLE.strip() + PART_2));

        Document.check("jpeg-2000", measured.toString());
    }

    private String measured(String uid, List<String> options, String how) throws Exception {
        return Measurement.of(folder, TransferSyntax.of(new Uid(uid)), image -> code(image, options), how);
    }

    private List<Coder.Coded> code(TestImage image, List<String> options) throws Exception {
        List<Coder.Coded> coded = new ArrayList<>();
        if (!isPossible(image, options.equals(LOSSY))) {
            return coded;
        }
        for (String option : options) {
            // Rates cut into pictures of one bit, where nothing could be lost.
            boolean isTooSmall = image.bits() == Bits.ONE && option.contains("-r");
            if (!isTooSmall || options.equals(LOSSY)) {
                coded.add(coded(image, option));
            }
        }
        return coded;
    }

    private static boolean isPossible(TestImage image, boolean isLossy) {
        if (image.bits().isFloat()) {
            return false;
        }
        boolean isUnsigned = !image.bits().isSigned();
        return switch (image.colour()) {
            case MONOCHROME1, MONOCHROME2 -> true;
            case PALETTE, PALETTE_SEGMENTED -> !isLossy && isUnsigned && isNarrow(image.bits());
            case RGB, YBR_FULL, RGB_PLANES, YBR_FULL_PLANES -> isUnsigned && image.bits() != Bits.ONE;
            case YBR_RCT -> !isLossy && isUnsigned && image.bits() != Bits.ONE;
            case YBR_ICT -> isLossy && isUnsigned && image.bits() != Bits.ONE;
            default -> false;
        };
    }

    private static boolean isNarrow(Bits bits) {
        return bits.allocated() == 8 || bits.allocated() == 16;
    }

    /** Of 32 bits, which OpenJPEG's files cannot hold, a stream of 16: the header alone is to be refused. */
    private Coder.Coded coded(TestImage image, String option) throws Exception {
        boolean isWide = image.bits().allocated() == 32;
        Bits bits = !isWide ? image.bits() : image.bits().isSigned() ? Bits.S16 : Bits.U16;
        boolean isTransformed = image.colour() == Colour.YBR_RCT || image.colour() == Colour.YBR_ICT;
        Colour colour = image.colour().samples() == 1 ? Colour.MONOCHROME2 : Colour.RGB;
        String mct = colour.samples() == 1 ? "" : isTransformed ? " -mct 1" : " -mct 0";
        String key = colour + " " + bits + " " + option + mct;
        Coder.Coded known = streams.get(key);
        if (known == null) {
            known = compressed(new TestImage(colour, bits), option + mct);
            streams.put(key, known);
        }
        return isWide ? new Coder.Coded(known.stream(), image.values(), 0, option) : known;
    }

    /** Single precision has 24 bits: at 16 bits a sample the order of additions shows in the second last one. */
    private static int tolerance(Bits bits) {
        return bits.stored() == 16 ? 3 : 1;
    }

    private Coder.Coded compressed(TestImage image, String options) throws Exception {
        Path raw = folder.resolve("plain.rawl");
        Path stream = folder.resolve("coded.j2k");
        Path decoded = folder.resolve("decoded.rawl");
        Files.write(raw, Raw.planes(image));
        String shape =
                TestImage.COLUMNS + "," + TestImage.ROWS + "," + image.colour().samples() + ","
                        + image.bits().stored() + "," + (image.bits().isSigned() ? "s" : "u");
        List<String> command =
                new ArrayList<>(List.of("opj_compress", "-i", raw.toString(), "-o", stream.toString(), "-F", shape));
        command.addAll(List.of(options.split(" ")));
        Peer.run(folder, command);
        if (!options.startsWith("-I")) {
            return new Coder.Coded(Files.readAllBytes(stream), image.values(), 0, options);
        }
        Peer.run(folder, List.of("opj_decompress", "-i", stream.toString(), "-o", decoded.toString()));
        double[] expected = Raw.ofPlanes(image, Files.readAllBytes(decoded));
        return new Coder.Coded(Files.readAllBytes(stream), expected, tolerance(image.bits()), options);
    }
}

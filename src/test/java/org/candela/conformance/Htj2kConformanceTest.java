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

/** High-throughput JPEG 2000 by OpenJPH over its coder's options. */
class Htj2kConformanceTest {
    private static final List<String> EXACT = List.of(
            "-reversible true -num_decomps 3 -block_size {32,32} -prog_order LRCP",
            "-reversible true -num_decomps 5 -tile_size {17,13} -prog_order PCRL");
    private static final List<String> RPCL = List.of("-reversible true -num_decomps 4 -prog_order RPCL");
    private static final List<String> LOSSY = List.of(
            "-reversible false -qstep 0.004 -num_decomps 3 -prog_order CPRL",
            "-reversible false -qstep 0.02 -num_decomps 5 -prog_order RPCL");
    private static final String REVERSIBLE = "By ojph_compress without loss, in %s; equal to the samples it was given.";

    /** Where SIZ has precision and sign of the first component. */
    private static final int FIRST_SSIZ = 42;

    private final Map<String, Coder.Coded> streams = new HashMap<>();

    @TempDir
    private Path folder;

    // [utest->req~dicom-image.conformance~1]
    @Test
    void everyCellIsWhatTheDocumentSays() throws Exception {
        Peer.need("ojph_compress", "ojph_expand");

        StringBuilder measured = new StringBuilder();
        measured.append(measured("1.2.840.10008.1.2.4.201", EXACT, REVERSIBLE.formatted("tiles and small blocks")));
        measured.append(measured("1.2.840.10008.1.2.4.202", RPCL, REVERSIBLE.formatted("the order RPCL")));
        measured.append(measured(
                "1.2.840.10008.1.2.4.203",
                LOSSY,
                "By ojph_compress with the 9-7 wavelet, and without loss for YBR_RCT; compared with what ojph_expand "
                        + "finds."));

        Document.check("htj2k", measured.toString());
    }

    private String measured(String uid, List<String> options, String how) throws Exception {
        return Measurement.of(folder, TransferSyntax.of(new Uid(uid)), image -> code(image, options), how);
    }

    private List<Coder.Coded> code(TestImage image, List<String> options) throws Exception {
        boolean isLossy = options.equals(LOSSY);
        List<Coder.Coded> coded = new ArrayList<>();
        if (!isPossible(image, isLossy)) {
            return coded;
        }
        for (String option : isLossy && image.colour() == Colour.YBR_RCT ? EXACT : options) {
            coded.add(coded(image, option));
        }
        return coded;
    }

    private static boolean isPossible(TestImage image, boolean isLossy) {
        Bits bits = image.bits();
        boolean isUnsigned = !bits.isSigned();
        return !bits.isFloat()
                && switch (image.colour()) {
                    case MONOCHROME1, MONOCHROME2 -> true;
                    case PALETTE, PALETTE_SEGMENTED ->
                        !isLossy && isUnsigned && (bits.allocated() == 8 || bits.allocated() == 16);
                    case RGB, YBR_FULL, RGB_PLANES, YBR_FULL_PLANES, YBR_RCT -> isUnsigned && bits != Bits.ONE;
                    case YBR_ICT -> isLossy && isUnsigned && bits != Bits.ONE;
                    default -> false;
                };
    }

    /** Of 32 bits, which OpenJPH's files cannot hold, a stream of 16: the header alone is to be refused. */
    private Coder.Coded coded(TestImage image, String option) throws Exception {
        boolean isWide = image.bits().allocated() == 32;
        Bits bits = !isWide ? image.bits() : image.bits().isSigned() ? Bits.S16 : Bits.U16;
        boolean isTransformed = image.colour() == Colour.YBR_RCT || image.colour() == Colour.YBR_ICT;
        Colour colour = image.colour().samples() == 1 ? Colour.MONOCHROME2 : Colour.RGB;
        String key = colour + " " + bits + " " + isTransformed + " " + option;
        Coder.Coded known = streams.get(key);
        if (known == null) {
            String transform = colour.samples() == 1 ? "" : " -colour_trans " + isTransformed;
            known = compressed(new TestImage(colour, bits), option + transform);
            streams.put(key, known);
        }
        return isWide ? new Coder.Coded(known.stream(), image.values(), 0, option) : known;
    }

    /**
     * A signed stream is the unsigned one of values raised by half the range, which the level shift takes off again
     * (T.800 G.1), with the sign noted in SIZ: OpenJPH's files hold no signed samples of 8 bits.
     */
    private Coder.Coded compressed(TestImage image, String options) throws Exception {
        Bits bits = image.bits();
        TestImage raised = new TestImage(image.colour(), bits.unsigned());
        double half = bits.isSigned() ? Math.pow(2, bits.stored() - 1) : 0;
        Path plain = folder.resolve(image.colour().samples() == 1 ? "plain.pgm" : "plain.ppm");
        Path file = folder.resolve("coded.j2c");
        Files.write(plain, Raw.netpbm(raised));
        List<String> command = new ArrayList<>(List.of("ojph_compress", "-i", plain.toString(), "-o", file.toString()));
        command.addAll(List.of(options.split(" ")));
        Peer.run(folder, command);
        byte[] stream = Files.readAllBytes(file);
        if (bits.isSigned()) {
            stream[FIRST_SSIZ] |= (byte) 0x80;
        }
        double[] expected = image.values();
        if (!options.startsWith("-reversible true")) {
            Path decoded = folder.resolve(image.colour().samples() == 1 ? "decoded.pgm" : "decoded.ppm");
            Peer.run(folder, List.of("ojph_expand", "-i", file.toString(), "-o", decoded.toString()));
            expected = Raw.ofNetpbm(raised, Files.readAllBytes(decoded));
            for (int i = 0; i < expected.length; i++) {
                expected[i] -= half;
            }
        }
        return new Coder.Coded(stream, expected, options.startsWith("-reversible true") ? 0 : 1, options);
    }
}

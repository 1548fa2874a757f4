package org.candela.viewer.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.candela.Corpus;
import org.candela.base.CandelaException;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.image.ImageDescription;
import org.candela.dicom.image.Transcoder;
import org.candela.image.AffineMap;
import org.candela.image.DisplayLut;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.Polarity;
import org.candela.image.RasterArgb;
import org.candela.image.ValueRange;
import org.candela.image.VoiTransform;
import org.candela.study.LoadedFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of real files against the digests of DCMTK's 8-bit ones.
 *
 * <p>DCMTK cuts the fraction of a grey off where the chain rounds it. So a picture proves itself by its digest as it is, by
 * the digest of its greys cut off instead, or, beside an installed dcm2pnm, pixel by pixel. Property
 * {@code candela.render.step}: every which file of the list is compared; 1 compares all.
 */
class ReferenceRenderingTest {
    private static final int STEP = Integer.getInteger("candela.render.step", 5);
    private static final int PATH = 0;
    private static final int OPTION = 1;
    private static final int DIGEST = 2;
    private static final int OUTPUT = 3;
    /** Keeps what is a whole grey but for the last bits of a double from being cut off to the grey below. */
    private static final double TINY = 1e-9;

    private static final String UNKNOWN_VR = "its rescale and window have VR UN, which DCMTK does not read as numbers";
    private static final String ONE_BIT = "DCMTK shows the 1 of one-bit pixels as grey 128, not as white";
    private static final String DOSE = "32-bit big-endian cells in OW, whose word order peers read differently";
    private static final String WIDE_COLOUR = "colour of 32 bits a sample is refused";
    private static final String CHROMA = "DCMTK rounds the chroma products one by one: up to 2 greys";

    private static final String PADDING =
            "lossy coding made values below the padding value, which alone is background here, whatever is darker";

    /** Files that are drawn otherwise, each with its reason; docs/render-differences.md lists them for people. */
    private static final Map<String, String> EXPLAINED = Map.ofEntries(
            Map.entry(
                    "cornerstonejs+cornerstone3D/test-images/"
                            + "CTImage.dcm_JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90.dcm",
                    UNKNOWN_VR),
            Map.entry(
                    "cornerstonejs+cornerstone3D/test-images/"
                            + "CTImage.dcm_JPEG2000TransferSyntax_1.2.840.10008.1.2.4.91.dcm",
                    UNKNOWN_VR),
            Map.entry(
                    "cornerstonejs+cornerstone3D/test-images/"
                            + "CTImage.dcm_JPEGLSLossyTransferSyntax_1.2.840.10008.1.2.4.81.dcm",
                    UNKNOWN_VR),
            Map.entry("fo-dicom+fo-dicom/GH1261.dcm", "its only window has width 0: unusable, and told"),
            Map.entry("pydicom+pydicom-data/SC_ybr_full_uncompressed.dcm", CHROMA),
            Map.entry("pydicom+pydicom-data/liver.dcm", ONE_BIT),
            Map.entry("pydicom+pydicom-data/liver_expb.dcm", ONE_BIT),
            Map.entry("pydicom+pydicom-data/liver_j2k.dcm", ONE_BIT),
            Map.entry("pydicom+pydicom/SC_rgb_rle_32bit.dcm", WIDE_COLOUR),
            Map.entry("pydicom+pydicom/SC_rgb_rle_32bit_2frame.dcm", WIDE_COLOUR),
            Map.entry("robyoung+dicom-test-files/WG04/J2KI/CT1_J2KI", PADDING),
            Map.entry("pydicom+pydicom/rtdose_expb.dcm", DOSE),
            Map.entry("pydicom+pydicom/rtdose_expb_1frame.dcm", DOSE));

    @TempDir
    private Path folder;

    private final boolean hasDcmtk = Files.isExecutable(Path.of("/usr/bin/dcm2pnm"));
    private int exact;
    private int withinOne;
    private int unproven;

    // [utest->req~image.grayscale-chain~1]
    @Test
    void everyGreyIsThatOfDcmtkButForTheRoundingOfItsLastBit() throws Exception {
        List<String> wrong = new ArrayList<>();
        List<String> lines = Files.readAllLines(Corpus.folder().resolve("reference-render8.tsv"));
        for (int i = 0; i < lines.size(); i += STEP) {
            String[] row = lines.get(i).split("\t", -1);
            boolean isDrawnByDcmtk = !row[OUTPUT].startsWith("F:");
            if (!isDrawnByDcmtk || !Files.exists(Corpus.folder().resolve(row[PATH]))) {
                continue;
            }
            String difference = difference(row);
            if (difference.isEmpty() == EXPLAINED.containsKey(row[PATH])) {
                wrong.add(row[PATH] + ": " + difference);
            }
        }

        assertEquals(List.of(), wrong);
        String tally = exact + " exact, " + withinOne + " within one, " + unproven + " unproven without dcm2pnm";
        assertTrue(exact > 100 / STEP && withinOne > 400 / STEP, tally);
        assertTrue(!hasDcmtk || unproven == 0, tally);
    }

    /** Empty when the picture is DCMTK's, or differs by 1 at most. */
    private String difference(String[] row) throws Exception {
        Path source = Corpus.folder().resolve(row[PATH]);
        LoadedFrame loaded;
        try {
            loaded = LoadedFrame.of(FrameReader.open(source).load(0));
        } catch (CandelaException e) {
            return String.valueOf(e.getMessage());
        }
        if (row[OPTION].equals("+Wi 1") && loaded.description().voi().isEmpty()) {
            return "no usable window";
        }
        byte[] ours = drawn(loaded, voi(row, loaded));
        if (digest(ours).equals(row[DIGEST])) {
            exact++;
            return "";
        }
        byte[] cut = cutOff(loaded, voi(row, loaded));
        if (digest(cut).equals(row[DIGEST])) {
            return compared(ours, cut);
        }
        if (hasDcmtk) {
            return compared(ours, dcmtk(row, source));
        }
        unproven += EXPLAINED.containsKey(row[PATH]) ? 0 : 1;
        return EXPLAINED.getOrDefault(row[PATH], "");
    }

    private String compared(byte[] ours, byte[] theirs) {
        if (ours.length != theirs.length) {
            return ours.length + " bytes, not " + theirs.length;
        }
        int worst = 0;
        for (int i = 0; i < ours.length; i++) {
            worst = Math.max(worst, Math.abs((ours[i] & 0xFF) - (theirs[i] & 0xFF)));
        }
        withinOne += worst <= 1 ? 1 : 0;
        return worst <= 1 ? "" : "differs by " + worst;
    }

    /** What DCMTK was asked for: the first window, all values the frame holds, or all its layout allows. */
    private static VoiTransform voi(String[] row, LoadedFrame loaded) {
        ImageDescription description = loaded.description();
        PixelLayout layout = loaded.frame().layout();
        return switch (row[OPTION]) {
            case "+Wi 1" -> description.voi().get(0);
            case "none" ->
                new ValueRange(
                                description.rescale().apply(layout.minimum()),
                                description.rescale().apply(layout.maximum()))
                        .window();
            default ->
                ValueRange.of(loaded.frame(), description.rescale(), PixelPadding.NONE)
                        .window();
        };
    }

    private static byte[] drawn(LoadedFrame loaded, VoiTransform voi) {
        PixelLayout layout = loaded.frame().layout();
        CanvasSize canvas = new CanvasSize(layout.columns(), layout.rows());
        RasterArgb raster = RasterArgb.ofSize(canvas.width(), canvas.height());
        ResolvedView oneToOne = new ResolvedView(AffineMap.IDENTITY, canvas);
        Picture picture = new Picture(loaded, new DataPresentation(voi, Polarity.NORMAL), oneToOne, OverlayInk.WHITE);
        Renderer.ON_CALLER.render(picture, DisplayLut.IDENTITY, raster);
        boolean isGrey = layout.photometric().isGrayscale();
        ByteArrayOutputStream out = header(layout);
        for (int argb : raster.pixels()) {
            if (!isGrey) {
                out.write(argb >> 16);
                out.write(argb >> 8);
            }
            out.write(argb);
        }
        return out.toByteArray();
    }

    /** The chain as written in the standard, its fraction cut off to 8 bits. */
    private static byte[] cutOff(LoadedFrame loaded, VoiTransform voi) {
        PixelLayout layout = loaded.frame().layout();
        boolean isInverse = layout.photometric() == Photometric.MONOCHROME1;
        ByteArrayOutputStream out = header(layout);
        for (int i = 0; i < loaded.frame().samples().length; i++) {
            double fraction = voi.apply(
                    loaded.description().rescale().apply(loaded.frame().value(i)));
            out.write((int) ((isInverse ? 1 - fraction : fraction) * 255 + TINY));
        }
        return out.toByteArray();
    }

    private static ByteArrayOutputStream header(PixelLayout layout) {
        String kind = layout.photometric().isGrayscale() ? "P5" : "P6";
        String text = kind + "\n" + layout.columns() + " " + layout.rows() + "\n255\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        return out;
    }

    /** DCMTK's own picture; where it does not read the codestream, that of the same pixels uncompressed. */
    private byte[] dcmtk(String[] row, Path source) throws IOException, CandelaException, InterruptedException {
        for (String program : List.of("dcm2pnm", "dcmj2pnm", "dcml2pnm")) {
            byte[] picture = dcmtk(program, row, source);
            if (picture.length > 0) {
                return picture;
            }
        }
        Path copy = folder.resolve("copy.dcm");
        Transcoder.transcode(source, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, copy);
        return dcmtk("dcm2pnm", row, copy);
    }

    private byte[] dcmtk(String program, String[] row, Path source) throws IOException, InterruptedException {
        Path target = folder.resolve("dcmtk.pnm");
        List<String> command = new ArrayList<>(List.of("/usr/bin/" + program, "+op"));
        if (!row[OPTION].equals("none")) {
            command.addAll(List.of(row[OPTION].split(" ")));
        }
        command.addAll(List.of(source.toString(), target.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("dcmtk.log").toFile())
                .start();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), program + " hangs");
        return process.exitValue() == 0 ? Files.readAllBytes(target) : new byte[0];
    }

    private static String digest(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void dumpPrintsTheJsonModel() throws Exception {
        int exit = run("dicom", "dump", image().toString());

        assertEquals(0, exit, err.toString());
        assertTrue(out.toString().contains("\"00280010\""), out.toString());
    }

    @Test
    void pixelsAreTheStoredValuesLittleEndian() throws Exception {
        Path raw = folder.resolve("out.raw");

        int exit = run("dicom", "pixels", image().toString(), "--frame", "1", "--out", raw.toString());

        assertEquals(0, exit, err.toString());
        assertArrayEquals(new byte[] {0, 0, 100, 0, (byte) 200, 0, 44, 1}, Files.readAllBytes(raw));
    }

    // [utest->req~cli.hash~1]
    @Test
    void hashHasARowForEveryFileInTheOrderOfTheirPaths() throws Exception {
        Path broken = Files.writeString(folder.resolve("a\tletter.txt"), "no picture");
        Path image = image();

        int exit = run("dicom", "hash", folder.toString());

        assertEquals(0, exit, err.toString());
        List<String> lines = out.toString().lines().toList();
        assertEquals("path\tframes\tsha256\tsha256_f1\tdtype\terror", lines.get(0));
        assertTrue(lines.get(1).startsWith(broken.toString().replace('\t', ' ') + "\t\t\t\t\t"), lines.get(1));
        String digest = HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256").digest(new byte[] {0, 0, 100, 0, (byte) 200, 0, 44, 1}));
        assertEquals(image + "\t1\t" + digest + "\t" + digest + "\t<u2\t", lines.get(2));
        assertEquals(2, run("dicom", "hash", folder.resolve("nowhere").toString()));
    }

    /** Window 150, 301 (LINEAR): 0 is black, 300 is white, 150 in the middle; 8 upper bits of the P-value. */
    @Test
    void renderWritesPValues() throws Exception {
        Path png = folder.resolve("out.png");

        int exit = run("dicom", "render", image().toString(), "--window", "150.5,301", "--out", png.toString());

        assertEquals(0, exit, err.toString());
        BufferedImage image = ImageIO.read(png.toFile());
        assertEquals(BufferedImage.TYPE_BYTE_GRAY, image.getType());
        assertEquals(0, image.getRaster().getSample(0, 0, 0));
        assertEquals(0x55, image.getRaster().getSample(1, 0, 0));
        assertEquals(0xFF, image.getRaster().getSample(1, 1, 0));
    }

    // [utest->req~viewer.overlays~1]
    @Test
    void renderDrawsOverlaysWhenAskedAndOnlyThen() throws Exception {
        Path plain = folder.resolve("plain.png");
        Path marked = folder.resolve("marked.png");
        String image = write(pixels().setNumbers(Tag.OverlayRows, VR.US, 2)
                        .setNumbers(Tag.OverlayColumns, VR.US, 2)
                        .setBytes(Tag.OverlayData, VR.OW, new byte[] {1, 0}))
                .toString();

        run("dicom", "render", image, "--window", "150.5,301", "--out", plain.toString());
        run("dicom", "render", image, "--window", "150.5,301", "--overlays", "--out", marked.toString());

        assertEquals(0, ImageIO.read(plain.toFile()).getRaster().getSample(0, 0, 0), err.toString());
        assertEquals(0xFF, ImageIO.read(marked.toFile()).getRaster().getSample(0, 0, 0));
        assertEquals(0x55, ImageIO.read(marked.toFile()).getRaster().getSample(1, 0, 0));
    }

    // [utest->req~cli.transcode~1]
    @Test
    void transcodeWritesWhatItCanAndNamesTheRest() throws Exception {
        Path good = image();
        Path bad = Files.writeString(folder.resolve("letter.txt"), "no picture");
        Path target = folder.resolve("there");

        int exit = run(
                "dicom", "transcode", bad.toString(), good.toString(), "--to", "jpeg-ls", "--out", target.toString());

        assertEquals(1, exit, err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().startsWith("candela: letter.txt"), err.toString());
        assertTrue(Files.exists(target.resolve(good.getFileName())), out.toString());
        assertFalse(Files.exists(target.resolve("letter.txt")));
    }

    // [utest->req~cli.transcode~1]
    @Test
    void transcodeTakesAFolderWithAllBelowIt() throws Exception {
        Path good = image();
        Path target = folder.resolve("there");

        int exit = run("dicom", "transcode", folder.toString(), "--to", "rle", "--out", target.toString());

        assertEquals(0, exit, err.toString());
        assertTrue(Files.exists(target.resolve(good.getFileName())), out.toString());
        assertEquals(2, run("dicom", "transcode", "nowhere", "--to", "rle", "--out", target.toString()));
    }

    @Test
    void transcodeTakesNoSyntaxOfThatName() throws Exception {
        int exit = run("dicom", "transcode", image().toString(), "--to", "zip", "--out", "x.dcm");

        assertEquals(2, exit);
        assertTrue(err.toString().contains("not zip"), err.toString());
    }

    // [utest->req~cli.bad-input~1]
    @Test
    void aPictureBeyondAnyScreenIsRefusedBeforeItTakesMemory() throws Exception {
        int exit = run("dicom", "render", image().toString(), "--size", "99999x99999", "--out", "x.png");

        assertEquals(2, exit);
        assertTrue(err.toString().contains("at most 16384 pixels a side, not 99999x99999"), err.toString());
    }

    // [utest->req~cli.bad-input~1]
    @Test
    void badInputIsOneLineAndExitTwo() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "no picture");

        assertEquals(2, run("dicom", "dump", letter.toString()));
        assertEquals(2, run("dicom", "dump", folder.resolve("nothing.dcm").toString()));
        assertEquals(2, run("dicom", "pixels", image().toString(), "--frame", "2", "--out", "x"));
        assertEquals(2, run("audit", "verify"));

        List<String> lines = err.toString()
                .lines()
                .filter(line -> line.startsWith("candela: "))
                .toList();
        assertEquals("candela: letter.txt, offset 0: not a DICOM file (no DICM at offset 128)", lines.get(0));
        assertEquals(3, lines.size(), err.toString());
        assertTrue(err.toString().contains("--frame 2: the file has frames 1 to 1"), err.toString());
    }

    @Test
    void anEmptyAuditTrailIsIntact() throws Exception {
        Database.open(folder.resolve("candela.db"), Clock.systemUTC()).close();

        assertEquals(0, run("audit", "verify", "--json"), err.toString());
        assertTrue(out.toString().contains("\"intact\" : true"), out.toString());
    }

    private int run(String... args) {
        CommandLine line = Candela.commandLine(
                () -> 0,
                List.of(
                        CommandRun.dicomCommand(),
                        new AuditCommand(() -> folder.resolve("candela.db"), Clock.systemUTC())));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(args);
    }

    private Path image() throws Exception {
        return write(pixels());
    }

    private static Attributes pixels() {
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, UID.CTImageStorage.value())
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .setNumbers(Tag.Rows, VR.US, 2)
                .setNumbers(Tag.Columns, VR.US, 2)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 12)
                .setNumbers(Tag.HighBit, VR.US, 11)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setBytes(Tag.PixelData, VR.OW, new byte[] {0, 0, 100, 0, (byte) 200, 0, 44, 1});
    }

    private Path write(Attributes image) throws Exception {
        Path file = folder.resolve("image.dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return file;
    }
}

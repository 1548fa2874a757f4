package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.candela.Corpus;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscoderTest {
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final String JPEG_LS = "1.2.840.10008.1.2.4.80";
    private static final int ROWS = 5;
    private static final int COLUMNS = 7;
    private static final int FRAMES = 3;

    @TempDir
    private Path folder;

    // [utest->req~dicom-image.transcode~1]
    @ParameterizedTest
    @ValueSource(strings = {IMPLICIT, EXPLICIT, RLE, JPEG_LS})
    void pixelsAndIdentityStay(String syntax) throws Exception {
        Path source = signedFrames();

        Path there = transcoded(source, syntax);
        Path back = transcoded(there, EXPLICIT);

        assertSameFrames(source, there);
        assertSameFrames(source, back);
        DicomFile file = DicomReader.read(there);
        assertEquals(syntax, file.transferSyntax().uid().value());
        assertEquals(Optional.of("1.2.3"), file.dataSet().string(Tag.SOPInstanceUID));
        assertArrayEquals(pixels(source), pixels(back));
    }

    /** Its records hold offsets of its own bytes (PS3.3 F.3.2.2), which any rewriting makes wrong. */
    // [utest->req~dicom-image.transcode~1]
    @Test
    void aMediaDirectoryIsRefused() throws Exception {
        Attributes meta = new Attributes()
                .set(Tag.MediaStorageSOPClassUID, VR.UI, "1.2.840.10008.1.3.10")
                .set(Tag.MediaStorageSOPInstanceUID, VR.UI, "1.2.3");
        Path source = folder.resolve("DICOMDIR");
        DicomWriter.write(
                new DicomFile(
                        meta,
                        new Attributes().setNumbers(0x00041200, VR.UL, 400),
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                        List.of()),
                source);

        assertThrows(UnsupportedImageException.class, () -> transcoded(source, IMPLICIT));
        assertThrows(UnsupportedImageException.class, () -> transcoded(source, EXPLICIT));
    }

    // [utest->req~dicom-image.transcode~1]
    @Test
    void bigEndianCellsOf32BitsKeepTheirValuesInLittleEndian() throws Exception {
        Attributes dataSet = new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.481.2")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.Rows, VR.US, 1)
                .setNumbers(Tag.Columns, VR.US, 2)
                .setNumbers(Tag.BitsAllocated, VR.US, 32)
                .setNumbers(Tag.BitsStored, VR.US, 32)
                .setNumbers(Tag.HighBit, VR.US, 31)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setBytes(Tag.PixelData, VR.OW, new byte[] {4, 3, 2, 1, 8, 7, 6, 5});
        Path source = folder.resolve("big.dcm");
        DicomWriter.write(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN), source);

        Path little = transcoded(source, EXPLICIT);

        byte[] written = Files.readAllBytes(source);
        assertArrayEquals(
                new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, Arrays.copyOfRange(written, written.length - 8, written.length));
        assertArrayEquals(pixels(source), pixels(little));
        assertSameStored(source, little);
    }

    private static void assertSameStored(Path one, Path other) throws Exception {
        assertArrayEquals(
                FrameReader.open(one).readStored(0).littleEndian(),
                FrameReader.open(other).readStored(0).littleEndian());
    }

    @Test
    void eachFrameHasItsPlaceInTheOffsetTable() throws Exception {
        Attributes dataSet = DicomReader.read(transcoded(signedFrames(), RLE)).dataSet();

        Fragments fragments = dataSet.fragments(Tag.PixelData).orElseThrow();
        ByteBuffer table = ByteBuffer.wrap(fragments.offsetTable()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(4 * FRAMES, table.remaining());
        long offset = 0;
        for (BulkData item : fragments.items()) {
            assertEquals(offset, table.getInt());
            offset += 8 + item.length();
        }
    }

    @Test
    void coloursOfAJpegStayAndTheLossIsStated() throws Exception {
        Path source = jpeg();

        Attributes dataSet = DicomReader.read(transcoded(source, JPEG_LS)).dataSet();

        assertEquals(Optional.of("YBR_FULL"), dataSet.string(Tag.PhotometricInterpretation));
        assertEquals(Optional.of("01"), dataSet.string(Tag.LossyImageCompression));
        assertEquals(Optional.of("ISO_10918_1"), dataSet.string(Tag.LossyImageCompressionMethod));
        assertEquals(Optional.of(0), dataSet.integer(Tag.PlanarConfiguration));
        assertSameFrames(source, transcoded(source, EXPLICIT));
    }

    @Test
    void planesBecomePixels() throws Exception {
        Attributes dataSet = image(8, 8).set(Tag.PhotometricInterpretation, VR.CS, "RGB");
        dataSet.setNumbers(Tag.SamplesPerPixel, VR.US, 3).setNumbers(Tag.PlanarConfiguration, VR.US, 1);
        dataSet.setBytes(Tag.PixelData, VR.OB, noise(3 * ROWS * COLUMNS));
        Path source = written(dataSet, EXPLICIT);

        Path target = transcoded(source, RLE);

        assertSameFrames(source, target);
        assertEquals(Optional.of(0), DicomReader.read(target).dataSet().integer(Tag.PlanarConfiguration));
    }

    @Test
    void whatWouldBeLostIsRefusedAndNothingIsWritten() throws Exception {
        Attributes withOverlay = image(16, 12).setNumbers(Tag.OverlayRows, VR.US, ROWS);
        withOverlay.setBytes(Tag.PixelData, VR.OW, noise(2 * ROWS * COLUMNS));
        Path source = written(withOverlay, EXPLICIT);
        Path target = folder.resolve("target.dcm");

        assertThrows(
                UnsupportedImageException.class, () -> Transcoder.transcode(source, syntax(RLE), target), "overlay");
        assertThrows(
                UnsupportedImageException.class,
                () -> Transcoder.transcode(source, syntax("1.2.840.10008.1.2.4.81"), target),
                "lossy");
        assertFalse(Files.exists(target));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(source), left.toList());
        }
    }

    @Test
    void aFileMayReplaceItself() throws Exception {
        Path source = signedFrames();
        byte[] before = pixels(source);

        Transcoder.transcode(source, syntax(JPEG_LS), source);
        Transcoder.transcode(source, syntax(EXPLICIT), source);

        assertArrayEquals(before, pixels(source));
    }

    // [utest->req~codec.rle-encode~1] [utest->req~codec.jpeg-ls-encode~1]
    @ParameterizedTest
    @ValueSource(strings = {"dcmdrle", "dcmdjpls"})
    void dcmtkReadsWhatIsWritten(String decompressor) throws Exception {
        Assumptions.assumeTrue(isInstalled(decompressor), decompressor + " is not installed");
        String syntax = decompressor.equals("dcmdrle") ? RLE : JPEG_LS;
        List<Path> sources = new ArrayList<>(List.of(signedFrames(), jpeg()));
        for (int stored : new int[] {2, 7, 8, 9, 12, 16}) {
            int allocated = stored > 8 ? 16 : 8;
            Attributes dataSet = image(allocated, stored);
            byte[] samples = noise(allocated / 8 * ROWS * COLUMNS);
            for (int i = 0; i < samples.length; i++) {
                boolean isHigh = allocated == 16 && i % 2 == 1;
                samples[i] &= (byte) (isHigh ? (1 << (stored - 8)) - 1 : (1 << Math.min(8, stored)) - 1);
            }
            sources.add(written(dataSet.setBytes(Tag.PixelData, VR.OW, samples), EXPLICIT));
        }
        for (Path source : sources) {
            Path coded = transcoded(source, syntax);
            Path decoded = folder.resolve("decoded.dcm");

            assertEquals(0, run(decompressor, coded.toString(), decoded.toString()), source.toString());

            assertSameFrames(source, decoded);
        }
    }

    /** A frame of each kind of real image at hand. */
    @Test
    void realImagesStay() throws Exception {
        for (String name : List.of(
                "pydicom+pydicom/MR_small_jpeg_ls_lossless.dcm",
                "pydicom+pydicom/SC_rgb_jls_lossy_sample.dcm",
                "pydicom+pydicom-data/JLSL_16_15_1_1F.dcm",
                "pydicom+pydicom-data/liver_rle.dcm",
                "pydicom+pydicom-data/emri_small_RLE.dcm")) {
            Path source = Corpus.folder().resolve(name);

            assertSameFrames(source, transcoded(source, RLE));
            assertSameFrames(source, transcoded(source, EXPLICIT));
        }
    }

    private Path transcoded(Path source, String syntax) throws IOException, CandelaException {
        Path target = Files.createTempFile(folder, "transcoded", ".dcm");
        Transcoder.transcode(source, syntax(syntax), target);
        return target;
    }

    private static TransferSyntax syntax(String uid) {
        return TransferSyntax.of(new Uid(uid));
    }

    /** Signed, 12 of 16 bits, three frames. */
    private Path signedFrames() throws IOException {
        ByteBuffer samples = ByteBuffer.allocate(2 * FRAMES * ROWS * COLUMNS).order(ByteOrder.LITTLE_ENDIAN);
        Random random = new Random(2);
        while (samples.hasRemaining()) {
            samples.putShort((short) (random.nextInt(3) == 0 ? -2048 + random.nextInt(4096) : -7));
        }
        Attributes dataSet = image(16, 12).setNumbers(Tag.PixelRepresentation, VR.US, 1);
        dataSet.setNumbers(Tag.NumberOfFrames, VR.IS, FRAMES).setBytes(Tag.PixelData, VR.OW, samples.array());
        return written(dataSet, EXPLICIT);
    }

    private Path jpeg() throws IOException {
        BufferedImage image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_INT_RGB);
        image.setRGB(2, 2, 0xFF4020);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", stream);
        if (stream.size() % 2 != 0) {
            stream.write(0);
        }
        Path bytes = Files.createTempFile(folder, "frame", ".jpg");
        Files.write(bytes, stream.toByteArray());
        Attributes dataSet = image(8, 8).set(Tag.PhotometricInterpretation, VR.CS, "YBR_FULL_422");
        dataSet.setNumbers(Tag.SamplesPerPixel, VR.US, 3).setNumbers(Tag.PlanarConfiguration, VR.US, 0);
        BulkData fragment = new BulkData(bytes, 0, stream.size(), 1);
        dataSet.setFragments(Tag.PixelData, new Fragments(new byte[0], List.of(fragment)));
        return written(dataSet, "1.2.840.10008.1.2.4.50");
    }

    private static Attributes image(int allocated, int stored) {
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.Rows, VR.US, ROWS)
                .setNumbers(Tag.Columns, VR.US, COLUMNS)
                .setNumbers(Tag.BitsAllocated, VR.US, allocated)
                .setNumbers(Tag.BitsStored, VR.US, stored)
                .setNumbers(Tag.HighBit, VR.US, stored - 1)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0);
    }

    private static byte[] noise(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private Path written(Attributes dataSet, String syntax) throws IOException {
        Path file = Files.createTempFile(folder, "source", ".dcm");
        DicomWriter.write(DicomFile.of(dataSet, syntax(syntax)), file);
        return file;
    }

    private static byte[] pixels(Path file) throws IOException, CandelaException {
        return DicomReader.read(file).dataSet().loadBytes(Tag.PixelData).orElseThrow();
    }

    private static void assertSameFrames(Path one, Path other) throws IOException, CandelaException {
        FrameReader expected = FrameReader.open(one);
        FrameReader actual = FrameReader.open(other);
        assertEquals(expected.frameCount(), actual.frameCount());
        for (int i = 0; i < expected.frameCount(); i++) {
            assertArrayEquals(
                    expected.read(i).samples(), actual.read(i).samples(), one.getFileName() + " frame " + (i + 1));
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.of("/usr/bin/", "/usr/local/bin/").anyMatch(bin -> Files.isExecutable(Path.of(bin + program)));
    }

    private static int run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        return process.exitValue();
    }
}

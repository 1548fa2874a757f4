package org.candela.pitfall;

import static org.candela.pitfall.PitfallImages.bytes;
import static org.candela.pitfall.PitfallImages.colour;
import static org.candela.pitfall.PitfallImages.drawn;
import static org.candela.pitfall.PitfallImages.load;
import static org.candela.pitfall.PitfallImages.open;
import static org.candela.pitfall.PitfallImages.row;
import static org.candela.pitfall.PitfallImages.signedRow;
import static org.candela.pitfall.PitfallImages.stored;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.candela.Corpus;
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
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.image.Transcoder;
import org.candela.study.LoadedFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames as bytes, text as bytes. */
class EncodingPitfallsTest {
    private static final TransferSyntax JPEG_LS = TransferSyntax.of(new Uid("1.2.840.10008.1.2.4.80"));

    @TempDir
    private Path folder;

    /** PS3.3 C.7.6.3.1.3: by plane R R G G B B, by pixel R G B R G B. */
    @Test
    void pitfall14UncompressedSamplesLieAsPlanarConfigurationSays() throws Exception {
        Attributes byPixel = colour("RGB", 1, 2, bytes(1, 2, 3, 4, 5, 6));
        Attributes byPlane = colour("RGB", 1, 2, bytes(1, 4, 2, 5, 3, 6)).setNumbers(Tag.PlanarConfiguration, VR.US, 1);

        assertArrayEquals(new int[] {0xFF010203, 0xFF040506}, drawn(load(folder, byPixel)));
        assertArrayEquals(new int[] {0xFF010203, 0xFF040506}, drawn(load(folder, byPlane)));
    }

    /** RLE keeps its planes apart and JPEG-LS its lines, whatever the header says. */
    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.1.2.5, 0",
        "1.2.840.10008.1.2.5, 1",
        "1.2.840.10008.1.2.4.80, 0",
        "1.2.840.10008.1.2.4.80, 1"
    })
    void pitfall14CompressedSamplesLieAsTheCodingSays(String syntax, int planar) throws Exception {
        Path plain = write(colour("RGB", 2, 2, bytes(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)));
        Path coded = folder.resolve("coded.dcm");
        Transcoder.transcode(plain, TransferSyntax.of(new Uid(syntax)), coded);
        DicomFile file = DicomReader.read(coded);
        file.dataSet().setNumbers(Tag.PlanarConfiguration, VR.US, planar);
        Path lying = folder.resolve("lying.dcm");
        DicomWriter.write(file, lying);

        LoadedFrame loaded = LoadedFrame.of(FrameReader.open(lying).load(0));

        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, stored(loaded));
    }

    /** JPEG-LS and RLE code cells and know no sign: −2048 comes back as such. */
    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.80"})
    void pitfall17TheSignOfPixelsComesFromTheHeaderWhereTheCodingHasNone(String syntax) throws Exception {
        Path plain = write(signedRow("CT", -2048, -1, 0, 1, 2047));
        Path coded = folder.resolve("coded.dcm");
        Transcoder.transcode(plain, TransferSyntax.of(new Uid(syntax)), coded);

        assertArrayEquals(
                new int[] {-2048, -1, 0, 1, 2047},
                stored(LoadedFrame.of(FrameReader.open(coded).load(0))));
    }

    /** Scans of one component each (interleave none), and JPEG 2000 whose sign differs from the header's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pydicom+pydicom-data/JLSL_RGB_ILV0.dcm",
                "pydicom+pydicom-data/JLSL_16_15_1_1F.dcm",
                "dcm4che+dcm4che/test16signed.dcm"
            })
    void pitfall17SamplesAreThoseOfThePeers(String file) throws Exception {
        PeerPixels.assertSame(file);
    }

    /** Two frames, each of two fragments, told apart by a basic table, an extended one, or none (PS3.5 A.4). */
    @ParameterizedTest
    @ValueSource(strings = {"basic", "extended", "none"})
    void pitfall18FramesOfSeveralFragmentsAreTakenApart(String table) throws Exception {
        byte[] first = coded(1, 2, 3, 4);
        byte[] second = coded(9, 8, 7, 6);
        List<BulkData> items = new ArrayList<>();
        for (byte[] stream : List.of(first, second)) {
            int half = stream.length / 4 * 2;
            items.add(BulkData.ofBytes(Arrays.copyOf(stream, half)));
            items.add(BulkData.ofBytes(Arrays.copyOfRange(stream, half, stream.length)));
        }
        int offset = first.length + 16; // two item headers
        ByteBuffer basic =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(0).putInt(offset);
        ByteBuffer extended = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0)
                .putLong(offset);
        Attributes image = row("US", 0, 0, 0, 0)
                .setNumbers(Tag.NumberOfFrames, VR.IS, 2)
                .setFragments(Tag.PixelData, new Fragments(table.equals("basic") ? basic.array() : new byte[0], items));
        if (table.equals("extended")) {
            image.setBytes(Tag.ExtendedOffsetTable, VR.OV, extended.array());
        }

        FrameReader reader = open(folder, image, JPEG_LS);

        assertArrayEquals(new int[] {1, 2, 3, 4}, stored(LoadedFrame.of(reader.load(0))));
        assertArrayEquals(new int[] {9, 8, 7, 6}, stored(LoadedFrame.of(reader.load(1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cornerstonejs+cornerstone3D/test-images/CT0012.fragmented_no_bot_jpeg_baseline.51.dcm",
                "fo-dicom+fo-dicom/D_CLUNIE_CT1_RLE_FRAGS.dcm"
            })
    void pitfall18FragmentedFilesHoldTheSamplesOfThePeers(String file) throws Exception {
        PeerPixels.assertSame(file);
    }

    /**
     * PS3.5 8.1.1: 3 × 3 pixels are nine bits, the first one the lowest; rows do not begin at bytes, and the second frame
     * begins at bit 9.
     */
    @Test
    void pitfall19OneBitPixelsArePackedAcrossRowsAndFrames() throws Exception {
        // frame 1: 100 010 001, frame 2: 111 000 110; bits from the lowest: 10001000 11110001 10
        Attributes image = row("SEG", 0)
                .setNumbers(Tag.Rows, VR.US, 3)
                .setNumbers(Tag.Columns, VR.US, 3)
                .setNumbers(Tag.BitsAllocated, VR.US, 1)
                .setNumbers(Tag.BitsStored, VR.US, 1)
                .setNumbers(Tag.HighBit, VR.US, 0)
                .setNumbers(Tag.NumberOfFrames, VR.IS, 2)
                .setBytes(Tag.PixelData, VR.OB, bytes(0b00010001, 0b10001111, 0b01, 0));
        FrameReader reader = open(folder, image);

        assertArrayEquals(new int[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, stored(LoadedFrame.of(reader.load(0))));
        assertArrayEquals(new int[] {1, 1, 1, 0, 0, 0, 1, 1, 0}, stored(LoadedFrame.of(reader.load(1))));
    }

    /** PS3.5 H.3.1 (ISO 2022 IR 87) and I.2 (ISO 2022 IR 149): groups of a name, and the same bytes when written. */
    @ParameterizedTest
    @CsvSource({
        "'\\ISO 2022 IR 87', 'Yamada^Tarou=\u001b$B;3ED\u001b(B^\u001b$BB@O:\u001b(B=\u001b$B$d$^$@\u001b(B^\u001b$B$?$m$&\u001b(B',"
                + " 'Yamada^Tarou=\u5c71\u7530^\u592a\u90ce=\u3084\u307e\u3060^\u305f\u308d\u3046'",
        "'\\ISO 2022 IR 149', 'Hong^Gildong=\u001b$)C\u00fb\u00f3^\u001b$)C\u00d1\u00ce\u00d4\u00d7=\u001b$)C\u00c8\u00ab^\u001b$)C\u00b1\u00e6\u00b5\u00bf',"
                + " 'Hong^Gildong=\u6d2a^\u5409\u6d1e=\ud64d^\uae38\ub3d9'"
    })
    void pitfall33NamesInSeveralCharacterSetsAreReadAndWrittenInTheSame(String sets, String coded, String name)
            throws Exception {
        byte[] raw = coded.getBytes(StandardCharsets.ISO_8859_1);
        byte[] padded = Arrays.copyOf(raw, raw.length + raw.length % 2);
        if (padded.length > raw.length) {
            padded[raw.length] = ' ';
        }
        Attributes image = row("OT", 1).set(Tag.SpecificCharacterSet, VR.CS, sets.split("\\\\", -1));
        image.setBytes(Tag.PatientName, VR.PN, padded);

        Attributes read = DicomReader.read(write(image)).dataSet();
        assertEquals(name, read.string(Tag.PatientName).orElseThrow());
        read.set(Tag.PatientName, VR.PN, name);
        Attributes again = DicomReader.read(write(read)).dataSet();

        assertEquals(name, again.string(Tag.PatientName).orElseThrow());
        assertArrayEquals(padded, again.bytes(Tag.PatientName).orElseThrow());
    }

    /** C.7.6.1.1.5: loss once is loss for ever, whichever of the three attributes tells it. */
    @ParameterizedTest
    @CsvSource({"2110, CS, 01", "2112, DS, 10.5", "2114, CS, ISO_10918_1"})
    void pitfall40LossIsKnownFromAnyOfItsAttributesAndStaysAfterCodingWithoutLoss(String element, VR vr, String value)
            throws Exception {
        int tag = 0x00280000 | Integer.parseInt(element, 16);
        Path lossy = write(row("CT", 1, 2, 3).set(tag, vr, value));
        Path again = folder.resolve("again.dcm");
        Transcoder.transcode(lossy, JPEG_LS, again);

        assertTrue(FrameReader.open(lossy).describe(0).isLossy());
        assertTrue(FrameReader.open(again).describe(0).isLossy());
        assertFalse(FrameReader.open(write(row("CT", 1, 2, 3))).describe(0).isLossy());
    }

    /** JPEG Baseline always loses, also where (0028,2110) says 00. */
    @Test
    void pitfall40ALossyCodingIsLossyWhateverTheHeaderSays() throws Exception {
        Path file = Corpus.folder().resolve("pydicom+pydicom/SC_rgb_jpeg_dcmtk.dcm");
        DicomFile read = DicomReader.read(file);
        read.dataSet()
                .set(Tag.LossyImageCompression, VR.CS, "00")
                .remove(Tag.LossyImageCompressionRatio)
                .remove(Tag.LossyImageCompressionMethod);
        Path silent = folder.resolve("silent.dcm");
        DicomWriter.write(read, silent);

        assertTrue(FrameReader.open(silent).describe(0).isLossy());
        Path plain = folder.resolve("plain.dcm");
        Transcoder.transcode(silent, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, plain);
        assertTrue(FrameReader.open(plain).describe(0).isLossy(), "without loss from here on, but not before");
    }

    private byte[] coded(int... values) throws Exception {
        Path coded = Files.createTempFile(folder, "stream", ".dcm");
        Transcoder.transcode(write(row("US", values)), JPEG_LS, coded);
        byte[] stream = DicomReader.read(coded)
                .dataSet()
                .fragments(Tag.PixelData)
                .orElseThrow()
                .items()
                .get(0)
                .read();
        return stream;
    }

    private Path write(Attributes image) throws Exception {
        Path file = Files.createTempFile(folder, "plain", ".dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return file;
    }
}

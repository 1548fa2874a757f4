package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.codec.video.FfmpegSearch;
import org.candela.codec.video.FfmpegVideoDecoder;
import org.candela.codec.video.Footage;
import org.candela.codec.video.Limits;
import org.candela.codec.video.VideoColour;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.image.Frame;
import org.candela.image.Photometric;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Videos in DICOM files of our own writer. */
// [utest->req~dicom-image.video~1]
class VideoReaderTest {
    private static final int FRAMES = 15;
    private static final int PLANES = Footage.ROWS * Footage.COLUMNS * 3 / 2;

    @TempDir
    private Path folder;

    private ScheduledExecutorService scheduler;
    private FfmpegVideoDecoder decoder;

    @BeforeEach
    void makeDecoder() {
        scheduler = Executors.newSingleThreadScheduledExecutor();
        decoder = new FfmpegVideoDecoder(new FfmpegSearch(Footage.places()), Limits.USUAL, scheduler);
    }

    @AfterEach
    void end() {
        if (decoder != null) {
            decoder.close();
        }
        scheduler.shutdownNow();
    }

    // [utest->req~codec.video-stored~1]
    @ParameterizedTest
    @CsvSource({"100, 1", "101.1, 4", "102, 1", "103.1, 3", "106, 1", "107, 1"})
    void storedValuesAreThoseOfTheStreamAndShownIsRgb(String syntax, int fragments) throws Exception {
        Path film = film(syntax);
        List<byte[]> planes = Footage.decoded(film, PLANES);
        FrameReader reader = FrameReader.open(object(film, syntax, fragments, 8), decoder);

        assertEquals(FRAMES, reader.frameCount());
        for (int index : List.of(0, 14, 3)) {
            Frame stored = reader.read(index);
            Frame shown = reader.load(index).frame();

            short[] expected = shorts(Footage.upsampled(planes.get(index), 1));
            assertArrayEquals(expected, stored.samples(), "frame " + index);
            assertEquals(Photometric.YBR_PARTIAL_420, stored.layout().photometric());
            assertArrayEquals(VideoColour.PARTIAL_420.toRgb(expected, 8), shown.samples());
            assertEquals(Photometric.RGB, shown.layout().photometric());
        }
        assertTrue(reader.load(0).description().isLossy());
        assertEquals(
                syntax.equals("106"),
                reader.load(0).description().warnings().toString().contains("stereo"));
    }

    @Test
    void tenBitsAreStoredInSixteen() throws Exception {
        Path film = Footage.hevc(folder.resolve("film.mp4"), FRAMES, "yuv420p10le");
        List<byte[]> planes = Footage.decoded(film, 2 * PLANES);

        Frame stored = FrameReader.open(object(film, "108", 1, 10), decoder).read(7);

        assertArrayEquals(shorts(Footage.upsampled(planes.get(7), 2)), stored.samples());
        assertEquals("<u2", stored.sampleType().code());
    }

    @Test
    void bitsThatTheHeaderDoesNotStateAreRefused() throws Exception {
        Path film = Footage.hevc(folder.resolve("film.mp4"), FRAMES, "yuv420p10le");
        FrameReader reader = FrameReader.open(object(film, "108", 1, 8), decoder);

        CandelaException refused = assertThrows(CandelaException.class, () -> reader.load(2));
        assertTrue(String.valueOf(refused.getMessage()).contains("object.dcm"), refused.getMessage());
        assertTrue(
                String.valueOf(refused.getMessage()).contains("frame 3: the video has 3 unsigned samples of 10 bits"));
    }

    @Test
    void moreFramesThanTheHeaderSaysAreToldOnTheImage() throws Exception {
        Path film = Footage.mpeg2(folder.resolve("film.m2v"), FRAMES + 2);
        FrameReader reader = FrameReader.open(object(film, "100", 1, 8), decoder);

        assertEquals(
                List.of("the video has more frames than the 15 of its header"),
                reader.load(FRAMES - 1).description().warnings());
    }

    @Test
    void aMissingFrameNamesFileAndFrame() throws Exception {
        Path film = Footage.mpeg2(folder.resolve("film.m2v"), 5);
        FrameReader reader = FrameReader.open(object(film, "100", 1, 8), decoder);

        String message = String.valueOf(
                assertThrows(CandelaException.class, () -> reader.readStored(6)).getMessage());
        assertTrue(
                message.startsWith("object.dcm") && message.contains("frame 7: the video ends after 5 of 15 frames"),
                message);
    }

    @Test
    void withoutDecoderTheHeaderIsReadAndThePixelsRefusedByName() throws Exception {
        Path film = Footage.mpeg2(folder.resolve("film.m2v"), 3);
        FrameReader reader = FrameReader.open(object(film, "100", 1, 8));

        assertEquals(Footage.ROWS, reader.describe(0).layout().rows());
        assertEquals(
                "object.dcm: MPEG-2 video is not decoded here",
                assertThrows(UnsupportedImageException.class, () -> reader.load(0))
                        .getMessage());
    }

    private Path film(String syntax) throws Exception {
        if (syntax.startsWith("100")) {
            return Footage.mpeg2(folder.resolve("film.m2v"), FRAMES);
        }
        if (syntax.startsWith("101")) {
            return Footage.mpeg2(folder.resolve("film.ts"), FRAMES);
        }
        return syntax.equals("107")
                ? Footage.hevc(folder.resolve("film.mp4"), FRAMES, "yuv420p")
                : Footage.h264(folder.resolve("film.mp4"), FRAMES);
    }

    private Path object(Path film, String syntax, int fragments, int bits) throws Exception {
        byte[] stream = Files.readAllBytes(film);
        List<BulkData> items = new ArrayList<>();
        int step = (stream.length / fragments + 1) & ~1;
        for (int at = 0; at < stream.length; at += step) {
            byte[] part = Arrays.copyOfRange(stream, at, Math.min(stream.length, at + step));
            items.add(BulkData.ofBytes(Arrays.copyOf(part, (part.length + 1) & ~1)));
        }
        Attributes image = new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.77.1.1.1")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .set(Tag.PhotometricInterpretation, VR.CS, "YBR_PARTIAL_420")
                .set(Tag.NumberOfFrames, VR.IS, String.valueOf(FRAMES))
                .setNumbers(Tag.SamplesPerPixel, VR.US, 3)
                .setNumbers(Tag.PlanarConfiguration, VR.US, 0)
                .setNumbers(Tag.Rows, VR.US, Footage.ROWS)
                .setNumbers(Tag.Columns, VR.US, Footage.COLUMNS)
                .setNumbers(Tag.BitsAllocated, VR.US, bits > 8 ? 16 : 8)
                .setNumbers(Tag.BitsStored, VR.US, bits)
                .setNumbers(Tag.HighBit, VR.US, bits - 1)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setFragments(Tag.PixelData, new Fragments(new byte[0], items));
        Path file = folder.resolve("object.dcm");
        TransferSyntax of = TransferSyntax.of(new Uid("1.2.840.10008.1.2.4." + syntax));
        DicomWriter.write(DicomFile.of(image, of), file);
        return file;
    }

    private static short[] shorts(int[] values) {
        short[] shorts = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            shorts[i] = (short) values[i];
        }
        return shorts;
    }
}

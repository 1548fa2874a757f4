package org.candela.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.codec.video.FfmpegSearch;
import org.candela.codec.video.FfmpegVideoDecoder;
import org.candela.codec.video.Footage;
import org.candela.codec.video.Limits;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every video syntax: each frame, and its stored values beside those that FFmpeg decodes by itself. */
class VideoConformanceTest {
    private static final int FRAMES = 15;
    private static final int PLANES = Footage.ROWS * Footage.COLUMNS * 3 / 2;

    @TempDir
    private Path folder;

    // [utest->req~dicom-image.conformance~1]
    @Test
    void everyFrameOfEverySyntaxIsMeasured() throws Exception {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        StringBuilder measured = new StringBuilder("| transfer syntax | 8 | 10 |\n|---|---|---|\n");
        try (FfmpegVideoDecoder decoder =
                new FfmpegVideoDecoder(new FfmpegSearch(Footage.places()), Limits.USUAL, scheduler)) {
            List<TransferSyntax> videos = TransferSyntax.all().stream()
                    .filter(Standard::isVideo)
                    .sorted(Comparator.comparing(syntax -> syntax.uid().value()))
                    .toList();
            assertFalse(videos.isEmpty());
            for (TransferSyntax syntax : videos) {
                measured.append("| ")
                        .append(syntax.name())
                        .append(" (")
                        .append(syntax.uid())
                        .append(") |");
                for (Bits bits : List.of(Bits.U8, Bits.U10)) {
                    TestImage image = new TestImage(Colour.YBR_PARTIAL_420, bits);
                    boolean isDefined = Standard.defines(syntax, image);
                    measured.append(isDefined ? " " + cell(syntax, bits, decoder) + " |" : " – |");
                }
                measured.append('\n');
            }
        } finally {
            scheduler.shutdownNow();
        }

        Document.check("video", measured.toString());
    }

    private String cell(TransferSyntax syntax, Bits bits, FfmpegVideoDecoder decoder) throws Exception {
        Path film = film(syntax, bits);
        List<byte[]> planes = Footage.decoded(film, PLANES * bits.bytes());
        Path file = folder.resolve("measured.dcm");
        Measurement.write(header(bits), Files.readAllBytes(film), syntax, file);
        FrameReader reader = FrameReader.open(file, decoder);

        assertEquals(FRAMES, planes.size(), syntax.name());
        for (int i = 0; i < FRAMES; i++) {
            double[] expected = Arrays.stream(Footage.upsampled(planes.get(i), bits.bytes()))
                    .asDoubleStream()
                    .toArray();
            assertArrayEquals(expected, Measurement.numbers(reader.readStored(i)), syntax.name() + ", frame " + i);
        }
        return "exact";
    }

    private Path film(TransferSyntax syntax, Bits bits) throws Exception {
        return switch (Standard.video(syntax)) {
            case MPEG2 -> Footage.mpeg2(folder.resolve("film.m2v"), FRAMES);
            case H264 -> Footage.h264(folder.resolve("film.mp4"), FRAMES);
            case HEVC -> Footage.hevc(folder.resolve("film.mp4"), FRAMES, bits == Bits.U10 ? "yuv420p10le" : "yuv420p");
        };
    }

    private static Attributes header(Bits bits) {
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.77.1.1.1")
                .set(Tag.SOPInstanceUID, VR.UI, "1.2.3")
                .set(Tag.PhotometricInterpretation, VR.CS, Colour.YBR_PARTIAL_420.term())
                .set(Tag.NumberOfFrames, VR.IS, String.valueOf(FRAMES))
                .setNumbers(Tag.SamplesPerPixel, VR.US, 3)
                .setNumbers(Tag.PlanarConfiguration, VR.US, 0)
                .setNumbers(Tag.Rows, VR.US, Footage.ROWS)
                .setNumbers(Tag.Columns, VR.US, Footage.COLUMNS)
                .setNumbers(Tag.BitsAllocated, VR.US, bits.allocated())
                .setNumbers(Tag.BitsStored, VR.US, bits.stored())
                .setNumbers(Tag.HighBit, VR.US, bits.stored() - 1)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0);
    }
}

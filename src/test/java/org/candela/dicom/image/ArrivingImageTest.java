package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.candela.Peer;
import org.candela.base.CandelaException;
import org.candela.dicom.object.ObjectFiles;
import org.candela.study.LargeImages;
import org.candela.study.LargeImages.Coding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

// [utest->req~dicom-image.arriving~1]
class ArrivingImageTest {
    @TempDir
    private Path folder;

    /** The file cut at every sixteenth; OpenJPEG decodes the whole at the same reduction. */
    @ParameterizedTest
    @EnumSource(Coding.class)
    void whatAFileCutAnywhereGivesIsWhatOpenJpegMakesOfTheWholeAtThatResolution(Coding coding) throws Exception {
        Path file = LargeImages.image(7, coding, folder);
        byte[] whole = Files.readAllBytes(file);
        TreeSet<Integer> reductions = new TreeSet<>();
        for (int part = 1; part <= 16; part++) {
            Path cut = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(whole, whole.length * part / 16));
            Optional<ArrivingImage> image = ArrivingImage.of(cut);
            if (image.isEmpty()) {
                assertTrue(reductions.isEmpty(), "less at " + part + " sixteenths than before");
                continue;
            }
            ArrivingImage now = image.orElseThrow();
            assertTrue(reductions.isEmpty() || now.reduction() <= reductions.first(), "coarser than before");
            if (reductions.add(now.reduction())) {
                short[] ours = now.reader().reducedBy(now.reduction()).read(0).samples();
                assertArrayEquals(openJpeg(coding, now.reduction()), ours, "reduced by " + now.reduction());
            }
        }

        assertTrue(reductions.size() >= 2 && reductions.first() == 0, "resolutions seen: " + reductions);
    }

    /** A finer resolution than is whole is refused, not drawn with holes. */
    @Test
    void aFinerResolutionThanIsThereIsRefused() throws Exception {
        Path file = LargeImages.image(7, Coding.HT_RPCL, folder);
        byte[] whole = Files.readAllBytes(file);
        ArrivingImage half = ArrivingImage.of(
                        Files.write(folder.resolve("half.dcm"), Arrays.copyOf(whole, whole.length / 2)))
                .orElseThrow();

        assertTrue(half.reduction() > 0);
        FrameReader finer = half.reader().reducedBy(half.reduction() - 1);
        assertThrows(CandelaException.class, () -> finer.load(0));
    }

    @Test
    void otherKindsOfFilesGiveNothingHoweverMuchIsThere() throws Exception {
        Path plain = ObjectFiles.file(ObjectFiles.image("1.2.3.4.5"), folder, "plain.dcm");
        byte[] whole = Files.readAllBytes(plain);

        for (int length = 0; length <= whole.length; length += 7) {
            Path cut = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(whole, length));
            assertEquals(Optional.empty(), orNothing(cut), "at " + length + " bytes");
        }
    }

    private static Optional<ArrivingImage> orNothing(Path file) throws IOException {
        try {
            return ArrivingImage.of(file);
        } catch (CandelaException e) {
            return Optional.empty(); // no DICOM yet
        }
    }

    private short[] openJpeg(Coding coding, int reduction) throws Exception {
        Peer.need("opj_decompress");
        String stream = coding == Coding.HT_RPCL ? "coded.j2c" : "coded.j2k";
        Peer.run(folder, List.of("opj_decompress", "-i", stream, "-o", "opj.rawl", "-r", String.valueOf(reduction)));
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("opj.rawl"))).order(ByteOrder.LITTLE_ENDIAN);
        short[] samples = new short[bytes.remaining() / Short.BYTES];
        bytes.asShortBuffer().get(samples);
        return samples;
    }
}

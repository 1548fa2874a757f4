package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.candela.FileMutator;
import org.candela.Fuzz;
import org.candela.FuzzSeeds;
import org.candela.base.CandelaException;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.ReadOptions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutated images of every transfer syntax: each frame is decoded or refused in one line, soon and with little memory. */
class FrameFuzzTest {
    private static final long MOST_BYTES = 1 << 20;
    private static final String JPEG = "1.2.840.10008.1.2.4.";

    private static Map<String, List<Fuzz.Seed>> files = Map.of();

    @TempDir
    private Path folder;

    @BeforeAll
    static void findFiles() throws IOException {
        files = FuzzSeeds.files(MOST_BYTES).stream().collect(Collectors.groupingBy(FrameFuzzTest::syntax));
    }

    // [utest->req~dicom-image.bounded~1]
    @Test
    void uncompressedFramesAndTheirTables() throws Exception {
        check(
                "frames.plain",
                700,
                SeedImages.plain(),
                List.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"));
    }

    // [utest->req~dicom-image.bounded~1]
    @Test
    void packedFrames() throws Exception {
        check("frames.packed", 500, SeedImages.packed(), List.of("1.2.840.10008.1.2.5", "1.2.840.10008.1.2.8.1"));
    }

    // [utest->req~dicom-image.bounded~1]
    @Test
    void framesOfJpegLs() throws Exception {
        check("frames.jpeg-ls", 300, List.of(), List.of(JPEG + "80", JPEG + "81"));
    }

    // [utest->req~dicom-image.bounded~1]
    @Test
    void framesOfJpeg() throws Exception {
        check(
                "frames.jpeg",
                600,
                SeedImages.jpeg(),
                List.of(JPEG + "50", JPEG + "51", JPEG + "53", JPEG + "55", JPEG + "57", JPEG + "70"));
    }

    // [utest->req~dicom-image.bounded~1]
    @Test
    void framesOfJpeg2000() throws Exception {
        List<String> names = List.of(
                "plain-8.j2k",
                "signed-12.j2k",
                "colour-tiles-offset.j2k",
                "all-modes.j2k",
                "bypass-layers.j2k",
                "rpcl-precincts-sop-eph.j2k",
                "pcrl-tile-parts.j2k",
                "progression-changes.j2k",
                "region.j2k",
                "boxed.jp2",
                "lossy-colour.j2k",
                "cprl.j2k",
                "sixteen.j2k");
        check("frames.jpeg-2000", 300, SeedImages.jpeg2000(names, 91), List.of(JPEG + "90", JPEG + "91"));
    }

    // [utest->req~dicom-image.bounded~1]
    @Test
    void framesOfHighThroughputJpeg2000() throws Exception {
        List<String> names = List.of(
                "ht-plain-8.j2c",
                "ht-small-blocks-12.j2c",
                "ht-wide-blocks-16.j2c",
                "ht-colour-rpcl.j2c",
                "ht-lossy-colour.j2c",
                "ht-colour-tiles.j2c",
                "ht-refined-both.j2c",
                "ht-refined-causal.j2c");
        check("frames.htj2k", 300, SeedImages.jpeg2000(names, 203), List.of(JPEG + "201", JPEG + "202", JPEG + "203"));
    }

    private void check(String slice, int count, List<Fuzz.Seed> own, List<String> syntaxes) {
        List<Fuzz.Seed> seeds = new ArrayList<>(own);
        syntaxes.forEach(syntax -> seeds.addAll(files.getOrDefault(syntax, List.of())));
        Assumptions.assumeFalse(seeds.isEmpty(), "no files at hand");
        Fuzz.slice(slice, count)
                .allowing(DicomFormatException.class, UnsupportedImageException.class)
                .run(seeds, FileMutator::mutated, this::decode)
                .requireBothOutcomes();
    }

    private static String syntax(Fuzz.Seed seed) {
        try {
            return DicomReader.read(seed.content().get(), "seed", ReadOptions.header())
                    .transferSyntax()
                    .uid()
                    .value();
        } catch (IOException | DicomFormatException e) {
            return "1.2.840.10008.1.2"; // broken seeds are seeds too
        }
    }

    /** One frame, by chance the last, in one of the ways that frames are asked for; what fails says so in one line. */
    private Object decode(byte[] input, Random random) throws IOException, CandelaException {
        Path file = folder.resolve("mutant");
        Files.write(file, input);
        try {
            FrameReader reader = FrameReader.open(file);
            int frame = random.nextBoolean() ? 0 : random.nextInt(reader.frameCount());
            reader.content(frame);
            reader.realWorld(frame);
            FrameOrder.of(reader);
            return random.nextBoolean() ? reader.load(frame) : reader.readStored(frame);
        } catch (CandelaException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("mutant"), "names no file: " + e);
            assertEquals(1, e.toString().lines().count(), e.toString());
            throw e;
        }
    }
}

package org.candela.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.image.ImageDescription;
import org.candela.image.Frame;
import org.candela.image.ImagePoint;
import org.candela.image.ImageSpacing;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~demo.synthetic~1]
class SyntheticStudiesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    static Path folder;

    private static List<SyntheticStudy> studies;

    @BeforeAll
    static void write() throws IOException {
        studies = new SyntheticStudies(42, NOW).write(folder);
    }

    private static SyntheticStudy study(String modality, boolean isPrior) {
        return studies.stream()
                .filter(study -> study.modality().equals(modality) && study.isPrior() == isPrior)
                .findFirst()
                .orElseThrow();
    }

    private static FrameReader firstOf(String modality) throws Exception {
        return FrameReader.open(study(modality, false).files().get(0));
    }

    @Test
    void twoFacilitiesHaveFiveModalitiesEachWithAPrior() {
        assertEquals(12, studies.size());
        for (String modality : List.of("CT", "MR", "MG", "CR", "US")) {
            assertNotEquals(study(modality, false).uid(), study(modality, true).uid());
        }
        assertEquals(
                2, studies.stream().map(SyntheticStudy::facility).distinct().count());
        assertTrue(study("CT", false).files().size() >= 120);
    }

    @Test
    void everyFileNamesASyntheticPatientAndSaysSoInItsPixels() throws Exception {
        for (SyntheticStudy study : studies) {
            var dataSet = DicomReader.readHeader(study.files().get(0)).dataSet();

            assertTrue(dataSet.string(Tag.PatientName).orElseThrow().startsWith("SYNTHETIC^"));
            assertEquals(Optional.of("YES"), dataSet.string(Tag.BurnedInAnnotation));
        }
    }

    @Test
    void theWordStandsInThePixels() throws Exception {
        Frame frame = firstOf("CT").read(0);

        // The stem of the first T, dots 12 + 2 of the word at scale 1 from (8, 8).
        for (int row = 8; row < 15; row++) {
            assertEquals(1624, frame.value(row, 8 + 3 * 6 + 2));
        }
    }

    @Test
    void theRodsOfTheCtHaveTheirHounsfieldValues() throws Exception {
        FrameReader reader = FrameReader.open(study("CT", false).files().get(60));
        Frame frame = reader.read(0);
        ImageDescription description = reader.describe(0);

        for (int rod = 0; rod < CtPainter.ROD_VALUES.length; rod++) {
            double sum = 0;
            for (int row = -4; row <= 4; row++) {
                for (int column = -4; column <= 4; column++) {
                    int stored = frame.value(CtPainter.rodRow() + row, CtPainter.rodColumn(rod) + column);
                    sum += description.rescale().apply(stored);
                }
            }
            // 81 pixels of noise below 12 HU: a mean within 4 HU is three standard deviations.
            assertEquals(CtPainter.ROD_VALUES[rod], sum / 81, 4);
        }
        assertEquals("HU", description.rescale().unit());
    }

    @Test
    void slicesLieOneStepApart() throws Exception {
        List<Path> files = study("CT", false).files();
        double first = FrameReader.open(files.get(0))
                .describe(0)
                .place()
                .plane()
                .orElseThrow()
                .position();
        double second = FrameReader.open(files.get(1))
                .describe(0)
                .place()
                .plane()
                .orElseThrow()
                .position();

        assertEquals(CtPainter.SLICE_STEP_MM, second - first, 1e-6);
    }

    @Test
    void theMrIsOblique() throws Exception {
        var plane = firstOf("MR").describe(0).place().plane().orElseThrow();

        assertEquals(Math.cos(Math.toRadians(12)), plane.normal().z(), 1e-3);
    }

    @Test
    void theRadiographKnowsOnlyItsDetector() throws Exception {
        FrameReader reader = firstOf("CR");

        assertEquals(
                ImageSpacing.Source.DETECTOR,
                ((ImageSpacing.Known) reader.describe(0).place().spacing()).source());
        assertEquals("MONOCHROME1", reader.describe(0).layout().photometric().name());
    }

    @Test
    void theMammogramHasFiveMegapixelsASideAndAView() throws Exception {
        ImageDescription description = firstOf("MG").describe(0);

        assertTrue((long) description.layout().rows() * description.layout().columns() >= 5_000_000);
        assertEquals(Optional.of("R"), description.place().laterality());
        assertEquals(Optional.of("CC"), description.place().view());
        assertEquals(List.of("P", "L"), description.place().patientOrientation());
    }

    @Test
    void theCineIsColourInOneCalibratedRegionAndDecodesToWhatWasDrawn() throws Exception {
        FrameReader reader = firstOf("US");

        ImageDescription description = reader.describe(0);

        assertEquals(UltrasoundPainter.FRAMES, reader.frameCount());
        assertEquals(Optional.of(Duration.ofMillis(40)), description.frameTime());
        int row = description.layout().rows() / 2;
        int column = description.layout().columns() / 2;
        ImageSpacing inside =
                description.place().spacing().between(new ImagePoint(column, row), new ImagePoint(column + 9, row));
        assertEquals(ImageSpacing.Source.ULTRASOUND_REGION, ((ImageSpacing.Known) inside).source());
        StudyPlan plan =
                new StudyPlan(SyntheticCase.HEART_ULTRASOUND, 42, 0, NOW.minus(SyntheticCase.HEART_ULTRASOUND.age()));
        byte[] drawn = new HeartCine(plan).frame(5);
        short[] decoded = reader.read(5).samples();
        for (int i = 0; i < drawn.length; i++) {
            assertEquals(drawn[i] & 0xFF, decoded[i], "sample " + i);
        }
    }

    @Test
    void theSameSeedAndMomentGiveTheSameBytes(@TempDir Path other) throws Exception {
        List<SyntheticStudy> again = new SyntheticStudies(42, NOW).writeModality("MR", other);

        byte[] first = Files.readAllBytes(study("MR", false).files().get(7));
        assertArrayEquals(first, Files.readAllBytes(again.get(0).files().get(7)));
    }

    @Test
    void anotherReaderFindsNoErrorInAnyKindOfFile() throws Exception {
        for (String modality : List.of("CT", "MR", "MG", "CR", "US")) {
            Path file = study(modality, false).files().get(0);
            assertEquals(0, exitOf("dcmdump", "-q", file.toString()), modality);
        }
    }

    private static int exitOf(String... command) throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("DCMTK is not installed: " + command[0]);
            return -1;
        }
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        return process.exitValue();
    }
}

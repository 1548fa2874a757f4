package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.Raster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.candela.MovableClock;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.ReadOptions;
import org.candela.dicom.Tag;
import org.candela.dicom.image.DescribedFrame;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.object.ObjectFiles;
import org.candela.displayqa.QaStation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

// [utest->req~cli.pattern~1]
class QaPatternTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aPngOfEightBitsHasTheLevelsAndSaysThatItIsSynthetic() throws Exception {
        Path file = folder.resolve("lpv.png");

        assertEquals(0, run("qa", "pattern", "LPV50", "--size", "1536x2048", "--out", file.toString()), err.toString());

        Raster raster = ImageIO.read(file.toFile()).getRaster();
        assertEquals(List.of(1536, 2048, 1), List.of(raster.getWidth(), raster.getHeight(), raster.getNumBands()));
        for (int x = 0; x < 1536; x++) {
            assertEquals(x % 2 == 0 ? 143 : 128, raster.getSample(x, 2047, 0));
        }
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(bytes.contains("SYNTHETIC pattern SYN-LPV50 (after TG18-LPV50)"));
    }

    @Test
    void aWholeSetIsWrittenWithItsQuestions() {
        Path to = folder.resolve("set");

        assertEquals(
                0,
                run("qa", "pattern", "--set", "acceptance", "--size", "256x256", "--out", to.toString()),
                err.toString());

        assertTrue(Files.exists(to.resolve("ambient.png")) && Files.exists(to.resolve("qc.png")), out.toString());
        assertTrue(out.toString().contains("On which side is the bar?"), out.toString());
        assertEquals(2, run("qa", "pattern", "--set", "weekly", "--out", to.toString()));
        assertTrue(err.toString().contains("pre-shift, daily, room-light, acceptance"), err.toString());
    }

    @Test
    void aPngOfTwelveBitsHasSixteenWithWhiteWhite() throws Exception {
        Path file = folder.resolve("ln.png");

        assertEquals(0, run("qa", "pattern", "syn-ln12-18", "--out", file.toString()), err.toString());

        Raster raster = ImageIO.read(file.toFile()).getRaster();
        assertEquals(65535, raster.getSample(512, 512, 0));
        assertEquals(39331, raster.getSample(0, 0, 0)); // 2448 through window 4080 about 2040: 65535 * 2448 / 4079
    }

    @ParameterizedTest
    @CsvSource({"QC,8,128,256", "QC,12,2048,4096", "LN8-09,12,2040,4080", "AFC,8,128,256", "TR,8,128,256"})
    void aDicomFileIsASecondaryCaptureOfNoPatientThatOthersFindNoFaultWith(
            String name, String bits, String center, String width) throws Exception {
        Path file = folder.resolve("pattern.dcm");

        assertEquals(
                0,
                run("qa", "pattern", name, "--bits", bits, "--size", "1536x2048", "--out", file.toString()),
                err.toString());

        Attributes dataSet =
                DicomReader.read(file, ReadOptions.standard().strict()).dataSet();
        assertEquals("", dataSet.string(Tag.PatientName).orElse(""));
        assertEquals("", dataSet.string(Tag.PatientID).orElse(""));
        assertEquals("SYN", dataSet.string(Tag.ConversionType).orElseThrow());
        assertTrue(dataSet.string(Tag.ImageComments).orElseThrow().startsWith("SYNTHETIC pattern SYN-" + name));
        assertEquals(center, dataSet.string(Tag.WindowCenter).orElseThrow());
        assertEquals(width, dataSet.string(Tag.WindowWidth).orElseThrow());
        ObjectFiles.requireValid(file);
        ObjectFiles.requireNoErrorsOfDicom3tools(
                file, "Laterality"); // of a paired part of a body, which a pattern is not
    }

    @Test
    void aDicomFileIsReadAsItWasDrawn() throws Exception {
        Path file = folder.resolve("un.dcm");
        run("qa", "pattern", "MP", "--size", "1536x2048", "--out", file.toString());

        DescribedFrame loaded = FrameReader.open(file).load(0);

        assertEquals(12, loaded.frame().layout().bitsStored());
        assertEquals(4095, loaded.frame().value(2047, 1500));
        assertEquals(256, loaded.frame().value(0, 150));
    }

    @Test
    void theListNamesEveryPatternWithItsReference() throws Exception {
        assertEquals(0, run("qa", "pattern", "--list", "--json"), err.toString());

        JsonNode list = JsonMapper.builder().build().readTree(out.toString());
        assertEquals(99, list.size());
        assertEquals("SYN-QC", list.get(0).get("id").asText());
        assertEquals("109801", list.get(0).get("code").asText());
        assertTrue(list.get(0).get("synthetic").asBoolean());
        for (JsonNode pattern : list) {
            assertFalse(pattern.get("reference").asText().isEmpty());
        }
    }

    @Test
    void aPatternThatIsLargerThanTheScreenIsWarnedOf() {
        Path file = folder.resolve("qc.png");

        assertEquals(0, run("qa", "pattern", "QC", "--size", "800x600", "--out", file.toString()));

        assertTrue(err.toString().contains("warning: SYN-QC (after TG18-QC) needs 1024 pixels a side"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TG18-QC --out a.png",
                "QC --out a.gif",
                "QC --out a.png --bits 10",
                "QC --out a.png --step 1",
                "GV --out a.png --pitch 0",
                "LN12-01 --out a.png --bits 8",
                "QC --out nowhere/a.png",
                "QC --out nowhere/a.dcm"
            })
    void badInputIsOneLineAndWritesNothing(String arguments) {
        assertEquals(2, run(words(arguments)));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertFalse(Files.exists(folder.resolve("a.png")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QC",
                "--out a.png",
                "QC --out a.png --size 10x10",
                "QC --out a.png --size 99999x99999",
                "QC --out a.png --size wide"
            })
    void aCommandThatIsNotOneSaysWhyFirst(String arguments) {
        assertEquals(2, run(words(arguments)));
        String first = err.toString().lines().findFirst().orElseThrow();
        assertTrue(first.startsWith("Which pattern") || first.contains("--size"), first);
        assertFalse(Files.exists(folder.resolve("a.png")));
    }

    private String[] words(String arguments) {
        return ("qa pattern " + arguments.replaceAll("(nowhere/)?a\\.", folder + "/$1a.")).split(" ", -1);
    }

    private int run(String... arguments) {
        CommandLine line = Candela.commandLine(
                () -> 0,
                List.of(QaCommand.commandLine(
                        new NoStations(), () -> AppPaths.under(folder.resolve("home")), new MovableClock())));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    /** Patterns need no display. */
    private static final class NoStations implements StationOpener {
        @Override
        public QaStation open() throws CandelaException {
            throw new CandelaException("test.none", "no displays here");
        }

        @Override
        public QaStation openSimulated() {
            throw new IllegalStateException("no displays here");
        }
    }
}

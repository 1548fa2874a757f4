package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.candela.Corpus;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.structured.Concepts;
import org.candela.dicom.object.structured.TextReport;
import org.candela.dicom.object.structured.TextReportWriter;
import org.candela.dicom.object.waveform.WaveformSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DicomDescribeTest {
    @TempDir
    private Path folder;

    // [utest->req~cli.describe~1]
    @Test
    void anImageIsDescribedByItsSizeAndGreys() throws Exception {
        Path file = ObjectFiles.file(
                ObjectFiles.image("1.2.3")
                        .setNumbers(Tag.WindowCenter, VR.DS, 40)
                        .setNumbers(Tag.WindowWidth, VR.DS, 400),
                folder,
                "image.dcm");

        CommandRun run = CommandRun.dicom("describe", file);

        assertEquals(0, run.exit(), run.err());
        assertEquals(
                List.of(
                        "Secondary Capture Image Storage",
                        "6 × 8, 1 frame, MONOCHROME2, 8 bits",
                        "spacing: px (no spacing in the file)",
                        "rescale: 1.0 · x + 0.0 US",
                        "VOI: center 40.0, width 400.0, LINEAR"),
                run.out().lines().toList());
    }

    // [utest->req~cli.describe~1]
    @Test
    void aReportIsShownAsText() throws Exception {
        TextReport report = new TextReport(
                Uid.random(),
                Concepts.DIAGNOSTIC_IMAGING_REPORT,
                "Reader^Test",
                LocalDateTime.of(2026, 11, 28, 11, 0),
                List.of(new TextReport.Section(TextReport.Heading.IMPRESSIONS, List.of("Normal."))));
        Attributes written =
                TextReportWriter.write(report, List.of(ObjectFiles.image("1.2.3")), ObjectHeader.Place.inNewSeries(1));

        CommandRun run = CommandRun.dicom("describe", ObjectFiles.file(written, folder, "report.dcm"));

        List<String> lines = run.out().lines().toList();
        assertEquals(
                List.of("Basic Text SR Storage", "Diagnostic Imaging Report", "Not verified"), lines.subList(0, 3));
        assertTrue(lines.containsAll(List.of("Impressions", "  Impression: Normal.")), run.out());
    }

    // [utest->req~cli.describe~1]
    @Test
    void aWaveformIsDescribedByItsChannelsAndAnnotations() throws Exception {
        CommandRun run = CommandRun.dicom("describe", ObjectFiles.file(WaveformSamples.beats(), folder, "ecg.dcm"));

        assertEquals(
                List.of(
                        "General ECG Waveform Storage",
                        "group 1: RHYTHM, 3 channels × 5000 samples, 500 Hz, 10 s, SS, original",
                        "  Lead I (Einthoven): 5 uV a unit, 0.05 to 150 Hz",
                        "  Lead aVR: 5 uV a unit, 0.05 to 150 Hz",
                        "  Lead X: units not stated",
                        "annotation: SINUS RHYTHM",
                        "annotation: Fiducial Point at 0.5 s",
                        "annotation: RR Interval: 1000 ms"),
                run.out().lines().toList());
    }

    /** What dcmdump, dsrdump and pydicom say of the same files. */
    // [utest->req~cli.describe~1]
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "derived/gsps/annot.dcm | VOI: center 50.0, width 350.0, LINEAR | text: lesion? in layer L1, on 1 of them",
                "derived/ko/key.dcm | title: Of Interest | note: key slices",
                "derived/pdf/report.dcm | pages: 1 | Encapsulated PDF Storage",
                "pydicom+pydicom-data/liver.dcm | 512 × 512, 3 frames, binary | Segmentation Storage"
            })
    void objectsOfTheCorpusAreDescribed(String name, String one, String other) throws Exception {
        CommandRun run = CommandRun.dicom("describe", Corpus.folder().resolve(name));

        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().lines().toList().containsAll(List.of(one, other)), run.out());
    }

    // [utest->req~cli.describe~1]
    @Test
    void anObjectThatCannotBeReadIsNamedInOneLine() throws Exception {
        Attributes state = ObjectFiles.image("1.2.3").set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.11.1");
        Path file = ObjectFiles.file(state, folder, "state.dcm");

        CommandRun run = CommandRun.dicom("describe", file);

        assertEquals(2, run.exit());
        assertEquals(
                "candela: state.dcm, (0008,1115): the presentation state names no image that it applies to",
                run.err().strip());
    }

    // [utest->req~cli.describe~1]
    @Test
    void aMachineGetsTheKindAndTheLines() throws Exception {
        Path file = ObjectFiles.file(ObjectFiles.image("1.2.3"), folder, "image.dcm");

        CommandRun run = CommandRun.dicom("describe", "--json", file);

        assertTrue(run.out().contains("\"kind\" : \"Secondary Capture Image Storage\""), run.out());
        assertTrue(run.out().contains("\"6 × 8, 1 frame, MONOCHROME2, 8 bits\""), run.out());
    }
}

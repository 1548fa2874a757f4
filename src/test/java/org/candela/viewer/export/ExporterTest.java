package org.candela.viewer.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.candela.MovableClock;
import org.candela.Peer;
import org.candela.base.Cancellation;
import org.candela.codec.video.FfmpegSearch;
import org.candela.codec.video.Footage;
import org.candela.codec.video.VideoEncoder;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.object.Deidentifier;
import org.candela.dicom.object.ObjectFiles;
import org.candela.image.ImagePoint;
import org.candela.measure.Figure;
import org.candela.measure.FigureKind;
import org.candela.viewer.export.ExportPlan.Burn;
import org.candela.viewer.export.ExportPlan.Choices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExporterTest {
    private static final Choices ALL_BURNED = new Choices(
            Set.of(Burn.MARKS, Burn.WORDS), Deidentifier.Dates.SHIFTED, Deidentifier.Characteristics.RETAINED);

    @TempDir
    private Path folder;

    // [utest->req~export.no-identity~1]
    @ParameterizedTest
    @EnumSource(ExportForm.class)
    void noByteAndNoNameOfAnExportHoldsNameNumberBirthDateOrAccessionOfThePatient(ExportForm form) throws Exception {
        Path one = LeavingFiles.write(LeavingFiles.tomography(1), folder.resolve("Krause-KR-4711.dcm"));
        Path two = LeavingFiles.write(LeavingFiles.cine(2, 5, 40), folder.resolve("two.dcm"));
        for (String value : LeavingFiles.IDENTITY) {
            assertTrue(text(one).contains(value), value + " was never there");
        }

        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(Exhibit.filed(one, 0, 1));
        for (int frame = 0; frame < 5; frame++) {
            exhibits.add(Exhibit.filed(two, frame, 2));
        }
        Exporter.Exported done = export(new ExportPlan(form, exhibits, ALL_BURNED));

        List<Path> files = filesBelow(done.folder());
        assertEquals(done.files(), files.size());
        for (Path file : files) {
            String all = file.toString().substring(folder.toString().length()).toLowerCase(Locale.ROOT) + text(file);
            LeavingFiles.IDENTITY.forEach(value -> assertFalse(all.contains(value), file + " holds " + value));
        }
    }

    // [utest->req~export.codestream-remarks~1]
    @Test
    void aCommentInsideJpegIsBlankedAndThePictureStays() throws Exception {
        BufferedImage grey = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 1024; i++) {
            grey.getRaster().setSample(i % 32, i / 32, 0, i % 32 * 8);
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(grey, "jpg", jpeg);
        Path source = folder.resolve("commented.dcm");
        DicomWriter.write(LeavingFiles.commented(1, jpeg.toByteArray(), 32), source);
        assertTrue(text(source).contains("of wilhelm krause"));

        Path copy = filesBelow(export(plan(ExportForm.DICOM, source)).folder()).get(0);

        assertFalse(text(copy).contains("krause"));
        assertArrayEquals(
                FrameReader.open(source).read(0).samples(),
                FrameReader.open(copy).read(0).samples());
    }

    /** The bits above the stored ones were an overlay; they go, and the image below them stays as it was. */
    // [utest->req~export.no-identity~1]
    @Test
    void anOverlayInUnusedBitsOfThePixelsIsBlanked() throws Exception {
        Path source = LeavingFiles.write(LeavingFiles.withOverlayInPixels(1), folder.resolve("hidden.dcm"));

        Path copy = filesBelow(export(plan(ExportForm.DICOM, source)).folder()).get(0);

        byte[] expected = LeavingFiles.tomography(1).bytes(Tag.PixelData).orElseThrow();
        byte[] pixels =
                DicomReader.read(copy).dataSet().loadBytes(Tag.PixelData).orElseThrow();
        assertEquals(List.of(expected.length, 0), List.of(pixels.length, differences(expected, pixels)));
    }

    /** A name in the pixels' own bytes, as no profile finds it, keeps the object here. */
    // [utest->req~export.identity-sought~1]
    @Test
    void anObjectWhoseBytesStillNameThePatientDoesNotLeave() throws Exception {
        Attributes image = LeavingFiles.tomography(1);
        byte[] pixels = image.bytes(Tag.PixelData).orElseThrow();
        byte[] name = "WILHELM".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, pixels, 400, name.length);
        Path source = LeavingFiles.write(
                image.setBytes(Tag.PixelData, image.vr(Tag.PixelData).orElseThrow(), pixels),
                folder.resolve("named.dcm"));

        ExportException refused = assertThrows(ExportException.class, () -> export(plan(ExportForm.DICOM, source)));

        assertEquals(ExportException.IDENTITY, refused.code());
        assertEquals(List.of(), filesBelow(folder.resolve("out")));
    }

    // [utest->req~export.deidentified~1]
    @Test
    void objectsOfOneExportStillBelongTogetherAndTwoExportsDoNot() throws Exception {
        Path one = LeavingFiles.write(LeavingFiles.tomography(1), folder.resolve("one.dcm"));
        Path two = LeavingFiles.write(LeavingFiles.tomography(2), folder.resolve("two.dcm"));
        ExportPlan plan = new ExportPlan(
                ExportForm.DICOM, List.of(Exhibit.filed(one, 0, 1), Exhibit.filed(two, 0, 1)), ALL_BURNED);

        List<Attributes> first = dataSets(export(plan).folder());
        List<Attributes> second = dataSets(export(plan).folder());

        assertEquals(first.get(0).uid(Tag.StudyInstanceUID), first.get(1).uid(Tag.StudyInstanceUID));
        assertNotEquals(first.get(0).uid(Tag.SOPInstanceUID), first.get(1).uid(Tag.SOPInstanceUID));
        assertNotEquals(first.get(0).uid(Tag.StudyInstanceUID), second.get(0).uid(Tag.StudyInstanceUID));
        assertEquals("071Y", first.get(0).string(0x00101010).orElse(""));
        assertNotEquals("20240229", first.get(0).string(Tag.StudyDate).orElseThrow());
    }

    // [utest->req~export.deidentified~1]
    @Test
    void peersReadWhatLeft() throws Exception {
        Attributes whole = ObjectFiles.image("1.2.3.4.5")
                .set(Tag.ReferringPhysicianName, VR.PN, "Doctor^Of")
                .set(0x00200060, VR.CS);
        Path source = ObjectFiles.file(whole, folder, "sc.dcm");

        Path copy = filesBelow(export(plan(ExportForm.DICOM, source)).folder()).get(0);

        assertEquals("YES", ObjectFiles.pydicom(copy, "ds.PatientIdentityRemoved"));
        assertEquals("113100", ObjectFiles.pydicom(copy, "ds.DeidentificationMethodCodeSequence[0].CodeValue"));
        ObjectFiles.requireNoErrorsOfDicom3tools(copy);
    }

    // [utest->req~export.whole~1]
    @ParameterizedTest
    @EnumSource(ExportForm.class)
    void nothingIsLeftOfAnExportThatWasStopped(ExportForm form) throws Exception {
        if (form == ExportForm.MP4) {
            Footage.places();
        }
        Path one = LeavingFiles.write(LeavingFiles.tomography(1), folder.resolve("one.dcm"));
        Path two = LeavingFiles.write(LeavingFiles.tomography(2), folder.resolve("two.dcm"));
        ExportPlan plan =
                new ExportPlan(form, List.of(Exhibit.filed(one, 0, 1), Exhibit.filed(two, 0, 2)), Choices.PLAIN);
        Cancellation cancellation = new Cancellation();

        assertThrows(CancellationException.class, () -> exporter()
                .write(plan, folder.resolve("out"), (done, all) -> cancellation.cancel(), cancellation));

        assertEquals(List.of(), filesBelow(folder.resolve("out")));
    }

    // [utest->req~export.whole~1]
    @Test
    void nothingIsLeftOfAnExportWithOneBrokenFile() throws Exception {
        Path good = LeavingFiles.write(LeavingFiles.tomography(1), folder.resolve("good.dcm"));
        Path bad = Files.writeString(folder.resolve("bad.dcm"), "no picture");
        ExportPlan plan = new ExportPlan(
                ExportForm.PNG, List.of(Exhibit.filed(good, 0, 1), Exhibit.filed(bad, 0, 1)), Choices.PLAIN);

        ExportException refused = assertThrows(ExportException.class, () -> export(plan));

        assertEquals(ExportException.PICTURE, refused.code());
        assertEquals(List.of(), filesBelow(folder.resolve("out")));
    }

    // [utest->req~export.whole~1]
    @Test
    void anExportOfTheSameSecondDoesNotTouchTheOneBefore() throws Exception {
        Path source = LeavingFiles.write(LeavingFiles.tomography(1), folder.resolve("one.dcm"));

        Exporter.Exported first = export(plan(ExportForm.PNG, source));
        Exporter.Exported second = export(plan(ExportForm.PNG, source));

        assertEquals(folder.resolve("out/candela-export-20261124-013012"), first.folder());
        assertEquals(folder.resolve("out/candela-export-20261124-013012-2"), second.folder());
        assertEquals(1, filesBelow(first.folder()).size());
    }

    // [utest->req~export.burned~1]
    @Test
    void marksAndWordsAreBurnedInOnlyWhenTheyWereChosen() throws Exception {
        Path source = LeavingFiles.write(LeavingFiles.tomography(1), folder.resolve("ct.dcm"));
        Figure line = new Figure(FigureKind.LENGTH, List.of(new ImagePoint(10, 20), new ImagePoint(80, 20)));
        Exhibit exhibit = new Exhibit(source, 0, 1, Looks.FILED, List.of(new InkedMark(line, List.of("12.3 mm"))));

        BufferedImage plain = picture(exhibit, Set.of());
        BufferedImage marked = picture(exhibit, Set.of(Burn.MARKS));
        BufferedImage worded = picture(exhibit, Set.of(Burn.WORDS));

        assertEquals(expectedGrey(45, 20), plain.getRaster().getSample(45, 20, 0));
        assertTrue(marked.getRaster().getSample(45, 20, 0) > 200, "no line in light ink");
        assertEquals(expectedGrey(2, 2), marked.getRaster().getSample(2, 2, 0));
        assertNotEquals(0, differences(plain, worded, 0, LeavingFiles.ROWS / 2));
        assertEquals(0, differences(plain, worded, LeavingFiles.COLUMNS / 2, LeavingFiles.ROWS / 4));
    }

    // [utest->req~export.film~1]
    @Test
    void aFilmHasAllFramesAndLastsAsLongAsTheCine() throws Exception {
        Peer.need("ffprobe");
        Footage.places();
        Path source = LeavingFiles.write(LeavingFiles.cine(1, 20, 40), folder.resolve("cine.dcm"));
        List<Exhibit> frames = Stream.iterate(0, i -> i + 1)
                .limit(20)
                .map(i -> Exhibit.filed(source, i, 1))
                .toList();

        Exporter.Exported done = export(new ExportPlan(ExportForm.MP4, frames, Choices.PLAIN));

        Path film = filesBelow(done.folder()).get(0);
        String said = Peer.run(
                folder,
                List.of(
                        "ffprobe",
                        "-loglevel",
                        "error",
                        "-count_frames",
                        "-show_entries",
                        "stream=codec_name,width,height,nb_read_frames,avg_frame_rate:format=duration",
                        "-of",
                        "default=nw=1",
                        film.toString()));
        assertTrue(said.contains("codec_name=h264"), said);
        assertTrue(said.contains("width=96") && said.contains("height=64"), said);
        assertTrue(said.contains("avg_frame_rate=25/1") && said.contains("nb_read_frames=20"), said);
        assertTrue(said.contains("duration=0.80"), said);
    }

    // [utest->req~export.film~1]
    @Test
    void withoutFfmpegTheReaderIsToldWhatToInstall() throws Exception {
        Path source = LeavingFiles.write(LeavingFiles.tomography(1), folder.resolve("ct.dcm"));
        Exporter without = new Exporter(
                FrameReader::open, new VideoEncoder(new FfmpegSearch(FfmpegSearch.Places.NONE)), new MovableClock());

        Exception refused = assertThrows(
                Exception.class,
                () -> without.write(
                        plan(ExportForm.MP4, source), folder.resolve("out"), Progress.NONE, new Cancellation()));

        assertTrue(String.valueOf(refused.getMessage()).contains("apt-get install ffmpeg"), refused.getMessage());
        assertEquals(List.of(), filesBelow(folder.resolve("out")));
    }

    private static int expectedGrey(int column, int row) {
        double value = 16 * column + row - 1024;
        double grey = ((value + 224 + 0.5) / 1599 + 0.5) * 255;
        return (int) Math.round(Math.max(0, Math.min(255, grey)));
    }

    private BufferedImage picture(Exhibit exhibit, Set<Burn> burn) throws Exception {
        Choices choices = new Choices(burn, Deidentifier.Dates.REMOVED, Deidentifier.Characteristics.REMOVED);
        Exporter.Exported done = export(new ExportPlan(ExportForm.PNG, List.of(exhibit), choices));
        return ImageIO.read(filesBelow(done.folder()).get(0).toFile());
    }

    private static int differences(BufferedImage one, BufferedImage other, int x, int y) {
        int count = 0;
        for (int column = x; column < Math.min(x + 24, one.getWidth()); column++) {
            for (int row = y; row < Math.min(y + 8, one.getHeight()); row++) {
                int a = one.getRaster().getSample(column, row, 0);
                count += a == other.getRaster().getSample(column, row, 0) ? 0 : 1;
            }
        }
        return count;
    }

    private static int differences(byte[] one, byte[] other) {
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            count += one[i] == other[i] ? 0 : 1;
        }
        return count;
    }

    private static List<Attributes> dataSets(Path below) throws Exception {
        List<Attributes> all = new ArrayList<>();
        for (Path file : filesBelow(below)) {
            all.add(DicomReader.read(file).dataSet());
        }
        return all;
    }

    private ExportPlan plan(ExportForm form, Path source) {
        return new ExportPlan(form, List.of(Exhibit.filed(source, 0, 1)), Choices.PLAIN);
    }

    private Exporter.Exported export(ExportPlan plan) throws Exception {
        return exporter().write(plan, folder.resolve("out"), Progress.NONE, new Cancellation());
    }

    private static Exporter exporter() {
        FfmpegSearch.Places places = new FfmpegSearch.Places(
                "", List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin")), Path.of("none"), "none");
        return new Exporter(FrameReader::open, new VideoEncoder(new FfmpegSearch(places)), new MovableClock());
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}

package org.candela.viewer.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.candela.MovableClock;
import org.candela.Peer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.image.ImagePoint;
import org.candela.measure.Figure;
import org.candela.measure.FigureKind;
import org.candela.viewer.export.Exhibit;
import org.candela.viewer.export.ExportPlan.Burn;
import org.candela.viewer.export.InkedMark;
import org.candela.viewer.export.LeavingFiles;
import org.candela.viewer.export.Looks;
import org.candela.viewer.export.Progress;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.print.SheetLayout.Ground;
import org.candela.viewer.print.SheetLayout.Scale;
import org.candela.viewer.print.SheetPlan.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets as poppler reads and draws them, a program by others: what it says is what comes out of a printer. */
class PaperTest {
    private static final int IMAGER_PIXEL_SPACING = 0x00181164;
    /** Dots a mm that sheets are drawn with to be measured. */
    private static final int DOTS = 10;
    /** Half a dot at each end, and what poppler rounds outwards. */
    private static final double TOLERANCE_MM = 0.25;

    @TempDir
    private Path folder;

    @TempDir
    private Path scratch;

    // [utest->req~print.words~1]
    // [utest->req~print.identity~1]
    @Test
    void aSheetSaysWhoWhenWhichSideHowWindowedAndThatItIsNotForDiagnosis() throws Exception {
        Attributes image = LeavingFiles.tomography(7).set(0x00200062, VR.CS, "L");

        String words = words(print(plan(Scale.FIT, Ground.AS_SHOWN, Patient.NAMED, file(image, "one"))));

        for (String word : List.of(
                "Krause, Wilhelm",
                "ID KR-4711",
                "born 1953-07-04",
                "2024-02-29",
                "accession ACC-889911",
                "LEFT",
                "series 1",
                "image 7",
                "C -224 W 1600",
                "NOT FOR DIAGNOSIS",
                "sheet 1 of 1",
                "P-value",
                "No scale: the file states no size of a pixel")) {
            assertTrue(words.contains(word), word + " is not in\n" + words);
        }
    }

    /** A ruler of another program, laid on the sheet. */
    // [utest->req~print.true-size~1]
    // [utest->req~print.scale-bar~1]
    @Test
    void atTrueSizeAPictureIsAsLargeOnPaperAsInThePatientAndItsBarIsAsLongAsItSays() throws Exception {
        Path pdf = print(plan(Scale.TRUE_SIZE, Ground.AS_SHOWN, Patient.NAMED, file(black(0.7, 1.05), "true")));

        String words = words(pdf);
        assertTrue(words.contains("True size: 1 mm on paper is 1 mm"), words);
        BufferedImage sheet = drawn(pdf);
        assertEquals(96 * 0.7, longest(columns(sheet), 10 * DOTS), TOLERANCE_MM);
        assertEquals(64 * 1.05, longest(rows(sheet), 30 * DOTS), TOLERANCE_MM);
        assertEquals(210, sheet.getWidth() / (double) DOTS, TOLERANCE_MM);
        assertEquals(297, sheet.getHeight() / (double) DOTS, TOLERANCE_MM);
        assertTrue(words.contains("50 mm"), words);
        assertTrue(hasLine(sheet, 50), "no line of 50 mm");
        assertTrue(hasLine(sheet, 100), "no ruler of 100 mm");
    }

    // [utest->req~print.true-size~1]
    @Test
    void asLargeAsItsPlaceAllowsAPictureSaysHowLargeThatIs() throws Exception {
        Path pdf = print(plan(Scale.FIT, Ground.AS_SHOWN, Patient.NAMED, file(black(0.5, 0.5), "fit")));

        double wide = longest(columns(drawn(pdf)), 10 * DOTS);
        String words = words(pdf);
        assertTrue(words.contains(Math.round(100 * wide / 48) + " % of size"), wide + " mm\n" + words);
    }

    // [utest->req~print.true-size~1]
    @Test
    void aSizeKnownAtTheDetectorAloneIsNeverCalledTrueToThePatient() throws Exception {
        Attributes image = LeavingFiles.tomography(1)
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.1.1")
                .set(Tag.Modality, VR.CS, "DX")
                .setNumbers(IMAGER_PIXEL_SPACING, VR.DS, 0.4, 0.4);

        String words = words(print(plan(Scale.TRUE_SIZE, Ground.AS_SHOWN, Patient.NAMED, file(image, "dx"))));

        assertTrue(words.contains("1:1 in mm at detector, not corrected for magnification"), words);
        assertTrue(words.contains("NOT true to the patient"), words);
        assertFalse(words.contains("True size"), words);
    }

    // [utest->req~print.true-size~1]
    @Test
    void withoutAnySizeInTheFileTrueSizeIsRefusedInWords() throws Exception {
        String words = words(
                print(plan(Scale.TRUE_SIZE, Ground.AS_SHOWN, Patient.NAMED, file(LeavingFiles.tomography(1), "none"))));

        assertTrue(words.contains("NOT true to size: the file states no size of a pixel"), words);
    }

    // [utest->req~print.true-size~1]
    @Test
    void aPictureLargerThanItsPlaceIsCutOffAroundItsMiddleAndSaysSo() throws Exception {
        Path pdf = print(plan(Scale.TRUE_SIZE, Ground.AS_SHOWN, Patient.NAMED, file(black(4, 4), "large")));

        assertTrue(words(pdf).contains("larger than its place: the middle is seen"), words(pdf));
        assertTrue(longest(columns(drawn(pdf)), 10 * DOTS) < 180);
    }

    // [utest->req~print.wedge~1]
    @Test
    void invertedBlackBecomesWhiteAndTheSheetSaysSo() throws Exception {
        Path source = file(black(0.7, 0.7), "ink");
        Path shown = print(plan(Scale.FIT, Ground.AS_SHOWN, Patient.NAMED, source));
        Path inverted = print(plan(Scale.FIT, Ground.INVERTED, Patient.NAMED, source));

        assertTrue(words(inverted).contains("GREYS INVERTED"), words(inverted));
        assertTrue(ink(drawn(inverted)) < ink(drawn(shown)) / 4, ink(drawn(inverted)) + " of " + ink(drawn(shown)));
        Set<Integer> greys = wedge(drawn(shown));
        assertTrue(greys.size() >= 11, "greys of the wedge: " + greys);
    }

    // [utest->req~print.identity~1]
    @Test
    void picturesOfTwoPatientsNeverShareASheet() throws Exception {
        Path one = file(LeavingFiles.tomography(1), "one");
        Path two = file(LeavingFiles.tomography(2).set(Tag.PatientID, VR.LO, "KR-9999"), "two");

        Path pdf = print(new SheetPlan(
                List.of(Exhibit.filed(one, 0, 1), Exhibit.filed(two, 0, 1)),
                layout(new Grid(2, 2), Scale.FIT, Ground.AS_SHOWN),
                Patient.NAMED,
                Set.of()));

        String[] sheets = words(pdf).split("\f");
        assertEquals(2, sheets.length);
        assertTrue(sheets[0].contains("KR-4711") && !sheets[0].contains("KR-9999"), sheets[0]);
        assertTrue(sheets[1].contains("KR-9999") && !sheets[1].contains("KR-4711"), sheets[1]);
    }

    // [utest->req~print.without-patient~1]
    @Test
    void withoutThePatientNoWordAndNoByteOfTheSheetsTellsWhoItIs() throws Exception {
        Path pdf = print(plan(Scale.FIT, Ground.AS_SHOWN, Patient.WITHOUT, file(LeavingFiles.tomography(1), "Krause")));

        String all = (words(pdf) + Files.readString(pdf, StandardCharsets.ISO_8859_1)).toLowerCase(Locale.ROOT);
        LeavingFiles.IDENTITY.forEach(value -> assertFalse(all.contains(value), value));
        assertTrue(words(pdf).contains("Printed without the patient"), words(pdf));
        assertFalse(words(pdf).contains("2024-02-29"), words(pdf));
    }

    // [utest->req~print.without-patient~1]
    @Test
    void aWarningOfTheFileThatNamesThePatientKeepsTheSheetsHere() throws Exception {
        Path source = file(
                LeavingFiles.tomography(1).set(0x00180015, VR.CS, "CHEST").set(0x00185101, VR.CS, "KRAUSE"), "view");
        // The view position is printed; here somebody typed a name into it.
        CandelaException refused = assertThrows(
                CandelaException.class, () -> print(plan(Scale.FIT, Ground.AS_SHOWN, Patient.WITHOUT, source)));

        assertEquals(PrintException.IDENTITY, refused.code());
    }

    /** The font has no such letters; question marks would be another name. */
    // [utest->req~print.identity~1]
    @Test
    void aNameInLettersTheFontHasNotIsDrawnAsShapes() throws Exception {
        Attributes named = LeavingFiles.tomography(1)
                .set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
                .set(Tag.PatientName, VR.PN, "Yamada^Tarou=\u5c71\u7530^\u592a\u90ce");
        Path kanji = print(plan(Scale.FIT, Ground.AS_SHOWN, Patient.NAMED, file(named, "kanji")));

        assertTrue(words(kanji).contains("Yamada, Tarou"), words(kanji));
        assertFalse(words(kanji).contains("?"), words(kanji));
    }

    // [utest->req~print.words~1]
    @Test
    void marksAreDrawnIntoThePictureWhereTheReaderWantsThem() throws Exception {
        Path source = file(black(1, 1), "marked");
        InkedMark line = new InkedMark(
                new Figure(FigureKind.LENGTH, List.of(new ImagePoint(10, 30), new ImagePoint(80, 30))),
                List.of("70 mm"));
        List<Exhibit> marked = List.of(new Exhibit(source, 0, 1, Looks.FILED, List.of(line)));
        SheetLayout layout = layout(Grid.SINGLE, Scale.FIT, Ground.AS_SHOWN);

        double with = ink(drawn(print(new SheetPlan(marked, layout, Patient.NAMED, Set.of(Burn.MARKS)))));
        double without = ink(drawn(print(new SheetPlan(marked, layout, Patient.NAMED, Set.of()))));

        assertTrue(with < without - 1, with + " mm\u00b2 of black with, " + without + " without");
    }

    // [utest->req~print.sheets~1]
    @Test
    void aStopLeavesNothingOnTheDisk() throws Exception {
        Cancellation stopped = new Cancellation();
        stopped.cancel();
        SheetPlan plan = plan(Scale.FIT, Ground.AS_SHOWN, Patient.NAMED, file(LeavingFiles.tomography(1), "stop"));
        assertThrows(CancellationException.class, () -> binder().bind(plan, Progress.NONE, stopped));

        assertEquals(0, leftovers());
    }

    // [utest->req~print.to-file~1]
    @Test
    void aFileThatIsThereIsNeverWrittenOver() throws Exception {
        Path there = Files.writeString(folder.resolve("there.pdf"), "a letter");
        SheetPlan plan = plan(Scale.FIT, Ground.AS_SHOWN, Patient.NAMED, file(LeavingFiles.tomography(1), "x"));

        try (PrintedSheets sheets = binder().bind(plan, Progress.NONE, new Cancellation())) {
            PrintException refused = assertThrows(PrintException.class, () -> sheets.keep(there));
            assertTrue(String.valueOf(refused.getMessage()).contains("choose another name"), refused.getMessage());
        }

        assertEquals("a letter", Files.readString(there));
        assertEquals(0, leftovers());
    }

    // [utest->req~print.sheets~1]
    @Test
    void moreSheetsThanAnybodyWantsAreRefusedBeforeAnyIsMade() throws Exception {
        Path source = file(LeavingFiles.cine(1, 300, 40), "cine");
        List<Exhibit> all = IntStream.range(0, 300)
                .mapToObj(frame -> Exhibit.filed(source, frame, 1))
                .toList();
        SheetPlan plan = new SheetPlan(all, layout(Grid.SINGLE, Scale.FIT, Ground.AS_SHOWN), Patient.NAMED, Set.of());

        CandelaException refused =
                assertThrows(CandelaException.class, () -> binder().bind(plan, Progress.NONE, new Cancellation()));

        assertEquals(PrintException.TOO_MANY, refused.code());
        assertTrue(
                String.valueOf(refused.getMessage()).contains("choose fewer images or a grid"), refused.getMessage());
    }

    private long leftovers() throws Exception {
        try (Stream<Path> all = Files.list(scratch)) {
            return all.count();
        }
    }

    private Path file(Attributes image, String name) throws Exception {
        return LeavingFiles.write(image, folder.resolve(name + ".dcm"));
    }

    /** A black CT image of 96 columns and 64 rows. */
    private static Attributes black(double columnMm, double rowMm) {
        return LeavingFiles.tomography(1)
                .setNumbers(Tag.PixelSpacing, VR.DS, rowMm, columnMm)
                .setNumbers(Tag.WindowCenter, VR.DS, 8000)
                .setNumbers(Tag.WindowWidth, VR.DS, 1);
    }

    private static SheetLayout layout(Grid grid, Scale scale, Ground ground) {
        return new SheetLayout(Paper.A4, Paper.Lie.PORTRAIT, grid, scale, ground);
    }

    private static SheetPlan plan(Scale scale, Ground ground, Patient patient, Path file) {
        return new SheetPlan(List.of(Exhibit.filed(file, 0, 1)), layout(Grid.SINGLE, scale, ground), patient, Set.of());
    }

    private SheetBinder binder() {
        return new SheetBinder(FrameReader::open, new MovableClock(), scratch);
    }

    private Path print(SheetPlan plan) throws Exception {
        Path pdf = folder.resolve("sheets-" + System.nanoTime() + ".pdf");
        try (PrintedSheets sheets = binder().bind(plan, Progress.NONE, new Cancellation())) {
            sheets.keep(pdf);
        }
        return pdf;
    }

    private String words(Path pdf) throws Exception {
        Peer.need("pdftotext");
        Peer.run(folder, List.of("pdftotext", "-layout", pdf.toString(), pdf + ".txt"));
        return Files.readString(Path.of(pdf + ".txt")).replaceAll(" +", " ");
    }

    private BufferedImage drawn(Path pdf) throws Exception {
        Peer.need("pdftoppm");
        Peer.run(
                folder,
                List.of("pdftoppm", "-r", "" + 25.4 * DOTS, "-gray", "-png", "-singlefile", pdf.toString(), pdf + ""));
        return ImageIO.read(Path.of(pdf + ".png").toFile());
    }

    /** Dark dots of each column. */
    private static int[] columns(BufferedImage sheet) {
        return IntStream.range(0, sheet.getWidth())
                .map(x -> (int) IntStream.range(0, sheet.getHeight())
                        .filter(y -> isDark(sheet, x, y))
                        .count())
                .toArray();
    }

    private static int[] rows(BufferedImage sheet) {
        return IntStream.range(0, sheet.getHeight())
                .map(y -> (int) IntStream.range(0, sheet.getWidth() - 25 * DOTS)
                        .filter(x -> isDark(sheet, x, y))
                        .count())
                .toArray();
    }

    private static boolean isDark(BufferedImage sheet, int x, int y) {
        return sheet.getRaster().getSample(x, y, 0) < 64;
    }

    /** The longest run of columns or rows with at least {@code dots} dark dots, mm. */
    private static double longest(int[] dark, int dots) {
        return longestRun(dark.length, i -> dark[i] >= dots) / (double) DOTS;
    }

    private static int longestRun(int count, IntPredicate isIn) {
        int best = 0;
        int run = 0;
        for (int i = 0; i < count; i++) {
            run = isIn.test(i) ? run + 1 : 0;
            best = Math.max(best, run);
        }
        return best;
    }

    /** Whether a thin line of this length stands somewhere. */
    private static boolean hasLine(BufferedImage sheet, double mm) {
        return IntStream.range(0, sheet.getHeight())
                .mapToDouble(y -> longestRun(sheet.getWidth(), x -> isDark(sheet, x, y)) / (double) DOTS)
                .anyMatch(length -> Math.abs(length - mm) <= 0.4);
    }

    /** Black on the whole sheet, mm². */
    private static double ink(BufferedImage sheet) {
        return Arrays.stream(columns(sheet)).sum() / (double) (DOTS * DOTS);
    }

    /** Greys of the strip at the right edge. */
    private static Set<Integer> wedge(BufferedImage sheet) {
        List<Integer> greys = new ArrayList<>();
        int x = sheet.getWidth() - (int) ((SheetLayout.MARGIN + 8) * DOTS);
        for (int y = 0; y < sheet.getHeight(); y++) {
            greys.add(sheet.getRaster().getSample(x, y, 0));
        }
        return Set.copyOf(greys);
    }
}

package org.candela.viewer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.EditHistory;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.presentation.GraphicAnnotation;
import org.candela.dicom.object.presentation.PresentationState;
import org.candela.dicom.object.presentation.PresentationStateReader;
import org.candela.facility.FacilityId;
import org.candela.image.RasterArgb;
import org.candela.store.Database;
import org.candela.study.LibraryFrames;
import org.candela.study.StudyLibrary;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestSessions;
import org.candela.viewer.ViewerAction;
import org.candela.viewer.ViewerActions;
import org.candela.viewer.export.ExportDesk.Step;
import org.candela.viewer.export.ExportPlan.Burn;
import org.candela.viewer.object.BesideReading;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.stack.StudyLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three slices, a length from 10/20 to 80/20 on the second. */
class LeavingMarksTest {
    private static final String STATE_CLASS = "1.2.840.10008.5.1.4.1.1.11.1";

    /** Ink is 230; the value under the line, 16 · 70 + 20 - 1024 through the window, makes 181. */
    private static final int OF_A_LINE = 210;

    @TempDir
    private Path folder;

    // [utest->req~export.burned~1]
    @ParameterizedTest
    @CsvSource({"SERIES, 2, 3", "KEY_IMAGES, 1, 1", "STUDY, 2, 3"})
    void marksAreBurnedIntoThePicturesThatBearThemAndIntoNoOther(ExportExtent extent, int marked, int count)
            throws Exception {
        try (ExportCase room = new ExportCase(folder, 3, Runnable::run)) {
            room.draw(1);
            room.session.toggleKeyImage();

            export(room, extent, ExportForm.PNG, Set.of(Burn.MARKS));

            assertEquals(count, room.left().size());
            for (int number = 1; number <= count; number++) {
                int grey = greyOnTheLine(room, number);
                assertEquals(number == marked, grey > OF_A_LINE, "picture " + number + " has " + grey + " on the line");
            }
        }
    }

    // [utest->req~export.burned~1]
    @Test
    void withoutTheWishNoMarkIsBurnedIn() throws Exception {
        try (ExportCase room = new ExportCase(folder, 3, Runnable::run)) {
            room.draw(1);

            export(room, ExportExtent.SERIES, ExportForm.PNG, Set.of());

            assertTrue(greyOnTheLine(room, 2) <= OF_A_LINE);
        }
    }

    /** What is looked at before it leaves has the marks on it, of DICOM copies too, though their pixels stay. */
    // [utest->req~export.contact-sheet~1]
    @ParameterizedTest
    @CsvSource({"PNG", "DICOM"})
    void theSheetShowsTheMarksThatLeave(ExportForm form) throws Exception {
        try (ExportCase room = new ExportCase(folder, 3, Runnable::run)) {
            room.draw(1);

            room.desk.prepare(room.request(ExportExtent.SERIES, form, Set.of(Burn.MARKS)));

            List<RasterArgb> sheet = room.desk.pictures().stream()
                    .map(picture -> picture.orElseThrow())
                    .toList();
            assertTrue((sheet.get(1).argb(70, 20) & 0xFF) > OF_A_LINE, "no mark on its picture");
            assertFalse((sheet.get(0).argb(70, 20) & 0xFF) > OF_A_LINE, "a mark on another picture");
        }
    }

    // [utest->req~export.marks-as-state~1]
    @Test
    void besideDicomMarksLeaveAsAStateOfTheCopiesThatPeersTakeForValid() throws Exception {
        try (ExportCase room = new ExportCase(folder, 3, Runnable::run)) {
            room.draw(1);

            export(room, ExportExtent.SERIES, ExportForm.DICOM, Set.of(Burn.MARKS));

            assertEquals(4, room.left().size(), "three copies and a state");
            Path file = states(room).get(0);
            Attributes object = DicomReader.read(file).dataSet();
            PresentationState state = PresentationStateReader.read(object);
            Attributes second = copies(room).stream()
                    .filter(copy -> copy.string(Tag.InstanceNumber).orElse("").equals("2"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(state.appliesTo(second.uid(Tag.SOPInstanceUID).orElseThrow(), 1), "not of the copy");
            assertEquals(second.uid(Tag.StudyInstanceUID), object.uid(Tag.StudyInstanceUID));
            assertEquals(
                    second.uid(Tag.SeriesInstanceUID).orElseThrow(),
                    state.references().get(0).seriesInstanceUid());
            assertEquals(1, state.references().get(0).objects().size());
            GraphicAnnotation mark = state.graphics().annotations().get(0);
            assertEquals("12 mm", mark.texts().get(0).text());
            assertEquals(
                    List.of(10.5, 20.5, 80.5, 20.5),
                    mark.graphics().get(0).points().stream()
                            .flatMap(point -> Stream.of(point.x(), point.y()))
                            .map(value -> Math.rint(value * 10) / 10)
                            .toList());
            assertTrue(
                    room.desk.exported().orElseThrow().remarks().contains("marks of 1 images in 1 presentation states"),
                    room.desk.exported().orElseThrow().remarks().toString());
            ObjectFiles.requireValid(file);
            ObjectFiles.requireNoErrorsOfDicom3tools(file, "Laterality");
            assertEquals(
                    "YES 113100 113103",
                    ObjectFiles.pydicom(
                            file,
                            "ds.PatientIdentityRemoved, *[c.CodeValue for c in"
                                    + " ds.DeidentificationMethodCodeSequence]"));
        }
    }

    // [utest->req~export.no-identity~1]
    @Test
    void theStateHoldsNothingOfThePatientAndAMarkThatNamesHimKeepsTheExportHere() throws Exception {
        try (ExportCase room = new ExportCase(folder, 3, Runnable::run)) {
            room.draw(1);
            export(room, ExportExtent.SERIES, ExportForm.DICOM, Set.of(Burn.MARKS));
            String bytes = new String(Files.readAllBytes(states(room).get(0)), StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT);
            LeavingFiles.IDENTITY.forEach(value -> assertFalse(bytes.contains(value), "holds " + value));
        }
        Path again = Files.createDirectory(folder.resolve("again"));
        try (ExportCase room = new ExportCase(again, 3, Runnable::run)) {
            room.draw(1);
            room.session.marks().say(room.session.marks().all().get(0), "Krause, left lung");

            room.desk.prepare(room.request(ExportExtent.SERIES, ExportForm.DICOM, Set.of(Burn.MARKS)));
            room.desk.confirm();

            assertEquals(Step.CHOOSE, room.desk.step());
            assertTrue(room.desk.failure().startsWith("the patient is still named"), room.desk.failure());
            assertEquals(List.of(), room.left());
        }
    }

    // [utest->req~export.marks-as-state~1]
    @Test
    void anExportReadBackShowsTheMarksOnItsImage() throws Exception {
        try (ExportCase room = new ExportCase(folder, 3, Runnable::run)) {
            room.draw(1);
            export(room, ExportExtent.SERIES, ExportForm.DICOM, Set.of(Burn.MARKS));
            List<Integer> drawn = linesByImage(Files.createDirectory(folder.resolve("stranger")), files(room));

            assertEquals(List.of(0, 1, 0), drawn);
        }
    }

    // [utest->req~export.marks-as-state~1]
    @Test
    void whereNothingWasDrawnThereIsNoStateAndItIsSaid() throws Exception {
        try (ExportCase room = new ExportCase(folder, 2, Runnable::run)) {
            export(room, ExportExtent.SERIES, ExportForm.DICOM, Set.of(Burn.MARKS));

            assertEquals(2, room.left().size());
            assertEquals(
                    List.of("none of these images bears a mark that a presentation state can tell of"),
                    room.desk.exported().orElseThrow().remarks());
        }
    }

    /** What a reader who was sent the files sees of marks on each image, in their order. */
    private static List<Integer> linesByImage(Path place, List<Path> files) throws Exception {
        MovableClock clock = new MovableClock();
        ManualScheduler scheduler = new ManualScheduler();
        try (Database database = Database.open(place.resolve("candela.db"), clock)) {
            StudyLibrary library = new StudyLibrary(database, new AuditLog(), AppPaths.under(place), clock);
            for (Path file : files) {
                library.admit(file, new FacilityId("south"));
            }
            Uid study = DicomReader.read(files.get(0))
                    .dataSet()
                    .uid(Tag.StudyInstanceUID)
                    .orElseThrow();
            var opened = StudyLayout.of(library.study(study).orElseThrow());
            LibraryFrames frames = new LibraryFrames(library, FrameReader::open);
            ReadingSession session = TestSessions.session(
                    ManualLoader.answering(
                            frames.load(opened.stacks().get(0).frames().get(0))),
                    TestSessions.Store.of(database, clock),
                    new EditHistory(),
                    scheduler);
            new BesideReading(library, Runnable::run, Runnable::run).follow(session);
            session.open(opened, List.of());
            session.activeViewport().resize(new CanvasSize(192, 128));
            session.activeViewport().scrollTo(1);
            new ViewerActions(session).run(ViewerAction.NEXT_STATE);
            List<Integer> counts = new ArrayList<>();
            for (int image = 0; image < opened.stacks().get(0).frames().size(); image++) {
                session.activeViewport().scrollTo(image);
                counts.add(session.beside()
                        .graphicsOn(session.activeViewport())
                        .lines()
                        .size());
            }
            return counts;
        } finally {
            scheduler.shutdownNow();
        }
    }

    private static void export(ExportCase room, ExportExtent extent, ExportForm form, Set<Burn> burn) {
        room.desk.prepare(room.request(extent, form, burn));
        room.desk.confirm();
        assertEquals(Step.DONE, room.desk.step(), room.desk.failure());
    }

    private static int greyOnTheLine(ExportCase room, int number) throws IOException {
        Path png = room.desk
                .exported()
                .orElseThrow()
                .folder()
                .resolve(String.format(Locale.ROOT, "image-%04d.png", number));
        BufferedImage picture = ImageIO.read(png.toFile());
        return picture.getRaster().getSample(70, 20, 0);
    }

    private static List<Path> files(ExportCase room) throws IOException {
        try (Stream<Path> all = Files.walk(room.desk.exported().orElseThrow().folder())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Path> states(ExportCase room) throws Exception {
        List<Path> states = new ArrayList<>();
        for (Path file : files(room)) {
            if (DicomReader.read(file)
                    .dataSet()
                    .string(Tag.SOPClassUID)
                    .orElse("")
                    .equals(STATE_CLASS)) {
                states.add(file);
            }
        }
        return states;
    }

    private static List<Attributes> copies(ExportCase room) throws Exception {
        List<Attributes> copies = new ArrayList<>();
        for (Path file : files(room)) {
            Attributes object = DicomReader.read(file).dataSet();
            if (!object.string(Tag.SOPClassUID).orElse("").equals(STATE_CLASS)) {
                copies.add(object);
            }
        }
        return copies;
    }
}

package org.candela.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.EditHistory;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.image.Transcoder;
import org.candela.store.Database;
import org.candela.study.FrameKey;
import org.candela.study.FrameLoader;
import org.candela.study.FramePriority;
import org.candela.study.ImportReport;
import org.candela.study.LibraryFrames;
import org.candela.study.LoadedFrame;
import org.candela.study.SmallStudies;
import org.candela.study.Study;
import org.candela.study.StudyImport;
import org.candela.study.StudyLibrary;
import org.candela.viewer.mark.MarkBoard;
import org.candela.viewer.mark.Marks;
import org.candela.viewer.stack.StudyLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A series of six slices of which one is broken, from the folder it comes in to the screen. */
class BrokenFileInSeriesTest {
    private static final int SLICES = 6;
    private static final int BROKEN = 3;

    @TempDir
    private Path folder;

    private Database database;
    private StudyLibrary library;
    private LibraryFrames frames;

    @BeforeEach
    void open() throws CandelaException {
        AppPaths paths = AppPaths.under(folder.resolve("home"));
        database = Database.open(paths.database(), Clock.systemUTC());
        library = new StudyLibrary(database, new AuditLog(), paths, Clock.systemUTC());
        frames = new LibraryFrames(library, FrameReader::open);
    }

    @AfterEach
    void close() throws CandelaException {
        database.close();
    }

    // [utest->req~viewer.broken-file~1]
    @Test
    void aBrokenCodestreamLeavesOneImageOutAndSaysFileOffsetTagAndReason() throws Exception {
        List<Path> files = SmallStudies.writeStudy(7, SLICES, folder.resolve("in"));
        Path broken = files.get(BROKEN);
        Transcoder.transcode(broken, TransferSyntax.RLE_LOSSLESS, broken);
        long offset = damageCodestream(broken);

        ImportReport report = admit(files);
        Viewport viewport = hang();

        assertEquals(SLICES, report.admitted());
        assertEquals(SLICES, viewport.frameCount());
        for (int i = 0; i < SLICES; i++) {
            viewport.scrollTo(i);
            assertEquals(i != BROKEN, viewport.shown().isPresent(), "image " + i);
        }
        viewport.scrollTo(BROKEN);
        ViewportProblem problem = viewport.problem().orElseThrow();
        String name = SmallStudies.instanceUid(7, BROKEN) + ".dcm";
        assertTrue(
                problem.detail().startsWith(name + ", offset " + offset + ", (7FE0,0010): frame 1: "),
                problem.detail());
        assertFalse(problem.detail().contains("\n"));
    }

    // [utest->req~viewer.broken-file~1]
    @Test
    void aFileCutOffIsRefusedByNameAndItsGapIsSeen() throws Exception {
        List<Path> files = SmallStudies.writeStudy(7, SLICES, folder.resolve("in"));
        Path broken = files.get(BROKEN);
        try (RandomAccessFile file = new RandomAccessFile(broken.toFile(), "rw")) {
            file.setLength(file.length() - 40);
        }

        ImportReport report = admit(files);
        Viewport viewport = hang();

        assertEquals(SLICES - 1, report.admitted());
        assertEquals(broken, report.refused().get(0).file());
        assertTrue(
                report.refused()
                        .get(0)
                        .reason()
                        .matches(broken.getFileName() + ", offset \\d+, \\(7FE0,0010\\): [^\n]+"),
                report.refused().get(0).reason());
        assertEquals(SLICES - 1, viewport.frameCount());
        assertEquals(
                BROKEN - 1, viewport.stack().orElseThrow().steps().gaps().get(0).after());
        for (int i = 0; i < SLICES - 1; i++) {
            viewport.scrollTo(i);
            assertTrue(viewport.shown().isPresent(), "image " + i);
        }
    }

    private ImportReport admit(List<Path> files) throws CandelaException {
        return new StudyImport(library).importAll(files, StudyImport.LOCAL, new Cancellation());
    }

    private Viewport hang() throws CandelaException {
        Study study = library.study(SmallStudies.studyUid(7)).orElseThrow();
        Marks marks = new Marks(database, Runnable::run, Clock.systemUTC());
        Viewport viewport =
                new Viewport(new AtOnce(frames), new MarkBoard(marks, new EditHistory(), Runnable::run), Runnable::run);
        viewport.hang(StudyLayout.of(study).stacks().get(0));
        return viewport;
    }

    /** Makes the RLE header name more segments than there are; where it begins. */
    private static long damageCodestream(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        // Two segments of 16-bit samples, the first of them after the header of 64 bytes (PS3.5 G.5).
        int at = indexOf(bytes, new byte[] {2, 0, 0, 0, 64, 0, 0, 0});
        bytes[at] = 99;
        Files.write(file, bytes);
        return at;
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("no such bytes");
    }

    /** Loads on the calling thread. */
    private record AtOnce(LibraryFrames frames) implements FrameLoader {
        @Override
        public CompletableFuture<LoadedFrame> request(FrameKey key, FramePriority priority) {
            try {
                return CompletableFuture.completedFuture(frames.load(key));
            } catch (CandelaException e) {
                return CompletableFuture.failedFuture(e);
            }
        }
    }
}

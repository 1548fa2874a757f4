package org.candela.viewer.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.base.EditHistory;
import org.candela.base.Uid;
import org.candela.codec.video.FfmpegSearch;
import org.candela.codec.video.VideoEncoder;
import org.candela.dicom.Attributes;
import org.candela.dicom.image.FrameFiles;
import org.candela.dicom.image.FrameReader;
import org.candela.facility.FacilityId;
import org.candela.image.ImagePoint;
import org.candela.store.Database;
import org.candela.study.LibraryFrames;
import org.candela.study.StudyLibrary;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestSessions;
import org.candela.viewer.ViewTool;
import org.candela.viewer.Viewport;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.ResolvedView;
import org.candela.viewer.stack.StudyLayout;

/** A study of a patient with a name, opened, and an export of it. */
public final class ExportCase implements AutoCloseable {
    public final ReadingSession session;
    public final ExportDesk desk;
    public final StudyLibrary library;
    public final Path out;
    public final List<ExportRecord.Confirmation> confirmed = new ArrayList<>();
    private final Database database;
    private final ManualScheduler scheduler = new ManualScheduler();

    /**
     * Where an export works.
     *
     * @param ffmpeg what encodes films
     * @param files how images are opened
     */
    public record Workshop(FfmpegSearch.Places ffmpeg, FrameFiles files, Executor io) {
        /** No films; on the caller. */
        static final Workshop PLAIN = new Workshop(FfmpegSearch.Places.NONE, FrameReader::open, Runnable::run);

        /** Films by the system's encoder. */
        public static Workshop ofFilms(FrameFiles files, Executor io) {
            Path nowhere = Path.of("none");
            List<Path> folders = List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"));
            return new Workshop(new FfmpegSearch.Places("", folders, nowhere, "none"), files, io);
        }
    }

    /** @param images slices of one series */
    public ExportCase(Path folder, int images, Executor ui) throws IOException, CandelaException {
        this(folder, images, ui, Workshop.PLAIN);
    }

    public ExportCase(Path folder, int images, Executor ui, Workshop workshop) throws IOException, CandelaException {
        MovableClock clock = new MovableClock();
        out = folder.resolve("out");
        database = Database.open(folder.resolve("candela.db"), clock);
        library = new StudyLibrary(database, new AuditLog(), AppPaths.under(folder), clock);
        for (int i = 1; i <= images; i++) {
            Attributes image = LeavingFiles.tomography(i);
            library.admit(LeavingFiles.write(image, folder.resolve(i + ".dcm")), new FacilityId("north"));
        }
        LibraryFrames frames = new LibraryFrames(library, FrameReader::open);
        Uid study = new Uid("1.2.826.0.1.777");
        var opened = StudyLayout.of(library.study(study).orElseThrow());
        session = TestSessions.session(
                ManualLoader.answering(
                        frames.load(opened.stacks().get(0).frames().get(0))),
                TestSessions.Store.of(database, clock),
                new EditHistory(),
                scheduler,
                ui);
        ui.execute(() -> {
            session.open(opened, List.of());
            session.viewport(Place.LEFT).resize(new CanvasSize(192, 128));
        });
        desk = new ExportDesk(
                session,
                new ExportDesk.Services(
                        library,
                        workshop.files(),
                        new Exporter(workshop.files(), new VideoEncoder(new FfmpegSearch(workshop.ffmpeg())), clock),
                        confirmed::add,
                        new MarkLabels(drawn -> List.of("12 mm"), reading -> List.of("12 mm")),
                        clock,
                        workshop.io(),
                        ui));
    }

    public ExportDesk.Request request(ExportExtent extent, ExportForm form, Set<ExportPlan.Burn> burn) {
        ExportPlan.Choices plain = ExportPlan.Choices.PLAIN;
        return new ExportDesk.Request(
                extent, form, new ExportPlan.Choices(burn, plain.dates(), plain.patient()), out.toString());
    }

    /** Draws a length from 10/20 to 80/20 on an image of the series, from 0; on the thread of the session. */
    public void draw(int image) {
        Viewport viewport = session.activeViewport();
        viewport.scrollTo(image);
        session.choose(ViewTool.LENGTH);
        ResolvedView view = viewport.resolvedView().orElseThrow();
        session.press(Place.LEFT, ViewTool.LENGTH, view.canvasPoint(new ImagePoint(10, 20)));
        session.drag(view.canvasPoint(new ImagePoint(80, 20)));
        session.release();
    }

    /** Names of all files that left. */
    public List<String> left() throws IOException {
        if (Files.notExists(out)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(out)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() throws CandelaException {
        scheduler.shutdownNow();
        database.close();
    }
}

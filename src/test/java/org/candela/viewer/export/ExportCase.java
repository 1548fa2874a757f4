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
import org.candela.dicom.image.FrameReader;
import org.candela.facility.FacilityId;
import org.candela.store.Database;
import org.candela.study.LibraryFrames;
import org.candela.study.StudyLibrary;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestSessions;
import org.candela.viewer.layout.Place;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.stack.StudyLayout;

/** A study of a patient with a name, opened, and an export of it. */
public final class ExportCase implements AutoCloseable {
    public final ReadingSession session;
    public final ExportDesk desk;
    public final Path out;
    public final List<ExportRecord.Confirmation> confirmed = new ArrayList<>();
    private final Database database;
    private final ManualScheduler scheduler = new ManualScheduler();

    /** @param images slices of one series */
    public ExportCase(Path folder, int images, Executor ui) throws IOException, CandelaException {
        MovableClock clock = new MovableClock();
        out = folder.resolve("out");
        database = Database.open(folder.resolve("candela.db"), clock);
        StudyLibrary library = new StudyLibrary(database, new AuditLog(), AppPaths.under(folder), clock);
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
                        FrameReader::open,
                        new Exporter(
                                FrameReader::open, new VideoEncoder(new FfmpegSearch(FfmpegSearch.Places.NONE)), clock),
                        confirmed::add,
                        drawn -> List.of("12 mm"),
                        Runnable::run,
                        ui));
    }

    public ExportDesk.Request request(ExportExtent extent, ExportForm form, Set<ExportPlan.Burn> burn) {
        ExportPlan.Choices plain = ExportPlan.Choices.PLAIN;
        return new ExportDesk.Request(
                extent, form, new ExportPlan.Choices(burn, plain.dates(), plain.patient()), out.toString());
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

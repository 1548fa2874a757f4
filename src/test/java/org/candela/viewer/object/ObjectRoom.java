package org.candela.viewer.object;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.base.EditHistory;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectFiles;
import org.candela.facility.FacilityId;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.study.FrameKey;
import org.candela.study.StudyLibrary;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestImages;
import org.candela.viewer.TestSessions;
import org.candela.viewer.stack.StudyLayout;

/** A library with images of one study, and a session whose objects beside images are read on the caller. */
final class ObjectRoom implements AutoCloseable {
    static final Uid STUDY = new Uid("1.2.3.4");
    static final FrameKey FIRST = new FrameKey(new Uid("1.2.3.4.1.1"), 0);
    static final FrameKey SECOND = new FrameKey(new Uid("1.2.3.4.1.2"), 0);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    final ReadingSession session;
    final EditHistory history = new EditHistory();
    private final Path folder;
    private final Database database;
    private final StudyLibrary library;
    private final ManualScheduler scheduler = new ManualScheduler();

    ObjectRoom(Path folder) throws StoreException {
        this.folder = folder;
        database = Database.open(folder.resolve("candela.db"), NOON);
        library = new StudyLibrary(database, new AuditLog(), AppPaths.under(folder), NOON);
        session = TestSessions.session(
                ManualLoader.answering(TestImages.slice(6, 8, new int[48])),
                TestSessions.Store.of(database, NOON),
                history,
                scheduler);
        new BesideReading(library, Runnable::run, Runnable::run).follow(session);
    }

    void admitImages() throws IOException, CandelaException {
        admit(file(ObjectFiles.image("1.2.3.4.1.1"), folder.resolve("first.dcm")));
        Attributes second = ObjectFiles.image("1.2.3.4.1.2").set(Tag.InstanceNumber, VR.IS, "2");
        admit(file(second, folder.resolve("second.dcm")));
    }

    /** An object of two frames; its second frame. */
    FrameKey admitFrames() throws IOException, CandelaException {
        Attributes frames = ObjectFiles.frames("1.2.3.4.1.3")
                .setNumbers(Tag.NumberOfFrames, VR.IS, 2)
                .setBytes(Tag.PixelData, VR.OW, new byte[96]);
        admit(file(frames, folder.resolve("frames.dcm")));
        return new FrameKey(new Uid("1.2.3.4.1.3"), 1);
    }

    void admit(Path file) throws CandelaException {
        library.admit(file, new FacilityId("north"));
    }

    void open() throws StoreException {
        session.open(StudyLayout.of(library.study(STUDY).orElseThrow()), List.of());
    }

    KeyObjectExport export() {
        return new KeyObjectExport(library, exports(), NOON);
    }

    StateExport stateExport() {
        return new StateExport(library, exports(), NOON);
    }

    Path exports() {
        return folder.resolve("exports");
    }

    static Path file(Attributes dataSet, Path target) throws IOException {
        Files.createDirectories(target.resolveSibling(""));
        return ObjectFiles.file(dataSet, target.resolveSibling(""), String.valueOf(target.getFileName()));
    }

    @Override
    public void close() throws StoreException {
        scheduler.shutdownNow();
        database.close();
    }
}

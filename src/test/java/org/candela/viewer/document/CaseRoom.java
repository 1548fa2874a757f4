package org.candela.viewer.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
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
import org.candela.study.StudyLibrary;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.TestImages;
import org.candela.viewer.TestSessions;
import org.candela.viewer.stack.StudyLayout;

/** A library with a study of two images and a prior, and a session with the documents that came with them. */
public final class CaseRoom implements AutoCloseable {
    static final Uid STUDY = new Uid("1.2.3.4");
    static final Uid PRIOR = new Uid("1.2.3.5");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    public final ReadingSession session;
    public final Documents documents;
    private final Path folder;
    private final Database database;
    private final StudyLibrary library;
    private final ManualScheduler scheduler = new ManualScheduler();
    private int files;

    CaseRoom(Path folder) throws StoreException {
        this(folder, Runnable::run);
    }

    /** The same for a session that works on {@code ui}. */
    public CaseRoom(Path folder, Executor ui) throws StoreException {
        this.folder = folder;
        database = Database.open(folder.resolve("candela.db"), NOON);
        library = new StudyLibrary(database, new AuditLog(), AppPaths.under(folder), NOON);
        session = TestSessions.session(
                ManualLoader.answering(TestImages.slice(6, 8, new int[48])),
                TestSessions.Store.of(database, NOON),
                new EditHistory(),
                scheduler,
                ui);
        documents = new Documents(session, new DocumentFiles(Runnable::run, ui), ui);
        new DocumentsOfCase(library, Runnable::run, ui).follow(session, documents);
    }

    /** Two images of the study, and one of a prior. */
    public void admitImages() throws IOException, CandelaException {
        admit(ObjectFiles.image("1.2.3.4.1.1"));
        admit(ObjectFiles.image("1.2.3.4.1.2").set(Tag.InstanceNumber, VR.IS, "2"));
        admit(ofPrior(ObjectFiles.image("1.2.3.5.1.1")));
    }

    /** The object as one of the prior. */
    public static Attributes ofPrior(Attributes object) {
        return object.set(Tag.StudyInstanceUID, VR.UI, PRIOR.value())
                .set(Tag.SeriesInstanceUID, VR.UI, PRIOR.value() + ".1")
                .set(Tag.StudyDate, VR.DA, "20251120");
    }

    public void admit(Attributes object) throws IOException, CandelaException {
        Path incoming = Files.createDirectories(folder.resolve("incoming-files"));
        admit(ObjectFiles.file(object, incoming, files++ + ".dcm"));
    }

    public void admit(Path file) throws CandelaException {
        library.admit(file, new FacilityId("north"));
    }

    /** Opens the study with its prior; on the thread of the session. */
    public void open() throws StoreException {
        session.open(
                StudyLayout.of(library.study(STUDY).orElseThrow()),
                library.study(PRIOR).map(StudyLayout::of).stream().toList());
    }

    /** The documents by title, in the order of the list. */
    List<String> titles() {
        return documents.found().documents().stream().map(CaseDocument::title).toList();
    }

    TextReading text() {
        return (TextReading) documents.reading().orElseThrow();
    }

    Optional<Uid> shownAt(org.candela.viewer.layout.Place place) {
        return session.viewport(place).shown().map(shown -> shown.key().sopInstance());
    }

    @Override
    public void close() throws StoreException {
        scheduler.shutdownNow();
        database.close();
    }
}

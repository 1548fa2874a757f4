package org.candela.study.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.TransferSyntax;
import org.candela.facility.FacilityId;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.Association;
import org.candela.net.dimse.DcmtkPrograms;
import org.candela.net.dimse.DimseEndpoint;
import org.candela.net.dimse.StorageUser;
import org.candela.store.Database;
import org.candela.study.LibraryFiles;
import org.candela.study.Patient;
import org.candela.study.Retrieval;
import org.candela.study.SmallStudies;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySummary;
import org.candela.vault.file.Sealed;
import org.candela.vault.file.SealingKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A facility without DICOMweb: DCMTK's dcmqrscp on loopback. */
// [utest->req~study.dimse~1]
class DimseStudiesTest {
    private static final FacilityId SOUTH = new FacilityId("south");
    private static final int SLICES = 3;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final ApplicationEntity entity = new ApplicationEntity(threads, scheduler);

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        threads.shutdownNow();
        scheduler.shutdownNow();
    }

    private List<StorageUser.Sendable> objects() throws Exception {
        List<StorageUser.Sendable> files = new ArrayList<>();
        for (int slice = 0; slice < SLICES; slice++) {
            Path file = folder.resolve(slice + ".dcm");
            DicomWriter.write(
                    DicomFile.of(SmallStudies.slice(1, slice), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
            files.add(StorageUser.Sendable.of(file));
        }
        return files;
    }

    @Test
    void studiesAreListedAndBroughtOnce() throws Exception {
        AppPaths paths = AppPaths.under(folder.resolve("home"));
        try (DcmtkPrograms peers = new DcmtkPrograms(folder);
                Database database = Database.open(paths.database(), Clock.systemUTC())) {
            int port = peers.archive(entity, DcmtkPrograms.freePort());
            DimseEndpoint endpoint = DimseEndpoint.of(URI.create("dicom://QRSCP@127.0.0.1:" + port), "CANDELA");
            List<StorageUser.Sendable> files = objects();
            try (Association association =
                    entity.connect(endpoint, StorageUser.contextsFor(files), new Cancellation())) {
                for (StorageUser.Sendable file : files) {
                    StorageUser.send(association, file, new Cancellation());
                }
            }
            SealingKey key = Sealed.key(folder);
            StudyLibrary library = new StudyLibrary(
                    database, new AuditLog(), LibraryFiles.sealed(paths, () -> key, database), Clock.systemUTC());
            DimseStudies south = new DimseStudies(
                    SOUTH,
                    new DimseStudies.Peer(entity, endpoint),
                    new DimseStudies.Shelf(library, library.files().incoming()),
                    Runnable::run);

            List<StudySummary> listed = south.studiesSince(LocalDate.of(2026, 1, 1), new Cancellation())
                    .join();
            List<StudySummary> later = south.studiesSince(LocalDate.of(2026, 12, 1), new Cancellation())
                    .join();
            Retrieval first = south.retrieve(SmallStudies.studyUid(1), (here, total) -> {}, new Cancellation())
                    .join();
            Retrieval again = south.retrieve(SmallStudies.studyUid(1), (here, total) -> {}, new Cancellation())
                    .join();

            assertEquals(1, listed.size());
            assertEquals(SmallStudies.studyUid(1), listed.get(0).uid());
            assertEquals("ACC-SECRET-1", listed.get(0).identity().accessionNumber());
            assertEquals(List.of(), later);
            assertEquals(SLICES, first.admitted());
            assertTrue(first.isComplete());
            assertEquals(0, again.admitted());
            try (Stream<Path> kept = Files.walk(paths.studies())) {
                assertEquals(
                        SLICES,
                        kept.filter(file -> file.toString().endsWith(".sealed")).count());
            }
            assertEquals(
                    SLICES,
                    library.study(SmallStudies.studyUid(1)).orElseThrow().instanceCount());
            try (Stream<Path> left = Files.list(paths.incoming())) {
                assertEquals(List.of(), left.toList());
            }
            Patient patient = listed.get(0).patient();
            assertEquals(1, south.studiesOf(patient, new Cancellation()).join().size());
            assertEquals(
                    List.of(),
                    south.studiesOf(new Patient("", "", "", Optional.empty(), ""), new Cancellation())
                            .join());
        }
    }
}

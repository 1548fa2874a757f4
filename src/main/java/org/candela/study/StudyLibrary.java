package org.candela.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.base.Sha256;
import org.candela.base.Uid;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.facility.FacilityId;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.study.Admission.Outcome;
import org.candela.vault.file.SealedFileSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All studies on this workstation. Safe from any thread; blocks on the disk, so not for the FX thread.
 *
 * <p>Admitting an object: private copy → force to disk → read the header → rename into place → one transaction with its
 * study, series and instance rows and the audit event. After a crash between the last two a file without rows remains; it
 * is replaced when the object is offered again.
 */
public final class StudyLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(StudyLibrary.class);
    private static final String ACTOR = "library";

    private final Database database;
    private final AuditLog auditLog;
    private final LibraryFiles files;
    private final Clock clock;
    private final StudyRepository repository;
    private final Object admitting = new Object();

    /** One that nothing seals. */
    public StudyLibrary(Database database, AuditLog auditLog, AppPaths paths, Clock clock) {
        this(database, auditLog, LibraryFiles.unsealed(paths), clock);
    }

    public StudyLibrary(Database database, AuditLog auditLog, LibraryFiles files, Clock clock) {
        this.database = database;
        this.auditLog = auditLog;
        this.files = files;
        this.clock = clock;
        this.repository = new StudyRepository(files);
    }

    /** Where its files lie. */
    public LibraryFiles files() {
        return files;
    }

    /**
     * Refuses what could not be kept, before anything is brought here.
     *
     * @throws CandelaException as {@code vault.locked}
     */
    public void requireOpen() throws CandelaException {
        files.requireOpen();
    }

    /**
     * Takes a copy of {@code dicomFile} into the library; offering it again changes nothing. Another file with the same
     * SOP Instance UID does not replace the first.
     *
     * @throws org.candela.dicom.DicomFormatException when it is no whole DICOM file
     * @throws StudyException when it cannot be read or kept, lacks its UIDs, or contradicts what is here: a series of
     *     another study, a study of another patient
     */
    // [impl->req~study.admit-durable~1]
    // [impl->req~study.admit-idempotent~1]
    public Admission admit(Path dicomFile, FacilityId facility) throws CandelaException {
        String name = String.valueOf(dicomFile.getFileName());
        files.requireOpen();
        try (IncomingFile incoming = IncomingFile.copyOf(dicomFile, files)) {
            DicomFile file = DicomReader.read(incoming.path(), name);
            ObjectHeader header = ObjectHeader.of(file.meta(), file.dataSet(), name);
            synchronized (admitting) {
                return admit(incoming, header, new Offer(facility, name));
            }
        } catch (IOException e) {
            throw new StudyException(StudyException.DISK, name + ": cannot be read or copied: " + reason(e), e);
        }
    }

    private record Offer(FacilityId facility, String name) {}

    private Admission admit(IncomingFile incoming, ObjectHeader header, Offer offer)
            throws IOException, CandelaException {
        Optional<StudyRepository.Known> known = database.read(tx -> repository.find(tx, header.sopInstanceUid()));
        if (known.isPresent() && !isLost(known.orElseThrow(), incoming)) {
            return alreadyHere(incoming, header, known.orElseThrow());
        }
        refuseContradictions(header, offer.name());
        Path target = incoming.moveTo(
                files.folderOf(header.study().uid()), files.keptName(incoming.path(), header.sopInstanceUid()));
        StudyRepository.Arrival arrival =
                new StudyRepository.Arrival(offer.facility(), clock.instant(), target, incoming.sha256());
        database.change(tx -> record(tx, header, arrival, known));
        if (known.isPresent() && !known.orElseThrow().file().equals(target)) {
            LibraryFiles.erase(SealedFileSystem.onDisk(known.orElseThrow().file()));
        }
        return new Admission(Outcome.ADMITTED, header.study().uid(), header.sopInstanceUid());
    }

    /** A listed object whose file has vanished or was damaged comes back when the very same bytes are offered. */
    // [impl->req~study.damaged-comes-back~1]
    private static boolean isLost(StudyRepository.Known known, IncomingFile incoming) {
        return known.sha256().equals(incoming.sha256()) && !isWhole(known);
    }

    private static boolean isWhole(StudyRepository.Known known) {
        MessageDigest digest = Sha256.digest();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(known.file()), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest()).equals(known.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    private Admission alreadyHere(IncomingFile incoming, ObjectHeader header, StudyRepository.Known known) {
        boolean isSame = known.sha256().equals(incoming.sha256());
        if (!isSame) {
            LOG.warn(
                    "object {} came again with other bytes; the first one stays [study.different-bytes]",
                    UidHash.of(header.sopInstanceUid()));
        }
        return new Admission(
                isSame ? Outcome.ALREADY_HERE : Outcome.DIFFERENT_BYTES, known.study(), header.sopInstanceUid());
    }

    private void record(
            Tx tx, ObjectHeader header, StudyRepository.Arrival arrival, Optional<StudyRepository.Known> lost)
            throws StoreException {
        if (lost.isEmpty()) {
            repository.insert(tx, header, arrival);
        } else {
            repository.moveFile(tx, header.sopInstanceUid(), lost.orElseThrow().file(), arrival.file());
        }
        auditLog.append(
                tx,
                new AuditEvent(
                        arrival.at(),
                        ACTOR,
                        AuditAction.IMPORTED,
                        "study:" + UidHash.of(header.study().uid()),
                        Map.of(
                                "facility", arrival.facility().value(),
                                "object", UidHash.of(header.sopInstanceUid()),
                                "sha256", arrival.sha256())));
    }

    // [impl->req~study.no-mixing~1]
    private void refuseContradictions(ObjectHeader header, String name) throws CandelaException {
        Uid uid = header.study().uid();
        Optional<Uid> owner =
                database.read(tx -> repository.studyOfSeries(tx, header.series().uid()));
        if (owner.isPresent() && !owner.orElseThrow().equals(uid)) {
            throw new StudyException("study.series-of-another", name + ": its series belongs to another study here");
        }
        Optional<Patient> patient = database.read(tx -> repository.patientOf(tx, uid));
        if (patient.isPresent()
                && !isSamePatient(patient.orElseThrow(), header.study().patient())) {
            throw new StudyException(
                    "study.patient-mismatch", name + ": its Patient ID differs from that of its study here");
        }
    }

    private static boolean isSamePatient(Patient one, Patient other) {
        return one.id().equals(other.id()) && one.issuer().equals(other.issuer());
    }

    /** The study as far as it is here. */
    public Optional<Study> study(Uid uid) throws StoreException {
        return database.read(tx -> repository.study(tx, uid));
    }

    /** All studies, newest study date first. */
    public List<Study> studies() throws StoreException {
        return database.read(tx -> repository.studies(tx, ""));
    }

    /**
     * Earlier studies of the same patient that are here, newest first: same Patient ID and issuer, earlier Study Date.
     * None for a patient without an id or a study without a date; never by name alone.
     */
    // [impl->req~study.priors~1]
    public List<Study> priorsOf(StudyIdentity study) throws StoreException {
        Patient patient = study.patient();
        if (patient.id().isEmpty() || study.dateTime().isEmpty()) {
            return List.of();
        }
        return database.read(tx -> repository.studies(
                tx,
                "WHERE patient_id = ? AND patient_id_issuer = ? AND date_time < ? AND uid <> ?",
                patient.id(),
                patient.issuer(),
                study.dateTime().orElseThrow().toString(),
                study.uid()));
    }

    /** {@link #priorsOf(StudyIdentity)} of a study that is here. */
    public List<Study> priorsOf(Study study) throws StoreException {
        return priorsOf(study.identity());
    }

    /** Where the bytes of an object are. */
    public Optional<Path> fileOf(Uid sopInstance) throws StoreException {
        return database.read(tx -> repository.find(tx, sopInstance)).map(StudyRepository.Known::file);
    }

    /** SOP Instance UIDs of the objects of a study whose files are here. */
    public Set<Uid> instancesOf(Uid study) throws StoreException {
        Set<Uid> uids = new HashSet<>();
        study(study).map(Study::series).orElse(List.of()).stream()
                .flatMap(series -> series.instances().stream())
                .filter(instance -> Files.exists(instance.file()))
                .forEach(instance -> uids.add(instance.sopInstanceUid()));
        return uids;
    }

    /** What the operating system said, without the path of a private copy. */
    private static String reason(IOException e) {
        return e.getClass().getSimpleName();
    }
}

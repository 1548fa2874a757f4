package org.candela.study.dimse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.facility.FacilityId;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.Association;
import org.candela.net.dimse.Contexts;
import org.candela.net.dimse.DimseEndpoint;
import org.candela.net.dimse.Inbox;
import org.candela.net.dimse.ServiceUser;
import org.candela.net.dimse.StorageClasses;
import org.candela.study.Admission;
import org.candela.study.Patient;
import org.candela.study.Retrieval;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;
import org.candela.study.SummaryReader;
import org.candela.study.UidHash;

/** Studies of one facility by C-FIND and C-GET, Study Root (PS3.4 C). */
// [impl->req~study.dimse~1]
public final class DimseStudies implements StudySource {
    private static final DateTimeFormatter DICOM_DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final int MOST = 10_000;
    private static final long MAX_OBJECT = 8L << 30;

    private final FacilityId facility;
    private final Peer peer;
    private final Shelf shelf;
    private final Executor io;

    /** Who is asked. */
    public record Peer(ApplicationEntity entity, DimseEndpoint endpoint) {}

    /**
     * Where objects go.
     *
     * @param incoming folder for objects on their way in; created when it is needed
     */
    public record Shelf(StudyLibrary library, Path incoming) {}

    /** Names tell no UID, for one that is left there by a kill. */
    private static final String ARRIVED = "arrived-";

    /** @param io may wait for the network */
    public DimseStudies(FacilityId facility, Peer peer, Shelf shelf, Executor io) {
        this.facility = facility;
        this.peer = peer;
        this.shelf = shelf;
        this.io = io;
    }

    @Override
    public FacilityId facility() {
        return facility;
    }

    @Override
    public CompletableFuture<List<StudySummary>> studiesSince(LocalDate day, Cancellation cancellation) {
        Attributes keys = keys().set(Tag.StudyDate, VR.DA, DICOM_DATE.format(day) + "-");
        return Async.supply(() -> find(keys, cancellation), io);
    }

    @Override
    public CompletableFuture<List<StudySummary>> studiesOf(Patient patient, Cancellation cancellation) {
        if (patient.id().isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        Attributes keys = keys().set(Tag.PatientID, VR.LO, patient.id());
        // A peer may ignore a key, and ids of different issuers may be equal.
        return Async.supply(
                () -> find(keys, cancellation).stream()
                        .filter(found -> found.patient().isSamePersonAs(patient))
                        .toList(),
                io);
    }

    private static Attributes keys() {
        return new Attributes()
                .set(Tag.QueryRetrieveLevel, VR.CS, "STUDY")
                .set(Tag.StudyInstanceUID, VR.UI)
                .set(Tag.PatientID, VR.LO)
                .set(Tag.IssuerOfPatientID, VR.LO)
                .set(Tag.PatientName, VR.PN)
                .set(Tag.PatientBirthDate, VR.DA)
                .set(Tag.PatientSex, VR.CS)
                .set(Tag.AccessionNumber, VR.SH)
                .set(Tag.StudyDate, VR.DA)
                .set(Tag.StudyTime, VR.TM)
                .set(Tag.StudyDescription, VR.LO)
                .set(Tag.ReferringPhysicianName, VR.PN)
                .set(Tag.ModalitiesInStudy, VR.CS)
                .set(Tag.NumberOfStudyRelatedInstances, VR.IS);
    }

    private List<StudySummary> find(Attributes keys, Cancellation cancellation) throws CandelaException {
        List<StudySummary> found = new ArrayList<>();
        Cancellation enough = cancellation.ofPart();
        try (Association association = peer.entity().connect(peer.endpoint(), Contexts.queries(), cancellation)) {
            new ServiceUser(association)
                    .find(
                            ServiceUser.Model.STUDY_ROOT,
                            keys,
                            match -> {
                                SummaryReader.read(match, facility).ifPresent(found::add);
                                if (found.size() > MOST) {
                                    enough.cancel();
                                }
                            },
                            enough);
            return List.copyOf(found);
        } catch (CancellationException e) {
            cancellation.throwIfRequested();
            throw new CandelaException(
                    "study.too-many", peer.endpoint() + ": more than " + MOST + " studies; list fewer days", e);
        }
    }

    @Override
    public CompletableFuture<Retrieval> retrieve(Uid study, RetrievalListener listener, Cancellation cancellation) {
        return Async.supply(() -> fetch(study, listener, cancellation), io);
    }

    private Retrieval fetch(Uid study, RetrievalListener listener, Cancellation cancellation) throws CandelaException {
        shelf.library().requireOpen();
        int listed = find(keys().set(Tag.StudyInstanceUID, VR.UI, study.value()), cancellation).stream()
                .filter(found -> found.uid().equals(study))
                .map(StudySummary::instanceCount)
                .findFirst()
                .orElse(0);
        int here = here(study);
        listener.progress(here, Math.max(here, listed));
        if (listed > 0 && here >= listed) {
            return new Retrieval(study, 0, here, List.of());
        }
        Tally tally = new Tally(listed, listener);
        Attributes keys = new Attributes()
                .set(Tag.QueryRetrieveLevel, VR.CS, "STUDY")
                .set(Tag.StudyInstanceUID, VR.UI, study.value());
        Contexts contexts = Contexts.gets(StorageClasses.all(), StorageClasses.syntaxes());
        try (Association association = peer.entity().connect(peer.endpoint(), contexts, cancellation)) {
            ServiceUser.Counts counts = new ServiceUser(association)
                    .get(
                            keys,
                            new Inbox(
                                    incoming(),
                                    MAX_OBJECT,
                                    stored -> tally.admit(stored.file()),
                                    object -> ARRIVED + UidHash.of(object) + ".dcm"),
                            progress -> {},
                            cancellation);
            return tally.result(study, counts.failed());
        }
    }

    private int here(Uid study) throws CandelaException {
        return shelf.library().instancesOf(study).size();
    }

    private Path incoming() throws CandelaException {
        try {
            return Files.createDirectories(shelf.incoming());
        } catch (IOException e) {
            throw new CandelaException("study.disk", shelf.incoming() + " cannot be created", e);
        }
    }

    /** Counts what arrives; one association, one thread. */
    private final class Tally {
        private final int total;
        private final RetrievalListener listener;
        private final List<String> refused = new ArrayList<>();
        private int admitted;
        private int alreadyHere;

        Tally(int total, RetrievalListener listener) {
            this.total = total;
            this.listener = listener;
        }

        void admit(Path file) throws CandelaException {
            Admission admission = shelf.library().admit(file, facility);
            switch (admission.outcome()) {
                case ADMITTED -> admitted++;
                case ALREADY_HERE -> alreadyHere++;
                case DIFFERENT_BYTES -> refused.add("an object is here with other content");
            }
            remove(file);
            int here = admitted + alreadyHere;
            listener.progress(here, Math.max(here, total));
        }

        private void remove(Path file) throws CandelaException {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new CandelaException("study.disk", shelf.incoming() + ": a file cannot be removed", e);
            }
        }

        Retrieval result(Uid study, int failed) {
            if (failed > 0) {
                refused.add(failed + " objects were not sent");
            }
            return new Retrieval(study, admitted, alreadyHere, refused);
        }
    }
}

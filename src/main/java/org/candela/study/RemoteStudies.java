package org.candela.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.facility.FacilityId;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.DicomWebClient.InstanceAddress;
import org.candela.net.web.PartFolder;
import org.candela.net.web.QidoQuery;
import org.candela.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Studies of one facility over DICOMweb. Work runs on the I/O executor it was given. */
public final class RemoteStudies implements StudySource {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteStudies.class);
    private static final DateTimeFormatter DICOM_DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private final FacilityId facility;
    private final DicomWebClient client;
    private final StudyLibrary library;
    private final Path incoming;
    private final Executor io;

    /** @param incoming folder for objects on their way in; created when it is needed */
    public RemoteStudies(FacilityId facility, DicomWebClient client, StudyLibrary library, Path incoming, Executor io) {
        this.facility = facility;
        this.client = client;
        this.library = library;
        this.incoming = incoming;
        this.io = io;
    }

    @Override
    public FacilityId facility() {
        return facility;
    }

    @Override
    public CompletableFuture<List<StudySummary>> studiesSince(LocalDate day, Cancellation cancellation) {
        QidoQuery query = QidoQuery.all().matching(Tag.StudyDate, DICOM_DATE.format(day) + "-");
        return Async.supply(() -> search(query, cancellation), io);
    }

    @Override
    public CompletableFuture<List<StudySummary>> studiesOf(Patient patient, Cancellation cancellation) {
        if (patient.id().isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        QidoQuery query = QidoQuery.all().matching(Tag.PatientID, patient.id());
        // A server may ignore a key, and ids of different issuers may be equal.
        return Async.supply(
                () -> search(query, cancellation).stream()
                        .filter(found -> found.patient().isSamePersonAs(patient))
                        .toList(),
                io);
    }

    // [impl->req~study.prior.search~1]
    @Override
    public CompletableFuture<List<OfferedStudy>> offeredFor(Patient patient, Cancellation cancellation) {
        return Async.supply(() -> offered(patient, cancellation), io);
    }

    private List<OfferedStudy> offered(Patient patient, Cancellation cancellation) throws CandelaException {
        Map<Uid, OfferedStudy> found = new LinkedHashMap<>();
        for (QidoQuery query : PatientQueries.of(patient)) {
            QidoQuery asked = SummaryReader.asking(query).including(Tag.InstanceAvailability);
            for (Attributes result : client.searchStudies(asked, cancellation)) {
                OfferedStudy.Availability availability = OfferedStudy.Availability.of(
                        result.string(Tag.InstanceAvailability).orElse(""));
                SummaryReader.read(result, facility)
                        .ifPresent(study -> found.putIfAbsent(study.uid(), new OfferedStudy(study, availability)));
            }
        }
        return List.copyOf(found.values());
    }

    private List<StudySummary> search(QidoQuery query, Cancellation cancellation) throws CandelaException {
        List<StudySummary> found = new ArrayList<>();
        for (Attributes result : client.searchStudies(SummaryReader.asking(query), cancellation)) {
            Optional<StudySummary> summary = SummaryReader.read(result, facility);
            summary.ifPresentOrElse(
                    found::add, () -> LOG.warn("{} lists a study without a valid UID [study.no-uid]", facility));
        }
        return List.copyOf(found);
    }

    @Override
    public CompletableFuture<Retrieval> retrieve(Uid study, RetrievalListener listener, Cancellation cancellation) {
        return Async.supply(() -> fetch(study, listener, cancellation), io);
    }

    // [impl->req~study.retrieve-resumes~1]
    private Retrieval fetch(Uid study, RetrievalListener listener, Cancellation cancellation) throws CandelaException {
        library.requireOpen();
        List<InstanceAddress> listed = listInstances(study, cancellation);
        Set<Uid> here = library.instancesOf(study);
        Tally tally = new Tally(study, listed.size(), listener);
        boolean isWatched = listener.arrivals() != ArrivalListener.NONE;
        ArrivalWatch watch = new ArrivalWatch(study, listener.arrivals());
        PartFolder.Sink sink = file -> {
            watch.whole();
            tally.admit(file);
        };
        PartFolder folder = new PartFolder(createIncoming(), sink, isWatched ? watch : PartFolder.Watch.NONE);
        List<InstanceAddress> missing = listed.stream()
                .filter(address -> !here.contains(address.instance()))
                .toList();
        tally.begin(listed.size() - missing.size());
        try {
            if (missing.size() == listed.size()) {
                client.retrieveStudy(study, folder, cancellation);
            } else {
                bringEach(missing, folder, cancellation);
            }
        } finally {
            watch.broken(); // after a whole object there is nothing to tell of
        }
        return tally.result(listed);
    }

    private void bringEach(List<InstanceAddress> missing, PartFolder folder, Cancellation cancellation)
            throws CandelaException {
        for (InstanceAddress address : missing) {
            client.retrieveInstance(address, folder, cancellation);
        }
    }

    private List<InstanceAddress> listInstances(Uid study, Cancellation cancellation) throws CandelaException {
        List<InstanceAddress> addresses = new ArrayList<>();
        for (Attributes result : client.searchInstances(study, QidoQuery.all(), cancellation)) {
            Optional<Uid> series = result.uid(Tag.SeriesInstanceUID);
            Optional<Uid> instance = result.uid(Tag.SOPInstanceUID);
            if (series.isPresent() && instance.isPresent()) {
                addresses.add(new InstanceAddress(study, series.orElseThrow(), instance.orElseThrow()));
            }
        }
        return addresses;
    }

    private Path createIncoming() throws StudyException {
        try {
            return Files.createDirectories(incoming);
        } catch (IOException e) {
            throw new StudyException(StudyException.DISK, incoming + " cannot be created", e);
        }
    }

    /** Counts what arrives. One retrieval, one thread. */
    private final class Tally {
        private final Uid study;
        private final int total;
        private final RetrievalListener listener;
        private final List<String> refused = new ArrayList<>();
        private int admitted;
        private int alreadyHere;

        Tally(Uid study, int total, RetrievalListener listener) {
            this.study = study;
            this.total = total;
            this.listener = listener;
        }

        void begin(int here) {
            alreadyHere = here;
            listener.progress(here, total);
        }

        void admit(Path file) throws CandelaException {
            try {
                Admission admission = library.admit(file, facility);
                count(admission);
            } catch (StoreException e) {
                throw e;
            } catch (CandelaException e) {
                passOwnDisk(e);
                LOG.warn("an object of study {} was refused [{}]", UidHash.of(study), e.code());
                refused.add(RefusedObject.describe(file, e));
            }
            listener.progress(admitted + alreadyHere, total);
        }

        /** The source was written by ourselves a moment ago, so a disk that fails is the one all the rest would need too. */
        // [impl->req~study.own-disk~1]
        private void passOwnDisk(CandelaException e) throws StudyException {
            Throwable cause = e.getCause();
            if (e.code().equals(StudyException.DISK)) {
                String reason = cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")";
                throw new StudyException(
                        StudyException.DISK, incoming.getParent() + ": nothing more can be kept there" + reason, e);
            }
        }

        private void count(Admission admission) {
            switch (admission.outcome()) {
                case ADMITTED -> admitted++;
                case ALREADY_HERE -> alreadyHere++;
                case DIFFERENT_BYTES ->
                    refused.add("object " + UidHash.of(admission.sopInstanceUid()) + " is here with other content");
            }
        }

        Retrieval result(List<InstanceAddress> listed) throws CandelaException {
            Set<Uid> here = library.instancesOf(study);
            long absent = listed.stream()
                    .filter(address -> !here.contains(address.instance()))
                    .count();
            if (absent > refused.size()) {
                refused.add((absent - refused.size()) + " listed objects were not sent");
            }
            return new Retrieval(study, admitted, alreadyHere, refused);
        }
    }
}

package org.candela.facility.trial;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.Association;
import org.candela.net.dimse.Contexts;
import org.candela.net.dimse.DimseEndpoint;
import org.candela.net.dimse.ServiceUser;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.DicomWebClient.InstanceAddress;
import org.candela.net.web.PartFolder;
import org.candela.net.web.QidoQuery;
import org.candela.net.web.UpsClient;

/** What is asked of each kind of service: as little as can be, and nothing that changes anything. */
public final class Trials {
    private static final int ENOUGH = 1;
    private static final int BYTES_PER_KB = 1000;
    private static final String DISK = "trial.disk";

    private Trials() {}

    /**
     * A study, one of its instances, and that instance itself, which is thrown away.
     *
     * @param folder where it is put for as long as it comes; created when it is needed
     */
    public static Trial dicomWeb(String service, URI root, DicomWebClient client, Path folder) {
        return new Trial(service, root.toString(), cancellation -> {
            List<Attributes> studies = client.searchStudies(QidoQuery.all().atMost(ENOUGH), cancellation);
            Optional<Uid> study = studies.stream()
                    .flatMap(found -> found.uid(Tag.StudyInstanceUID).stream())
                    .findFirst();
            if (study.isEmpty()) {
                return "answers a query; lists no study, so nothing was fetched";
            }
            Optional<InstanceAddress> instance =
                    client.searchInstances(study.orElseThrow(), QidoQuery.all().atMost(ENOUGH), cancellation).stream()
                            .flatMap(found -> addressOf(study.orElseThrow(), found).stream())
                            .findFirst();
            if (instance.isEmpty()) {
                return "answers a query; the study has no object, so nothing was fetched";
            }
            return "answers a query and sends an object of "
                    + fetch(client, instance.orElseThrow(), folder, cancellation) / BYTES_PER_KB + " kB";
        });
    }

    private static long fetch(DicomWebClient client, InstanceAddress instance, Path folder, Cancellation cancellation)
            throws CandelaException {
        AtomicLong bytes = new AtomicLong();
        try {
            PartFolder parts = new PartFolder(Files.createDirectories(folder), file -> bytes.addAndGet(gone(file)));
            int unused = client.retrieveInstance(instance, parts, cancellation);
            return bytes.get();
        } catch (IOException e) {
            throw new CandelaException(DISK, folder + ": cannot be written", e);
        }
    }

    private static long gone(Path file) throws CandelaException {
        try {
            long size = Files.size(file);
            Files.delete(file);
            return size;
        } catch (IOException e) {
            throw new CandelaException(DISK, file + ": cannot be deleted", e);
        }
    }

    private static Optional<InstanceAddress> addressOf(Uid study, Attributes found) {
        return found.uid(Tag.SeriesInstanceUID).flatMap(series -> found.uid(Tag.SOPInstanceUID)
                .map(instance -> new InstanceAddress(study, series, instance)));
    }

    /** At most one workitem. */
    public static Trial workitems(String service, String address, UpsClient client) {
        return new Trial(service, address, cancellation -> {
            int found =
                    client.search(QidoQuery.all().atMost(ENOUGH), cancellation).size();
            return found == 0 ? "answers a search; lists no workitem" : "answers a search";
        });
    }

    /** C-ECHO. */
    public static Trial echo(String service, DimseEndpoint endpoint, ApplicationEntity entity) {
        return new Trial(service, endpoint.toString(), cancellation -> {
            try (Association association = entity.connect(endpoint, Contexts.verification(), cancellation)) {
                new ServiceUser(association).echo(cancellation);
                return "answers an echo";
            }
        });
    }

    /** C-FIND of the modality worklist for a patient id that nobody has. */
    public static Trial schedule(String service, DimseEndpoint endpoint, ApplicationEntity entity) {
        return new Trial(service, endpoint.toString(), cancellation -> {
            AtomicInteger steps = new AtomicInteger();
            Attributes keys =
                    new Attributes().set(Tag.PatientID, VR.LO, "CANDELA-TEST").set(Tag.PatientName, VR.PN);
            try (Association association = entity.connect(endpoint, Contexts.queries(), cancellation)) {
                new ServiceUser(association)
                        .find(ServiceUser.Model.MODALITY_WORKLIST, keys, step -> steps.incrementAndGet(), cancellation);
            }
            return "answers a query";
        });
    }
}

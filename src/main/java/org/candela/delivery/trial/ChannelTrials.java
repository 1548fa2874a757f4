package org.candela.delivery.trial;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.dicom.ReportObjects;
import org.candela.delivery.fhir.FhirCapabilities;
import org.candela.delivery.hl7.MappingBook;
import org.candela.delivery.paper.FolderCarrier;
import org.candela.facility.Facility;
import org.candela.facility.trial.Trial;
import org.candela.facility.trial.TrialException;
import org.candela.net.dimse.Association;
import org.candela.net.dimse.Contexts;
import org.candela.net.dimse.DimseEndpoint;
import org.candela.net.dimse.ServiceUser;

/** What is asked of each channel that a facility takes reports by. The trials block; any thread. */
// [impl->req~delivery.trial~1]
public final class ChannelTrials {
    private static final String OWN_TITLE = "CANDELA";
    private static final String FHIR_JSON = "application/fhir+json";
    private static final String R4 = "4.";
    private static final String CHANNELS = "change it by: candela delivery channels FACILITY";

    private final Doors doors;
    private final Duration limit;
    private final MllpTrial mllp;

    /**
     * @param mappings whose parties and letters a ping has
     * @param limit for each step of a trial
     */
    public ChannelTrials(Doors doors, MappingBook mappings, Clock clock, Duration limit) {
        this.doors = doors;
        this.limit = limit;
        this.mllp = new MllpTrial(doors.security(), mappings, clock, limit);
    }

    /** The trial of one channel, under the name {@code reports/CHANNEL}. */
    public Trial of(Facility facility, DeliveryChannel channel, Asking asking) {
        return new Trial("reports/" + channel.name(), channel.address(), cancellation -> switch (channel.way()) {
            case HL7 -> mllp.run(facility, channel, asking);
            case DICOM_WEB -> stow(facility, channel, cancellation);
            case DICOM_STORE -> store(facility, channel, cancellation);
            case FHIR -> fhir(facility, channel, cancellation);
            case FOLDER -> folder(Path.of(channel.address()));
            case PRINT -> printer(channel.address());
        });
    }

    private String stow(Facility facility, DeliveryChannel channel, Cancellation cancellation) throws CandelaException {
        ReportObjects.storageClass(channel);
        doors.archive().open(facility, channel).askToStore(cancellation);
        return "has a store service that lets us in; no object was sent";
    }

    private String store(Facility facility, DeliveryChannel channel, Cancellation cancellation)
            throws CandelaException {
        Uid wanted = ReportObjects.storageClass(channel);
        DimseEndpoint peer = DimseEndpoint.of(channel.uri(), OWN_TITLE).within(limit);
        boolean isCommitted = channel.option("commitment", "no").equals("yes");
        Contexts contexts = Contexts.storesAsked(List.of(wanted));
        try (Association association = doors.entity().open(facility, channel).connect(peer, contexts, cancellation)) {
            boolean echoes = association.echoes();
            if (echoes) {
                new ServiceUser(association).echo(cancellation);
            }
            if (!association.takes(wanted)) {
                throw new TrialException(
                        "trial.no-reports",
                        "answers, and takes no " + name(channel),
                        "Ask the facility to allow " + name(channel) + " (" + wanted + ") for " + peer.calling()
                                + ", or " + CHANNELS);
            }
            if (isCommitted && !association.commits()) {
                throw new TrialException(
                        "trial.no-commitment",
                        "takes " + name(channel) + ", and vouches for nothing",
                        "Ask the facility to allow storage commitment, or " + CHANNELS + " without commitment.");
            }
            return (echoes ? "answers an echo, takes " : "knows no echo, takes ") + name(channel)
                    + (isCommitted ? " and vouches for it" : "") + "; no object was sent";
        }
    }

    private static String name(DeliveryChannel channel) {
        return channel.option("object", "sr").equals("pdf") ? "Encapsulated PDF" : "Basic Text SR";
    }

    private String fhir(Facility facility, DeliveryChannel channel, Cancellation cancellation) throws CandelaException {
        String text = doors.documents().open(facility, channel).get("/metadata", FHIR_JSON, cancellation);
        FhirCapabilities server = FhirCapabilities.read(text)
                .orElseThrow(() -> new TrialException(
                        "trial.no-fhir",
                        "answers without a CapabilityStatement",
                        "Ask the facility for the root of its FHIR server, then " + CHANNELS + "."));
        if (!server.version().startsWith(R4)) {
            throw new TrialException(
                    "trial.fhir-version",
                    "is a FHIR server of version \"" + server.version() + "\", not R4",
                    "Ask the facility for the root of a server of R4.");
        }
        if (!server.takesTransactions() || !server.knowsReports()) {
            throw new TrialException(
                    "trial.fhir-reports",
                    "says that it " + (server.knowsReports() ? "takes no transactions" : "has no DiagnosticReport"),
                    "Ask the facility whether this is where reports go.");
        }
        return "FHIR " + server.version() + ", says that it takes reports in transactions; none was sent";
    }

    private static String folder(Path folder) throws CandelaException {
        try {
            FolderCarrier.tryOut(folder);
            return "a file was written, read back and deleted";
        } catch (CandelaException e) {
            throw new TrialException(e, "Make the folder or connect its drive, and let this user write there.");
        }
    }

    private String printer(String name) throws TrialException {
        if (!doors.printers().names().contains(name)) {
            throw new TrialException(
                    "trial.no-printer",
                    "this machine knows no printer " + name,
                    "Switch it on and set it up in the system under this name; nothing is printed to test it.");
        }
        return "this machine knows the printer; nothing was printed";
    }
}

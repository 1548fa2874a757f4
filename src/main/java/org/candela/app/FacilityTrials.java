package org.candela.app;

import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.delivery.Channels;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.hl7.MappingBook;
import org.candela.delivery.trial.Asking;
import org.candela.delivery.trial.ChannelTrials;
import org.candela.facility.Facility;
import org.candela.facility.ServiceEndpoint;
import org.candela.facility.trial.FacilityTrial;
import org.candela.facility.trial.Trial;
import org.candela.facility.trial.TrialResult;
import org.candela.facility.trial.Trials;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.DimseEndpoint;
import org.candela.net.dimse.TlsProfile;
import org.candela.readiness.link.Greeter;
import org.candela.report.Ledger;

/** Tries all that was told of a facility: its services over each way, and the certificates it shows. Blocks. */
// [impl->req~app.facility-trial~1]
final class FacilityTrials {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String OUR_TITLE = "CANDELA";

    private final FacilityWeb web;
    private final Executors executors;
    private final Path incoming;
    private final Ledger ledger;
    private final Clock clock;

    /**
     * @param incoming folder for objects on their way in
     * @param ledger knows the channels that reports take
     */
    FacilityTrials(FacilityWeb web, Executors executors, Path incoming, Ledger ledger) {
        this.incoming = incoming;
        this.web = web;
        this.executors = executors;
        this.ledger = ledger;
        this.clock = ledger.clock();
    }

    /** What is tried. */
    record Tried(Facility facility, List<ServiceEndpoint> services, Asking asking) {}

    /** @param progress told of each service when it was tried, on this thread */
    List<TrialResult> run(Tried tried, Consumer<TrialResult> progress, Cancellation cancellation)
            throws CandelaException {
        return new FacilityTrial(executors.io(), LIMIT).run(trials(tried), progress, cancellation);
    }

    private List<Trial> trials(Tried tried) throws CandelaException {
        Facility facility = tried.facility();
        List<Trial> trials = new ArrayList<>();
        addDicomWeb(trials, facility, "dicomweb", facility.dicomWeb());
        tried.services().forEach(endpoint -> add(trials, facility, endpoint));
        ChannelTrials channels = new ChannelTrials(
                new DeliveryDoors(() -> web, executors, clock).all(), new MappingBook(ledger), clock, LIMIT);
        for (DeliveryChannel channel : new Channels(ledger).of(facility)) {
            trials.add(channels.of(facility, channel, tried.asking()));
        }
        return trials;
    }

    private void add(List<Trial> trials, Facility facility, ServiceEndpoint endpoint) {
        switch (endpoint.service()) {
            case DICOM_WEB -> addDicomWeb(trials, facility, endpoint.name(), endpoint.uri());
            case UPS_RS -> {
                trials.add(
                        Trials.workitems(endpoint.name(), endpoint.address(), web.workitems(facility, endpoint.uri())));
                addCertificate(trials, facility, endpoint.name(), endpoint.uri());
            }
            case QUERY_RETRIEVE ->
                trials.add(dimse(facility, endpoint, (peer, entity) -> Trials.echo(endpoint.name(), peer, entity)));
            case MODALITY_WORKLIST ->
                trials.add(dimse(facility, endpoint, (peer, entity) -> Trials.schedule(endpoint.name(), peer, entity)));
            case ORDERS, NOTE -> {} // the facility sends to us, and words cannot be tried
        }
    }

    private void addDicomWeb(List<Trial> trials, Facility facility, String name, URI root) {
        trials.add(Trials.dicomWeb(name, root, web.client(facility, root), incoming));
        addCertificate(trials, facility, name, root);
    }

    private void addCertificate(List<Trial> trials, Facility facility, String name, URI root) {
        if ("https".equals(root.getScheme())) {
            trials.add(new Trial(name + ", certificate", root.getHost(), cancellation -> certificate(facility, root)));
        }
    }

    private String certificate(Facility facility, URI root) throws CandelaException {
        return new Greeter(web.trust(facility), clock, LIMIT.dividedBy(2))
                .greet(root)
                .certificateEnds()
                .map(this::daysLeft)
                .orElse("shows no certificate");
    }

    private String daysLeft(Instant ends) {
        long days = Duration.between(clock.instant(), ends).toDays();
        return "valid " + days + (days == 1 ? " day" : " days") + " more";
    }

    private interface Question {
        Trial of(DimseEndpoint peer, ApplicationEntity entity);
    }

    private Trial dimse(Facility facility, ServiceEndpoint endpoint, Question asking) {
        return new Trial(endpoint.name(), endpoint.address(), cancellation -> {
            try {
                DimseEndpoint peer = DimseEndpoint.of(endpoint.uri(), OUR_TITLE).within(LIMIT);
                ApplicationEntity entity = new ApplicationEntity(executors.web(), executors.scheduler())
                        .with(TlsProfile.of(web.trust(facility), clock));
                return asking.of(peer, entity).attempt().run(cancellation);
            } catch (GeneralSecurityException e) {
                throw new CandelaException("trial.tls", "TLS cannot be set up (" + e.getMessage() + ")", e);
            }
        });
    }
}

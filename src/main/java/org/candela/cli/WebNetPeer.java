package org.candela.cli;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.net.tls.TlsTrust;
import org.candela.net.web.AttributePath;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.PartFolder;
import org.candela.net.web.QidoQuery;
import org.candela.net.web.RetryPolicy;
import org.candela.net.web.ServerPulse;
import org.candela.net.web.StoreResult;
import org.candela.net.web.UpsClient;
import org.candela.net.web.WebCredentials;
import org.candela.net.web.WebEndpoint;
import org.candela.net.web.WebResource;
import org.candela.net.web.WebTransport;

/** A DICOMweb service as {@code candela net} needs it. */
// [impl->req~cli.net-web~1]
public final class WebNetPeer implements NetPeer {
    /** Between two lines of progress. */
    private static final int FILES_AT_ONCE = 100;

    private final DicomWebClient client;
    private final UpsClient workitems;

    private WebNetPeer(DicomWebClient client, UpsClient workitems) {
        this.client = client;
        this.workitems = workitems;
    }

    /**
     * The service at {@code address}; asks nothing yet.
     *
     * @throws IllegalArgumentException when the address would send patient data in clear text over a network
     */
    public static NetPeer open(Address address, Executor io, Clock clock) throws CandelaException {
        requireSafe(address.uri());
        TlsTrust tls = TlsTrust.standard().pinning(address.pins());
        HttpClient http = WebTransport.client(tls, ProxySelector.getDefault(), io, clock);
        WebEndpoint endpoint = WebEndpoint.of(address.uri())
                .within(address.timeout(), address.timeout())
                .retrying(RetryPolicy.STANDARD)
                .as(credentials(address));
        return new WebNetPeer(new DicomWebClient(endpoint, http), new UpsClient(endpoint, http));
    }

    private static void requireSafe(URI uri) {
        if (!WebEndpoint.isConfidential(uri)) {
            throw new IllegalArgumentException("use https; http only for a service on this machine");
        }
    }

    private static WebCredentials credentials(Address address) {
        if (!address.token().isEmpty()) {
            return WebCredentials.bearer(address::token);
        }
        return address.user().isEmpty()
                ? WebCredentials.NONE
                : WebCredentials.basic(address.user(), address.password());
    }

    @Override
    public String echo(Cancellation cancellation) throws CandelaException {
        ServerPulse pulse = client.pulse(cancellation);
        return "answered in " + pulse.roundTrip().toMillis() + " ms"
                + pulse.serverTime().map(time -> ", its time is " + time).orElse("");
    }

    @Override
    public void query(NetQuery query, Consumer<Attributes> matches, Cancellation cancellation) throws CandelaException {
        search(query, cancellation).forEach(matches);
    }

    private List<Attributes> search(NetQuery query, Cancellation cancellation) throws CandelaException {
        QidoQuery asked = qido(query);
        Optional<Uid> study = exact(query, Tag.StudyInstanceUID);
        // Not every server searches all series or all instances; below a study each one does.
        return switch (query.level()) {
            case PATIENT, STUDY -> client.searchStudies(asked, cancellation);
            case SERIES ->
                study.isPresent()
                        ? client.searchSeries(study.orElseThrow(), asked, cancellation)
                        : client.searchSeries(asked, cancellation);
            case IMAGE ->
                study.isPresent()
                        ? client.searchInstances(WebResource.study(study.orElseThrow()), asked, cancellation)
                        : client.searchInstances(asked, cancellation);
        };
    }

    private static Optional<Uid> exact(NetQuery query, int tag) {
        return query.matches().stream()
                .filter(match -> match.path().tags().equals(List.of(tag)))
                .map(NetQuery.Match::value)
                .filter(Uid::isValid)
                .map(Uid::new)
                .findFirst();
    }

    private static QidoQuery qido(NetQuery query) {
        QidoQuery asked = QidoQuery.all();
        for (NetQuery.Match match : query.matches()) {
            asked = asked.matching(new AttributePath(match.path().tags()), match.value());
        }
        for (TagPath path : query.wanted()) {
            asked = asked.including(new AttributePath(path.tags()));
        }
        return asked;
    }

    @Override
    public void worklist(NetQuery query, Consumer<Attributes> matches, Cancellation cancellation)
            throws CandelaException {
        throw new CandelaException("cli.not-offered", "DICOMweb has no modality worklist; ask a dicom:// peer");
    }

    @Override
    public void workitems(NetQuery query, Consumer<Attributes> matches, Cancellation cancellation)
            throws CandelaException {
        workitems.search(qido(query), cancellation).forEach(matches);
    }

    @Override
    public Outcome retrieve(NetRetrieval what, Progress progress, Cancellation cancellation) throws CandelaException {
        int[] count = {0};
        PartFolder parts = new PartFolder(what.folder(), file -> {
            keep(file, what.folder());
            count[0]++;
            progress.done(count[0], 0);
        });
        List<Uid> uids = what.uids();
        switch (uids.size()) {
            case 1 -> client.retrieveStudy(uids.get(0), parts, cancellation);
            case 2 -> client.retrieveSeries(uids.get(0), uids.get(1), parts, cancellation);
            default -> {
                var address = new DicomWebClient.InstanceAddress(uids.get(0), uids.get(1), uids.get(2));
                client.retrieveInstance(address, parts, cancellation);
            }
        }
        return new Outcome(count[0], Map.of());
    }

    private static void keep(Path file, Path folder) throws CandelaException {
        try {
            Attributes object = DicomReader.read(file).dataSet();
            String name = object.uid(Tag.SOPInstanceUID)
                    .map(Uid::value)
                    .orElse(file.getFileName().toString());
            Files.move(file, folder.resolve(name + ".dcm"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CandelaException("cli.disk", folder + ": an object cannot be kept there", e);
        }
    }

    @Override
    public Outcome send(List<Path> files, Progress progress, Cancellation cancellation) throws CandelaException {
        int stored = 0;
        Map<String, String> failures = new LinkedHashMap<>();
        for (int from = 0; from < files.size(); from += FILES_AT_ONCE) {
            int to = Math.min(files.size(), from + FILES_AT_ONCE);
            StoreResult result = client.store(files.subList(from, to), cancellation);
            stored += result.stored().size();
            result.failed().forEach(one -> failures.put(one.sopInstanceUid().value(), one.text()));
            result.unanswered().forEach(uid -> failures.put(uid.value(), "the server said nothing about it"));
            progress.done(to, files.size());
        }
        return new Outcome(stored, failures);
    }

    @Override
    public void close() {
        // Connections are the HTTP client's, which ends with the process.
    }
}

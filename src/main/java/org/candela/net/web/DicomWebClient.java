package org.candela.net.web;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;

/**
 * One DICOMweb service: QIDO-RS, WADO-RS and STOW-RS (PS3.18 §10).
 *
 * <p>Calls block for as long as the endpoint allows: not for the FX thread. Safe from any thread. Each call throws
 * {@link java.util.concurrent.CancellationException} soon after its cancellation is requested.
 */
public final class DicomWebClient {
    private static final String ANY_DICOM = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";

    private final WebCalls calls;

    /** @param http shared by all clients; the endpoint's limits apply, not those of {@code http} */
    public DicomWebClient(WebEndpoint endpoint, HttpClient http) {
        this(new WebCalls(endpoint, http));
    }

    DicomWebClient(WebCalls calls) {
        this.calls = calls;
    }

    /** The same service, telling {@code progress} what moves. */
    public DicomWebClient reporting(WebProgress progress) {
        return new DicomWebClient(calls.reporting(progress));
    }

    /** Studies that match. */
    public List<Attributes> searchStudies(QidoQuery query, Cancellation cancellation) throws WebException {
        return search("/studies", query, cancellation);
    }

    /** Series of {@code study} that match. */
    public List<Attributes> searchSeries(Uid study, QidoQuery query, Cancellation cancellation) throws WebException {
        return search("/studies/" + study + "/series", query, cancellation);
    }

    /** Series of all studies that match. */
    public List<Attributes> searchSeries(QidoQuery query, Cancellation cancellation) throws WebException {
        return search("/series", query, cancellation);
    }

    /** Instances of all studies that match. */
    public List<Attributes> searchInstances(QidoQuery query, Cancellation cancellation) throws WebException {
        return search("/instances", query, cancellation);
    }

    /** Instances below a study or a series that match. */
    public List<Attributes> searchInstances(WebResource below, QidoQuery query, Cancellation cancellation)
            throws WebException {
        return search(below.path() + "/instances", query, cancellation);
    }

    /** Instances of all series of {@code study} that match. */
    public List<Attributes> searchInstances(Uid study, QidoQuery query, Cancellation cancellation) throws WebException {
        return search("/studies/" + study + "/instances", query, cancellation);
    }

    /** Fetches all objects of a study, in the transfer syntax they are stored in; returns how many came. */
    public int retrieveStudy(Uid study, PartFolder folder, Cancellation cancellation) throws CandelaException {
        return retrieve("/studies/" + study, folder, cancellation);
    }

    /** Fetches all objects of a series. */
    public int retrieveSeries(Uid study, Uid series, PartFolder folder, Cancellation cancellation)
            throws CandelaException {
        return retrieve("/studies/" + study + "/series/" + series, folder, cancellation);
    }

    /** Fetches one object. */
    public int retrieveInstance(InstanceAddress address, PartFolder folder, Cancellation cancellation)
            throws CandelaException {
        return retrieve(address.path(), folder, cancellation);
    }

    /** Where one object is. */
    public record InstanceAddress(Uid study, Uid series, Uid instance) {
        String path() {
            return "/studies/" + study + "/series/" + series + "/instances/" + instance;
        }
    }

    /**
     * Sends DICOM files, in several requests if they are many; what the server did not keep is in the result, not an
     * exception. Safe to repeat: an object that is there already is not kept twice.
     */
    public StoreResult store(List<Path> files, Cancellation cancellation) throws WebException {
        return new Upload(calls, cancellation).send(files);
    }

    // [impl->req~net.web.store-asked~1]
    /**
     * Sends a store request without any object, once, to see whether we may store here: it changes nothing. A server that
     * lets us in says that nothing was sent, each in its own way.
     *
     * @throws WebException when there is no such service, when we may not use it, or when it fails
     */
    public void askToStore(Cancellation cancellation) throws WebException {
        new Upload(calls, cancellation).ask();
    }

    /** Asks for at most one study, to see that the server answers and what time it has; asks once only. */
    public ServerPulse pulse(Cancellation cancellation) throws WebException {
        Call call = Call.getJson(
                calls.endpoint().resolve("/studies?" + QidoQuery.all().atMost(1).page(0)));
        long start = System.nanoTime();
        try (Answer answer = calls.openOnce(call, cancellation)) {
            if (answer.status() != Answer.NO_CONTENT) {
                answer.requireContent();
            }
            JsonAnswer.read(answer);
            Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
            return new ServerPulse(roundTrip, answer.header("Date").flatMap(RetryAfter::moment));
        }
    }

    private List<Attributes> search(String path, QidoQuery query, Cancellation cancellation) throws WebException {
        return new Paging(calls, path, query).search(cancellation);
    }

    private int retrieve(String path, PartFolder folder, Cancellation cancellation) throws CandelaException {
        Call call = Call.get(calls.endpoint().resolve(path), ANY_DICOM);
        try (Answer answer = calls.open(call, cancellation)) {
            return new PartReceiver(
                            answer.requireContent(),
                            folder.directory(),
                            PartReceiver.Expected.OBJECTS,
                            cancellation,
                            folder.watch())
                    .receive(received -> folder.sink().accept(received.file()));
        }
    }
}

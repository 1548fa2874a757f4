package org.candela.net.web;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.net.web.WebException.Kind;

/**
 * One DICOMweb service: QIDO-RS, WADO-RS and STOW-RS (PS3.18 §10).
 *
 * <p>Calls block for as long as the endpoint allows: not for the FX thread. Safe from any thread. Each call throws
 * {@link java.util.concurrent.CancellationException} soon after its cancellation is requested.
 */
public final class DicomWebClient {
    private static final String ANY_DICOM = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final int PARTIAL = 206;
    private static final int CONFLICT = 409;

    private final WebCalls calls;

    /** @param http shared by all clients; the endpoint's limits apply, not those of {@code http} */
    public DicomWebClient(WebEndpoint endpoint, HttpClient http) {
        this.calls = new WebCalls(endpoint, http);
    }

    /** Studies that match. */
    public List<Attributes> searchStudies(QidoQuery query, Cancellation cancellation) throws WebException {
        return search("/studies", query, cancellation);
    }

    /** Series of {@code study} that match. */
    public List<Attributes> searchSeries(Uid study, QidoQuery query, Cancellation cancellation) throws WebException {
        return search("/studies/" + study + "/series", query, cancellation);
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

    /** Sends DICOM files; what the server did not keep is in the result, not an exception. */
    // [impl->req~net.web.store~1]
    public StoreResult store(List<Path> files, Cancellation cancellation) throws WebException {
        HttpRequest request = calls.post("/studies", upload(files));
        HttpResponse<GuardedBody> answer = calls.send(request, cancellation);
        try (GuardedBody body = answer.body()) {
            int status = answer.statusCode();
            if (status != OK && status != ACCEPTED && status != CONFLICT) {
                throw WebException.refused(WebCalls.name(request), status);
            }
            StoreResult result = storeResult(JsonAnswer.read(request, body));
            if (status != OK && result.isComplete()) {
                throw WebException.refused(WebCalls.name(request), status);
            }
            return result;
        }
    }

    /** Asks for at most one study, to see that the server answers and what time it has. */
    public ServerPulse pulse(Cancellation cancellation) throws WebException {
        HttpRequest request = calls.get("/studies?" + QidoQuery.all().atMost(1).page(0), MediaType.DICOM_JSON);
        long start = System.nanoTime();
        HttpResponse<GuardedBody> answer = calls.send(request, cancellation);
        resultsOf(request, answer);
        Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
        return new ServerPulse(roundTrip, dateOf(answer));
    }

    // [impl->req~net.web.paging~1]
    private List<Attributes> search(String path, QidoQuery query, Cancellation cancellation) throws WebException {
        List<Attributes> found = new ArrayList<>();
        while (found.size() < query.limit()) {
            HttpRequest request = calls.get(path + "?" + query.page(found.size()), MediaType.DICOM_JSON);
            HttpResponse<GuardedBody> answer = calls.send(request, cancellation);
            List<Attributes> page = resultsOf(request, answer);
            boolean isRepeated = !page.isEmpty() && isSame(page, found);
            if (isRepeated) {
                // A server that ignores the offset sends the same page for ever.
                break;
            }
            found.addAll(page);
            boolean hasMore = answer.headers().firstValue("Warning").orElse("").startsWith("299");
            if (page.isEmpty() || (page.size() < QidoQuery.PAGE_SIZE && !hasMore)) {
                break;
            }
        }
        return List.copyOf(found.subList(0, Math.min(found.size(), query.limit())));
    }

    private static boolean isSame(List<Attributes> page, List<Attributes> found) {
        return found.size() >= page.size()
                && identity(page.get(0)).equals(identity(found.get(found.size() - page.size())));
    }

    private static List<Optional<String>> identity(Attributes result) {
        return List.of(
                result.string(Tag.StudyInstanceUID),
                result.string(Tag.SeriesInstanceUID),
                result.string(Tag.SOPInstanceUID));
    }

    private static List<Attributes> resultsOf(HttpRequest request, HttpResponse<GuardedBody> answer)
            throws WebException {
        try (GuardedBody body = answer.body()) {
            if (answer.statusCode() == NO_CONTENT) {
                return List.of();
            }
            if (answer.statusCode() != OK && answer.statusCode() != PARTIAL) {
                throw WebException.refused(WebCalls.name(request), answer.statusCode());
            }
            return JsonAnswer.read(request, body);
        }
    }

    private int retrieve(String path, PartFolder folder, Cancellation cancellation) throws CandelaException {
        HttpRequest request = calls.get(path, ANY_DICOM);
        HttpResponse<GuardedBody> answer = calls.send(request, cancellation);
        try (GuardedBody body = answer.body()) {
            if (answer.statusCode() != OK && answer.statusCode() != PARTIAL) {
                throw WebException.refused(WebCalls.name(request), answer.statusCode());
            }
            return new PartReceiver(request, folder, cancellation).receive(answer);
        }
    }

    private static Upload upload(List<Path> files) throws WebException {
        try {
            return Upload.of(files);
        } catch (IOException e) {
            throw WebException.of(Kind.LOCAL_DISK, "POST /studies", "a file to send cannot be read", e);
        }
    }

    private static StoreResult storeResult(List<Attributes> answer) {
        List<Uid> stored = new ArrayList<>();
        List<StoreResult.Failed> failed = new ArrayList<>();
        for (Attributes result : answer) {
            for (Attributes item : result.items(Tag.ReferencedSOPSequence)) {
                item.uid(Tag.ReferencedSOPInstanceUID).ifPresent(stored::add);
            }
            for (Attributes item : result.items(Tag.FailedSOPSequence)) {
                int reason = item.integer(Tag.FailureReason).orElse(0);
                item.uid(Tag.ReferencedSOPInstanceUID)
                        .ifPresent(uid -> failed.add(new StoreResult.Failed(uid, reason)));
            }
        }
        return new StoreResult(stored, failed);
    }

    private static Optional<Instant> dateOf(HttpResponse<GuardedBody> answer) {
        try {
            return answer.headers()
                    .firstValue("Date")
                    .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

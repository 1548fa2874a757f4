package org.candela.net.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.net.web.WebException.Kind;

/**
 * What of a service can be fetched in pieces: metadata, bulk data, frames, rendered pictures (PS3.18 §10.4). Whole objects
 * come through {@link DicomWebClient}.
 *
 * <p>Calls block for as long as the endpoint allows: not for the FX thread. Safe from any thread. Each call throws
 * {@link java.util.concurrent.CancellationException} soon after its cancellation is requested.
 */
public final class WadoClient {
    private static final int MOST_PICTURE_BYTES = 64 << 20;

    private final WebCalls calls;

    /** @param http shared by all clients; the endpoint's limits apply, not those of {@code http} */
    public WadoClient(WebEndpoint endpoint, HttpClient http) {
        this(new WebCalls(endpoint, http));
    }

    WadoClient(WebCalls calls) {
        this.calls = calls;
    }

    /** The same service, telling {@code progress} what moves. */
    public WadoClient reporting(WebProgress progress) {
        return new WadoClient(calls.reporting(progress));
    }

    /** Hands over the metadata of each instance of {@code resource} as it comes; returns how many came. */
    // [impl->req~net.web.metadata~1]
    public int metadata(WebResource resource, Metadata.Sink sink, Cancellation cancellation) throws CandelaException {
        Call call = Call.getJson(uri(resource.path() + "/metadata"));
        try (Answer answer = calls.open(call, cancellation)) {
            if (answer.status() == Answer.NO_CONTENT) {
                return 0;
            }
            return new MetadataReader(answer.requireContent(), calls.endpoint()).read(sink);
        }
    }

    /** Fetches frames in the order asked for; all of them came, or it throws. */
    public void frames(FrameRequest request, FramePart.Folder folder, Cancellation cancellation)
            throws CandelaException {
        Call call = Call.get(uri(request.path()), MediaType.ANY);
        try (Answer answer = request.accept().open(call, calls::open, cancellation)) {
            new FrameReceiver(request, folder).receive(answer.requireContent(), cancellation);
        }
    }

    /** A picture made by the server. */
    // [impl->req~net.web.rendered~1]
    public RenderedImage rendered(RenderedRequest request, Cancellation cancellation) throws WebException {
        Call call = Call.get(uri(request.pathAndQuery()), MediaType.ANY);
        return calls.read(call, request.accept(), answer -> picture(answer.requireContent(), request), cancellation);
    }

    /**
     * Fetches a value that metadata left out into a new file in {@code directory}, which is the caller's from then on. A
     * transfer that breaks is taken up where it broke if the server can (RFC 9110 §14.2) and the endpoint's retry policy
     * allows.
     *
     * @throws WebException also when {@code uri} lies outside the service and its {@link WebEndpoint#otherOrigins}
     */
    public Path bulkData(URI uri, Path directory, Cancellation cancellation) throws CandelaException {
        requireAllowed(uri);
        return new BulkDownload(calls, uri, directory).fetch(cancellation);
    }

    /** A part of such a value; fewer bytes when it ends before. */
    public byte[] bulkData(URI uri, ByteRange range, Cancellation cancellation) throws WebException {
        requireAllowed(uri);
        Call call = Call.get(uri, MediaType.ANY).with("Range", range.field());
        return calls.read(
                call, BulkDownload.ACCEPT, answer -> RangeReader.read(answer.requireContent(), range), cancellation);
    }

    private void requireAllowed(URI uri) throws WebException {
        if (!calls.endpoint().mayFetch(uri)) {
            throw WebException.of(
                    Kind.FOREIGN_PLACE,
                    "GET " + WebEndpoint.originOf(uri),
                    "bulk data outside the service, at a place nobody allowed");
        }
    }

    private static RenderedImage picture(Answer answer, RenderedRequest request) throws WebException {
        String type = answer.contentType().essence();
        if (!request.mediaTypes().contains(type)) {
            throw answer.unexpected(
                    "a picture of type \"" + Answer.printable(type) + "\" instead of " + request.mediaTypes());
        }
        byte[] bytes;
        try {
            bytes = answer.body().readNBytes(MOST_PICTURE_BYTES + 1);
        } catch (IOException e) {
            throw answer.broken(e);
        }
        if (bytes.length > MOST_PICTURE_BYTES || !beginsAs(type, bytes)) {
            throw answer.unexpected("bytes that are no " + type);
        }
        return new RenderedImage(type, bytes);
    }

    private static boolean beginsAs(String type, byte[] bytes) {
        return bytes.length > 3
                && (type.equals("image/png")
                        ? (bytes[0] & 0xFF) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G'
                        : (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8);
    }

    private URI uri(String path) {
        return calls.endpoint().resolve(path);
    }
}

package org.candela.net.web;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.net.web.WebException.Kind;

/**
 * Sends files by STOW-RS in requests of bounded size, so that what a broken connection costs is bounded too.
 *
 * <p>A store is safe to repeat: an object is identified by its SOP Instance UID, and storing the same one again changes
 * nothing.
 */
// [impl->req~net.web.store~1]
final class Upload {
    /** The slowest link an upload is waited for. */
    private static final long SLOWEST_BYTES_PER_SECOND = 64 << 10;

    /** Bad request, conflict, unsupported media type, unprocessable content. */
    private static final Set<Integer> TELL_OF_THE_REQUEST = Set.of(400, 409, 415, 422);

    private static final int MOST_OBJECTS = 250;
    private static final long MOST_BYTES = 256L << 20;

    private final WebCalls calls;
    private final Cancellation cancellation;

    Upload(WebCalls calls, Cancellation cancellation) {
        this.calls = calls;
        this.cancellation = cancellation;
    }

    StoreResult send(List<Path> files) throws WebException {
        try {
            StoreResult result = StoreResult.NOTHING;
            for (int from = 0; from < files.size(); ) {
                int to = endOfBatch(files, from);
                result = result.and(sendBatch(files.subList(from, to)));
                from = to;
            }
            return result;
        } catch (IOException | UncheckedIOException e) {
            throw WebException.of(Kind.LOCAL_DISK, "POST /studies", "a file to send cannot be read", e);
        }
    }

    /** A request without a part. What is told of a request that is wrong in itself, as 400, comes from a store service. */
    void ask() throws WebException {
        String boundary = MultipartWriter.newBoundary();
        Call call = storing(
                boundary,
                new Call.Payload(
                        () -> BodyPublishers.ofByteArray(MultipartWriter.closing(boundary)),
                        Duration.ZERO,
                        Call.Repeat.SAFE));
        try (Answer answer = calls.openOnce(call, cancellation)) {
            int status = answer.status();
            boolean isService = status / 100 == 2 || TELL_OF_THE_REQUEST.contains(status);
            if (!isService) {
                throw answer.refused();
            }
        }
    }

    private Call storing(String boundary, Call.Payload payload) {
        return new Call(
                "POST",
                calls.endpoint().resolve("/studies"),
                Map.of(
                        "Accept",
                        MediaType.DICOM_JSON,
                        "Content-Type",
                        MediaType.multipartOf(MediaType.DICOM, boundary)),
                payload);
    }

    private static int endOfBatch(List<Path> files, int from) throws IOException {
        long bytes = Files.size(files.get(from));
        int to = from + 1;
        while (to < files.size() && to - from < MOST_OBJECTS && bytes + Files.size(files.get(to)) <= MOST_BYTES) {
            bytes += Files.size(files.get(to));
            to++;
        }
        return to;
    }

    private StoreResult sendBatch(List<Path> files) throws IOException, WebException {
        String boundary = MultipartWriter.newBoundary();
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        Call call = storing(
                boundary,
                new Call.Payload(
                        () -> body(files, boundary),
                        Duration.ofSeconds(bytes / SLOWEST_BYTES_PER_SECOND),
                        Call.Repeat.SAFE));
        Set<Uid> sent = uidsOf(files);
        return calls.read(call, answer -> StoreAnswer.read(answer, sent), cancellation);
    }

    private BodyPublisher body(List<Path> files, String boundary) {
        List<BodyPublisher> pieces = new ArrayList<>();
        try {
            for (Path file : files) {
                byte[] head = MultipartWriter.partHead(boundary, MediaType.DICOM, Files.size(file));
                pieces.add(BodyPublishers.ofByteArray(head));
                pieces.add(fileBody(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pieces.add(BodyPublishers.ofByteArray(MultipartWriter.closing(boundary)));
        return new CountedBody(
                BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new)), calls.progress(), cancellation);
    }

    private static BodyPublisher fileBody(Path file) throws FileNotFoundException {
        return BodyPublishers.ofFile(file);
    }

    /** SOP Instance UIDs of what is sent; a file that is no DICOM has none, and the server will say so. */
    private static Set<Uid> uidsOf(List<Path> files) throws IOException {
        Set<Uid> uids = new TreeSet<>(Comparator.comparing(Uid::value));
        for (Path file : files) {
            uidOf(file).ifPresent(uids::add);
        }
        return uids;
    }

    private static Optional<Uid> uidOf(Path file) throws IOException {
        try {
            return DicomReader.read(file).dataSet().uid(Tag.SOPInstanceUID);
        } catch (DicomFormatException e) {
            return Optional.empty();
        }
    }
}

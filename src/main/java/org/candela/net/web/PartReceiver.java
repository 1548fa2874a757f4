package org.candela.net.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.net.web.MultipartReader.Part;
import org.candela.net.web.WebException.Kind;

/**
 * Turns the answer to a retrieval into files, handing over each object only when all its bytes and its closing boundary
 * have come.
 */
// [impl->req~net.web.whole-objects~1]
final class PartReceiver {
    private static final int CHUNK = 64 << 10;

    private final HttpRequest request;
    private final PartFolder folder;
    private final Cancellation cancellation;

    PartReceiver(HttpRequest request, PartFolder folder, Cancellation cancellation) {
        this.request = request;
        this.folder = folder;
        this.cancellation = cancellation;
    }

    /** Receives all objects of {@code answer} and returns how many there were. */
    int receive(HttpResponse<GuardedBody> answer) throws CandelaException {
        MediaType type =
                MediaType.parse(answer.headers().firstValue("Content-Type").orElse(""));
        Optional<String> boundary = type.parameter("boundary");
        if (type.essence().equals(MediaType.DICOM)) {
            receiveFile(new Part(java.util.Map.of(), answer.body()));
            return 1;
        }
        if (!type.essence().equals(MediaType.MULTIPART_RELATED) || boundary.isEmpty()) {
            throw unexpected("an answer of type \"" + type.essence() + "\" instead of multipart/related");
        }
        return receiveParts(new MultipartReader(answer.body(), boundary.orElseThrow(), MultipartLimits.DICOM));
    }

    private int receiveParts(MultipartReader reader) throws CandelaException {
        int count = 0;
        for (Optional<Part> part = next(reader); part.isPresent(); part = next(reader)) {
            receiveFile(part.orElseThrow());
            count++;
        }
        return count;
    }

    private Optional<Part> next(MultipartReader reader) throws WebException {
        try {
            return reader.next();
        } catch (IOException e) {
            throw WebCalls.broken(request, e);
        }
    }

    private void receiveFile(Part part) throws CandelaException {
        String type = MediaType.parse(part.header("Content-Type").orElse(MediaType.DICOM))
                .essence();
        if (!type.equals(MediaType.DICOM)) {
            throw unexpected("a part of type \"" + type + "\" instead of " + MediaType.DICOM);
        }
        Path file = newFile();
        try {
            long length = write(part.body(), file);
            checkLength(part, length);
            folder.sink().accept(file);
        } finally {
            deleteLeftover(file);
        }
    }

    private void checkLength(Part part, long length) throws WebException {
        String declared = part.header("Content-Length").orElse(Long.toString(length));
        if (!declared.equals(Long.toString(length))) {
            throw WebException.of(
                    Kind.BROKEN_RESPONSE,
                    WebCalls.name(request),
                    "a part has " + length + " bytes where its header says " + declared);
        }
    }

    private long write(InputStream body, Path file) throws WebException {
        byte[] chunk = new byte[CHUNK];
        long length = 0;
        try (OutputStream target = Files.newOutputStream(file)) {
            for (int count = read(body, chunk); count >= 0; count = read(body, chunk)) {
                target.write(chunk, 0, count);
                length += count;
            }
            return length;
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private int read(InputStream body, byte[] chunk) throws WebException {
        cancellation.throwIfRequested();
        try {
            return body.read(chunk);
        } catch (IOException e) {
            throw WebCalls.broken(request, e);
        }
    }

    private Path newFile() throws WebException {
        try {
            return Files.createTempFile(folder.directory(), "web-", ".part");
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private void deleteLeftover(Path file) throws WebException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private WebException disk(IOException cause) {
        return WebException.of(Kind.LOCAL_DISK, WebCalls.name(request), "cannot write to " + folder.directory(), cause);
    }

    private WebException unexpected(String what) {
        return WebException.of(Kind.UNEXPECTED_CONTENT, WebCalls.name(request), what);
    }
}

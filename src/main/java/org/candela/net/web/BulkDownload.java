package org.candela.net.web;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.net.web.WebException.Kind;

/**
 * Fetches one value into one file, taking a broken transfer up where it broke.
 *
 * <p>Bytes of two answers are joined only if the server vouches that they are of the same thing: by a strong entity tag
 * that it matched itself (If-Range, RFC 9110 §13.1.5). Otherwise it begins anew.
 */
// [impl->req~net.web.ranges~1]
final class BulkDownload {
    static final Accept ACCEPT = new Accept(List.of(
            PixelMediaTypes.OCTETS,
            "multipart/related; type=\"" + PixelMediaTypes.OCTETS + "\"",
            "multipart/related; type=\"image/*\"",
            "multipart/related; type=\"video/*\""));
    private static final int CHUNK = 64 << 10;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final WebCalls calls;
    private final URI uri;
    private final Path directory;
    private long have;
    private String entityTag = "";

    BulkDownload(WebCalls calls, URI uri, Path directory) {
        this.calls = calls;
        this.uri = uri;
        this.directory = directory;
    }

    Path fetch(Cancellation cancellation) throws CandelaException {
        Path file = newFile();
        boolean isWhole = false;
        try {
            calls.repeat(call(), () -> attempt(file, cancellation), cancellation);
            isWhole = true;
            return file;
        } finally {
            if (!isWhole) {
                delete(file);
            }
        }
    }

    private Call call() {
        Call call = Call.get(uri, MediaType.ANY);
        return have > 0 ? call.with("Range", "bytes=" + have + "-").with("If-Range", entityTag) : call;
    }

    private Path attempt(Path file, Cancellation cancellation) throws WebException {
        try (Answer answer = ACCEPT.open(call(), calls::openOnce, cancellation)) {
            if (answer.status() == RANGE_NOT_SATISFIABLE && have > 0) {
                have = 0;
                throw WebException.of(Kind.BROKEN_RESPONSE, answer.call().name(), "the rest is no longer to be had");
            }
            answer.requireContent();
            if (answer.contentType().essence().startsWith("multipart/")) {
                return receiveMultipart(answer, file, cancellation);
            }
            prepare(answer);
            append(answer, file, cancellation);
            requireAll(answer);
            return file;
        }
    }

    private static Optional<long[]> range(Answer answer) {
        return answer.status() == Answer.PARTIAL
                ? ByteRange.parse(answer.header("Content-Range").orElse(""))
                : Optional.empty();
    }

    private void requireAll(Answer answer) throws WebException {
        if (range(answer).filter(ends -> have < ends[2]).isPresent()) {
            throw WebException.of(Kind.BROKEN_RESPONSE, answer.call().name(), "less than the rest asked for");
        }
    }

    private void prepare(Answer answer) throws WebException {
        if (answer.status() == Answer.PARTIAL) {
            if (range(answer).filter(ends -> ends[0] == have).isEmpty()) {
                throw answer.unexpected("another range than the one asked for");
            }
            return;
        }
        have = 0;
        entityTag = answer.header("ETag")
                .filter(tag -> tag.matches("\"[!-~&&[^\"]]{1,200}\""))
                .orElse("");
    }

    private void append(Answer answer, Path file, Cancellation cancellation) throws WebException {
        byte[] chunk = new byte[CHUNK];
        try (OutputStream target = open(file)) {
            for (int count = read(answer, chunk); count >= 0; count = read(answer, chunk)) {
                cancellation.throwIfRequested();
                target.write(chunk, 0, count);
                have += count;
                if (have > MultipartLimits.DICOM.partBytes()) {
                    throw answer.unexpected("a value larger than " + MultipartLimits.DICOM.partBytes() + " bytes");
                }
            }
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private OutputStream open(Path file) throws IOException {
        if (have > 0) {
            return Files.newOutputStream(file, StandardOpenOption.APPEND);
        }
        // Not truncated where there is nothing to truncate: ext4 writes a truncated file out as soon as it is closed.
        return Files.size(file) > 0
                ? Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                : Files.newOutputStream(file, StandardOpenOption.WRITE);
    }

    private int read(Answer answer, byte[] chunk) throws WebException {
        try {
            return answer.body().read(chunk);
        } catch (IOException e) {
            boolean canResume =
                    !entityTag.isEmpty() && answer.header("Content-Encoding").isEmpty();
            have = canResume ? have : 0;
            throw answer.broken(e);
        }
    }

    private Path receiveMultipart(Answer answer, Path file, Cancellation cancellation) throws WebException {
        have = 0;
        var expected = new PartReceiver.Expected(PixelMediaTypes.OCTETS, type -> true);
        try {
            int parts =
                    new PartReceiver(answer, directory, expected, cancellation).receive(part -> replace(part, file));
            if (parts != 1) {
                throw answer.unexpected(parts + " parts where one value was asked for");
            }
            return file;
        } catch (WebException e) {
            throw e;
        } catch (CandelaException e) {
            throw new IllegalStateException("nothing else is thrown here", e);
        }
    }

    private void replace(PartReceiver.Received part, Path file) throws WebException {
        try {
            Files.move(part.file(), file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private Path newFile() throws WebException {
        try {
            return Files.createTempFile(directory, "bulk-", ".part");
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private void delete(Path file) throws WebException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private WebException disk(IOException cause) {
        return WebException.of(Kind.LOCAL_DISK, call().name(), "cannot write to " + directory, cause);
    }
}

package org.candela.net.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.net.web.MultipartReader.Part;
import org.candela.net.web.WebException.Kind;

/**
 * Turns an answer into files, handing over each part only when all its bytes and its closing boundary have come. An answer
 * that is no multipart is one part.
 */
// [impl->req~net.web.whole-objects~1]
final class PartReceiver {
    private static final int CHUNK = 64 << 10;

    private final Answer answer;
    private final Path directory;
    private final Expected expected;
    private final Cancellation cancellation;
    private final PartFolder.Watch watch;

    /** Watched by nobody. */
    PartReceiver(Answer answer, Path directory, Expected expected, Cancellation cancellation) {
        this(answer, directory, expected, cancellation, PartFolder.Watch.NONE);
    }

    PartReceiver(Answer answer, Path directory, Expected expected, Cancellation cancellation, PartFolder.Watch watch) {
        this.watch = watch;
        this.answer = answer;
        this.directory = directory;
        this.expected = expected;
        this.cancellation = cancellation;
    }

    /**
     * What may come.
     *
     * @param usual type of a part that names none
     * @param accepted whether a part of this type may come
     */
    record Expected(String usual, Predicate<MediaType> accepted) {
        static final Expected OBJECTS =
                new Expected(MediaType.DICOM, type -> type.essence().equals(MediaType.DICOM));
    }

    /** One whole part in a file that is deleted afterwards if it is still there. */
    record Received(MediaType type, Part part, Path file) {}

    /** Takes one whole part. */
    @FunctionalInterface
    interface Sink {
        void accept(Received received) throws CandelaException;
    }

    /** Receives all parts and returns how many there were. */
    int receive(Sink sink) throws CandelaException {
        MediaType type = answer.contentType();
        Optional<String> boundary = type.parameter("boundary").filter(text -> !text.isEmpty() && text.length() <= 256);
        if (!type.essence().startsWith("multipart/") && expected.accepted().test(type)) {
            receivePart(
                    new Part(
                            Map.of("content-type", answer.header("Content-Type").orElse("")), answer.body()),
                    sink);
            return 1;
        }
        if (!type.essence().equals(MediaType.MULTIPART_RELATED) || boundary.isEmpty()) {
            throw answer.unexpected(
                    "an answer of type \"" + Answer.printable(type.essence()) + "\" instead of multipart/related");
        }
        return receiveParts(new MultipartReader(answer.body(), boundary.orElseThrow(), MultipartLimits.DICOM), sink);
    }

    private int receiveParts(MultipartReader reader, Sink sink) throws CandelaException {
        int count = 0;
        for (Optional<Part> part = next(reader); part.isPresent(); part = next(reader)) {
            receivePart(part.orElseThrow(), sink);
            count++;
        }
        return count;
    }

    private Optional<Part> next(MultipartReader reader) throws WebException {
        try {
            return reader.next();
        } catch (IOException e) {
            throw answer.broken(e);
        }
    }

    private void receivePart(Part part, Sink sink) throws CandelaException {
        MediaType type = MediaType.parse(part.header("Content-Type").orElse(expected.usual()));
        if (!expected.accepted().test(type)) {
            throw answer.unexpected(
                    "a part of type \"" + Answer.printable(type.essence()) + "\" instead of " + expected.usual());
        }
        Path file = newFile();
        try {
            long length = write(part, file);
            checkLength(part, length);
            sink.accept(new Received(type, part, file));
        } finally {
            deleteLeftover(file);
        }
    }

    private void checkLength(Part part, long length) throws WebException {
        String declared = part.header("Content-Length").orElse(Long.toString(length));
        if (!declared.equals(Long.toString(length))) {
            throw WebException.of(
                    Kind.BROKEN_RESPONSE,
                    answer.call().name(),
                    "a part has " + length + " bytes where its header says " + Answer.printable(declared));
        }
    }

    private long write(Part part, Path file) throws WebException {
        InputStream body = part.body();
        OptionalLong announced = announced(part);
        byte[] chunk = new byte[CHUNK];
        long length = 0;
        // Without truncation, which the empty file needs not: ext4 writes a truncated file out as soon as it is closed.
        try (OutputStream target = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            for (int count = read(body, chunk); count >= 0; count = read(body, chunk)) {
                target.write(chunk, 0, count);
                length += count;
                if (length > MultipartLimits.DICOM.partBytes()) {
                    throw answer.unexpected("an object larger than " + MultipartLimits.DICOM.partBytes() + " bytes");
                }
                watch.grown(file, length, announced);
            }
            return length;
        } catch (IOException e) {
            throw disk(e);
        }
    }

    /** Bytes of the part, where its header has a number. */
    private static OptionalLong announced(Part part) {
        String declared = part.header("Content-Length").orElse("");
        return declared.matches("[0-9]{1,15}") ? OptionalLong.of(Long.parseLong(declared)) : OptionalLong.empty();
    }

    private int read(InputStream body, byte[] chunk) throws WebException {
        cancellation.throwIfRequested();
        try {
            return body.read(chunk);
        } catch (IOException e) {
            throw answer.broken(e);
        }
    }

    private Path newFile() throws WebException {
        try {
            return Files.createTempFile(directory, "web-", ".part");
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
        return WebException.of(Kind.LOCAL_DISK, answer.call().name(), "cannot write to " + directory, cause);
    }
}

package org.candela.net.web;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A multipart/related body streamed from files.
 *
 * @param allowance time granted for sending, on top of the time to answer
 */
record Upload(String contentType, BodyPublisher body, Duration allowance) {
    /** The slowest link an upload is waited for. */
    private static final long SLOWEST_BYTES_PER_SECOND = 64 << 10;

    static Upload of(List<Path> files) throws IOException {
        String boundary = MultipartWriter.newBoundary();
        List<BodyPublisher> pieces = new ArrayList<>();
        long bytes = 0;
        for (Path file : files) {
            long size = Files.size(file);
            bytes += size;
            pieces.add(BodyPublishers.ofByteArray(MultipartWriter.partHead(boundary, MediaType.DICOM, size)));
            pieces.add(fileBody(file));
        }
        pieces.add(BodyPublishers.ofByteArray(MultipartWriter.closing(boundary)));
        return new Upload(
                MediaType.multipartOf(MediaType.DICOM, boundary),
                BodyPublishers.concat(pieces.toArray(BodyPublisher[]::new)),
                Duration.ofSeconds(bytes / SLOWEST_BYTES_PER_SECOND));
    }

    private static BodyPublisher fileBody(Path file) throws FileNotFoundException {
        return BodyPublishers.ofFile(file);
    }
}

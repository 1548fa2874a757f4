package org.candela.net.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Writes a multipart body from files, part by part (RFC 2046 §5.1.1). One thread; closing ends the body only. */
public final class MultipartWriter implements AutoCloseable {
    private final OutputStream target;
    private final String boundary;

    /** Writes to {@code target}, which stays open after {@link #close()}. */
    public MultipartWriter(OutputStream target, String boundary) {
        this.target = target;
        this.boundary = boundary;
    }

    /** A boundary that no DICOM file contains, short of a collision of random UUIDs. */
    public static String newBoundary() {
        return "candela-" + UUID.randomUUID();
    }

    /** Appends the bytes of {@code file} as one part of {@code contentType}. */
    public void part(String contentType, Path file) throws IOException {
        target.write(partHead(boundary, contentType, Files.size(file)));
        Files.copy(file, target);
    }

    /** Writes the closing delimiter. */
    @Override
    public void close() throws IOException {
        target.write(closing(boundary));
    }

    static byte[] partHead(String boundary, String contentType, long length) {
        String head =
                "\r\n--" + boundary + "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + length + "\r\n\r\n";
        return head.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] closing(String boundary) {
        return ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}

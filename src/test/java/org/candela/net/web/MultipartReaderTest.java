package org.candela.net.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~net.web.multipart~1]
class MultipartReaderTest {
    private static final String TWO_PARTS =
            "--b\r\nContent-Type: application/dicom\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--\r\n";

    @TempDir
    Path folder;

    @Test
    void readsPartsAndTheirHeaders() throws IOException {
        MultipartReader reader = reader(TWO_PARTS);

        MultipartReader.Part first = reader.next().orElseThrow();
        assertEquals(Optional.of("application/dicom"), first.header("Content-Type"));
        assertEquals("one", text(first.body()));
        assertEquals("two", text(reader.next().orElseThrow().body()));
        assertTrue(reader.next().isEmpty());
        assertTrue(reader.next().isEmpty());
    }

    @Test
    void skipsThePreambleAndUnreadBodies() throws IOException {
        MultipartReader reader = reader("preamble\r\n" + TWO_PARTS);

        reader.next();

        assertEquals("two", text(reader.next().orElseThrow().body()));
    }

    @Test
    void anEmptyBodyIsAPart() throws IOException {
        MultipartReader reader = reader("--b\r\nA: 1\r\n\r\n\r\n--b\r\nA: 2\r\n\r\n--b--");

        assertEquals("", text(reader.next().orElseThrow().body()));
        assertEquals("", text(reader.next().orElseThrow().body()));
        assertTrue(reader.next().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 4096, 1 << 20})
    void bodiesComeBackByteForByteHoweverTheNetworkCutsThem(int chunk) throws IOException {
        List<byte[]> bodies = List.of(noise(0), noise(1), noise(65_530), noise(200_001), almostDelimiters());
        byte[] stream = write(bodies);

        List<byte[]> read = readAll(new MultipartReader(inChunks(stream, chunk), "b", MultipartLimits.DICOM));

        assertEquals(bodies.size(), read.size());
        for (int i = 0; i < bodies.size(); i++) {
            assertArrayEquals(bodies.get(i), read.get(i));
        }
    }

    @Test
    void everyCutBeforeTheClosingBoundaryIsNoticed() throws IOException {
        byte[] whole = TWO_PARTS.getBytes(StandardCharsets.ISO_8859_1);
        int closing = TWO_PARTS.lastIndexOf("--b--") + "--b--".length();

        for (int length = 0; length < closing; length++) {
            InputStream cut = new ByteArrayInputStream(whole, 0, length);
            MultipartReader reader = new MultipartReader(cut, "b", MultipartLimits.DICOM);
            assertThrows(MultipartException.class, () -> readAll(reader), "cut after " + length + " bytes");
        }
    }

    @Test
    void aPartBeyondItsLimitIsRefused() throws IOException {
        byte[] stream = write(List.of(noise(5000)));
        MultipartReader reader =
                new MultipartReader(new ByteArrayInputStream(stream), "b", new MultipartLimits(1000, 4999));

        assertThrows(MultipartException.class, () -> readAll(reader));
    }

    @Test
    void headersBeyondTheirLimitAreRefused() {
        String endless = "--b\r\n" + "X: y\r\n".repeat(1000);
        MultipartReader reader = new MultipartReader(
                new ByteArrayInputStream(endless.getBytes(StandardCharsets.ISO_8859_1)),
                "b",
                new MultipartLimits(100, 100));

        MultipartException refusal = assertThrows(MultipartException.class, reader::next);

        assertTrue(String.valueOf(refusal.getMessage()).contains("100 bytes"));
    }

    private byte[] write(List<byte[]> bodies) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (MultipartWriter writer = new MultipartWriter(target, "b")) {
            for (byte[] body : bodies) {
                writer.part(MediaType.DICOM, Files.write(folder.resolve("body"), body));
            }
        }
        return target.toByteArray();
    }

    private static List<byte[]> readAll(MultipartReader reader) throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        for (var part = reader.next(); part.isPresent(); part = reader.next()) {
            bodies.add(part.get().body().readAllBytes());
        }
        return bodies;
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] almostDelimiters() {
        return "\r\n-\r\r\n--\r\n--\r\n--B\r".repeat(9000).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static InputStream inChunks(byte[] stream, int chunk) {
        return new FilterInputStream(new ByteArrayInputStream(stream)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(chunk, length));
            }
        };
    }

    private static MultipartReader reader(String text) {
        return new MultipartReader(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), "b", MultipartLimits.DICOM);
    }

    private static String text(InputStream body) throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}

package org.candela.net.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.dicom.DicomJson;
import org.candela.net.web.WebException.Kind;
import org.candela.study.SmallStudies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers changed at random, always the same: whatever a server sends, a call ends with a value or a WebException of one of
 * three kinds. {@code -Dcandela.fuzz.count=N} tries more.
 */
class WebFuzzTest {
    private static final int COUNT = Integer.getInteger("candela.fuzz.count", 600);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Set<Kind> ALLOWED = Set.of(Kind.BROKEN_RESPONSE, Kind.UNEXPECTED_CONTENT, Kind.REFUSED);
    private static final List<String> TYPES = List.of(
            "multipart/related; type=\"application/dicom\"; boundary=b",
            "multipart/related; boundary=\"b\"",
            "multipart/related; type=\"image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50\"; boundary=b",
            "multipart/related",
            "multipart/related; boundary=",
            "application/dicom",
            "application/octet-stream; transfer-syntax=x");

    @TempDir
    Path folder;

    private static byte[] multipart() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        byte[] pixels = new byte[3000];
        new Random(1).nextBytes(pixels);
        for (String head : List.of(
                "Content-Type: application/dicom\r\nContent-Length: 3000\r\n",
                "Content-Type: image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50\r\nContent-Location: /frames/2\r\n",
                "")) {
            stream.writeBytes(("\r\n--b\r\n" + head + "\r\n").getBytes(StandardCharsets.US_ASCII));
            stream.writeBytes(pixels);
        }
        stream.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        return stream.toByteArray();
    }

    private static byte[] json() {
        String one = DicomJson.toJson(SmallStudies.slice(1, 1)).toString();
        String links = "{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"../bulk/1\"},\"00081115\":{\"vr\":\"SQ\","
                + "\"Value\":[{\"00080018\":{\"vr\":\"UI\",\"Value\":[\"1.2.3\"]}},{}]}}";
        return ("[" + one + "," + links + "," + one + "]").getBytes(StandardCharsets.UTF_8);
    }

    /** Bytes flipped, removed, doubled, cut, and pieces of syntax put where they do not belong. */
    private static byte[] changed(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 8; i--) {
            int at = random.nextInt(bytes.length - 4);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, at);
                case 2 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + 3, bytes.length));
                case 3 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at / 2, bytes.length));
                case 4 -> {
                    String token = List.of(
                                    "\r\n--b",
                                    "\r\n--b--",
                                    "\r\n\r\n",
                                    "[",
                                    "{",
                                    "]",
                                    "}",
                                    "\"",
                                    "null",
                                    "9e99999",
                                    "\\u0000")
                            .get(random.nextInt(11));
                    byte[] piece = token.getBytes(StandardCharsets.US_ASCII);
                    bytes = joined(
                            joined(Arrays.copyOf(bytes, at), piece), Arrays.copyOfRange(bytes, at, bytes.length));
                }
                default -> Arrays.fill(bytes, at, at + 4, (byte) "0{[\":,".charAt(random.nextInt(6)));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /** One way to read an answer. */
    private interface Reading {
        void read(Answer answer) throws CandelaException;
    }

    private static boolean endsWell(String type, byte[] body, Random random, Reading reading) {
        try (Answer answer = Answers.of(type, body, 1 + random.nextInt(5000))) {
            reading.read(answer);
            return true;
        } catch (WebException e) {
            assertTrue(ALLOWED.contains(e.kind()), e.toString());
            return false;
        } catch (CandelaException e) {
            throw new IllegalStateException("another failure", e);
        }
    }

    // [utest->req~net.web.multipart~1]
    @Test
    void whateverAMultipartHoldsItEndsWithPartsOrAFailure() throws IOException {
        byte[] seed = multipart();
        FrameRequest frames = FrameRequest.asStored(
                new DicomWebClient.InstanceAddress(
                        SmallStudies.studyUid(1), SmallStudies.studyUid(2), SmallStudies.instanceUid(1, 1)),
                List.of(1, 2, 3));
        int[] good = {0};
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < COUNT; i++) {
                Random random = new Random(i);
                byte[] body = changed(seed, random);
                String type = TYPES.get(random.nextInt(TYPES.size()));
                good[0] += endsWell(type, body, random, answer -> new PartReceiver(
                                        answer, folder, PartReceiver.Expected.OBJECTS, new Cancellation())
                                .receive(received -> {}))
                        ? 1
                        : 0;
                endsWell(
                        type, body, random, answer -> new FrameReceiver(frames, new FramePart.Folder(folder, one -> {}))
                                .receive(answer, new Cancellation()));
                endsWell(
                        type,
                        body,
                        random,
                        answer -> RangeReader.read(answer, new ByteRange(random.nextInt(4000), 100)));
            }
        });
        assertTrue(good[0] < COUNT, "some were broken");
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    // [utest->req~net.web.json~1]
    @Test
    void whateverJsonHoldsItEndsWithDataSetsOrAFailure() {
        byte[] seed = json();
        WebEndpoint endpoint = WebEndpoint.of(java.net.URI.create("http://pacs.example/dicom-web"));
        int[] good = {0};
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < COUNT; i++) {
                Random random = new Random(i);
                byte[] body = changed(seed, random);
                good[0] += endsWell(MediaType.DICOM_JSON, body, random, answer -> JsonAnswer.read(answer)) ? 1 : 0;
                endsWell(MediaType.DICOM_JSON, body, random, answer -> new MetadataReader(answer, endpoint)
                        .read(one -> {}));
                UpsEvent.parse(new String(body, StandardCharsets.UTF_8));
            }
        });
        assertTrue(good[0] < COUNT && good[0] > 0, good[0] + " were read");
    }

    // [utest->req~net.web.json~1]
    @Test
    void aDataSetOfTooManyOrTooDeepTokensIsRefused() {
        String many = "[{\"00080018\":{\"vr\":\"UI\",\"Value\":[" + "1,".repeat(JsonAnswer.MOST_TOKENS) + "1]}}]";
        String deep = "[".repeat(100_000);
        String nested = "{\"00081115\":{\"vr\":\"SQ\",\"Value\":[".repeat(60) + "]}}".repeat(60);

        for (String text : List.of(many, "[{\"00080018\":" + deep, "[" + nested + "]")) {
            WebException failure = assertThrows(WebException.class, () -> {
                try (Answer answer =
                        Answers.of(MediaType.DICOM_JSON, text.getBytes(StandardCharsets.US_ASCII), 1 << 16)) {
                    JsonAnswer.read(answer);
                }
            });
            assertEquals(Kind.UNEXPECTED_CONTENT, failure.kind());
        }
    }

    // [utest->req~net.web.no-patient-data~1]
    @Test
    void aFailureDoesNotQuoteTheAnswer() throws WebException {
        byte[] body = "[{\"00100010\":{\"vr\":\"PN\",\"Value\":[SECRETNAME]}}]".getBytes(StandardCharsets.US_ASCII);
        try (Answer answer = Answers.of(MediaType.DICOM_JSON, body, 10)) {
            WebException failure = assertThrows(WebException.class, () -> JsonAnswer.read(answer));

            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertTrue(!cause.toString().contains("SECRET"), cause.toString());
            }
        } catch (UncheckedIOException e) {
            throw new IllegalStateException(e);
        }
    }
}

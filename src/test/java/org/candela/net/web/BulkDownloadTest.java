package org.candela.net.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.candela.TestWeb;
import org.candela.base.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkDownloadTest {
    @TempDir
    Path folder;

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static void serveRanges(byte[] value, String tag, TestWeb.Reply reply, TestWeb.Asked asked)
            throws IOException {
        String range = asked.header("Range");
        reply.with("Content-Type", "application/octet-stream").with("ETag", tag);
        if (range.isEmpty() || !asked.header("If-Range").equals(tag)) {
            reply.bytes(200, value);
            return;
        }
        int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        reply.with("Content-Range", "bytes " + from + "-" + (value.length - 1) + "/" + value.length)
                .bytes(206, Arrays.copyOfRange(value, from, value.length));
    }

    private byte[] download(TestWeb web) throws Exception {
        WebEndpoint endpoint =
                WebEndpoint.of(web.uri()).retrying(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(2)));
        Path file = new WadoClient(endpoint, HttpClient.newHttpClient())
                .bulkData(URI.create(web.uri() + "/bulk/1"), folder, new Cancellation());
        return Files.readAllBytes(file);
    }

    // [utest->req~net.web.ranges~1]
    @Test
    void aBrokenDownloadGoesOnWhereItBroke() throws Exception {
        byte[] value = noise(300_000);
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> {
            if (number == 1) {
                reply.with("Content-Type", "application/octet-stream")
                        .with("ETag", "\"v1\"")
                        .cut(value, 200_000);
            }
            serveRanges(value, "\"v1\"", reply, asked);
        })) {
            assertArrayEquals(value, download(web));
            assertEquals("bytes=200000-", web.asked().get(1).header("Range"));
        }
    }

    // [utest->req~net.web.ranges~1]
    @ParameterizedTest
    @ValueSource(strings = {"\"v2\"", "W/\"v1\"", ""})
    void halvesOfTwoThingsAreNotJoined(String tag) throws Exception {
        byte[] old = noise(300_000);
        byte[] value = noise(250_000);
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> {
            if (number == 1) {
                String first = tag.startsWith("\"") ? "\"v1\"" : tag;
                reply.with("Content-Type", "application/octet-stream")
                        .with("ETag", first)
                        .cut(old, 200_000);
            }
            serveRanges(value, tag, reply, asked);
        })) {
            assertArrayEquals(value, download(web));
        }
    }

    // [utest->req~net.web.ranges~1]
    @Test
    void anotherRangeThanAskedForIsRefusedAndNothingIsLeft() throws Exception {
        try (TestWeb web =
                TestWeb.serving((reply, asked, number) -> reply.with("Content-Type", "application/octet-stream")
                        .with("Content-Range", "bytes 5-9/10")
                        .bytes(206, new byte[5]))) {
            assertThrows(WebException.class, () -> download(web));
            try (var files = Files.list(folder)) {
                assertEquals(List.of(), files.toList());
            }
        }
    }
}

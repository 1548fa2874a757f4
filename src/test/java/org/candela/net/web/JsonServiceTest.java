package org.candela.net.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.candela.TestWeb;
import org.candela.base.Cancellation;
import org.junit.jupiter.api.Test;

// [utest->req~net.web.json-post~1]
class JsonServiceTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final byte[] DOCUMENT = "{\"resourceType\":\"Bundle\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void theDocumentIsPostedToTheRootWithCredentialsAndTheAnswerComesBackAsItIs() throws Exception {
        try (TestWeb web = TestWeb.serving(
                (reply, asked, number) -> reply.bytes(422, "{\"issue\":[]}".getBytes(StandardCharsets.UTF_8)))) {
            JsonService service = new JsonService(
                    WebEndpoint.of(web.uri())
                            .within(LIMIT, LIMIT)
                            .withHeaders(() -> WebEndpoint.basic("reader", "secret")),
                    HttpClient.newHttpClient());

            JsonService.Reply reply = service.post("application/fhir+json", DOCUMENT, new Cancellation());

            assertEquals(new JsonService.Reply(422, "{\"issue\":[]}"), reply);
            TestWeb.Asked asked = web.asked().get(0);
            assertEquals("POST /dicom-web", asked.method() + " " + asked.target());
            assertEquals(new String(DOCUMENT, StandardCharsets.UTF_8), asked.body());
            assertEquals("application/fhir+json", asked.header("Content-Type"));
            assertEquals(WebEndpoint.basic("reader", "secret").get("Authorization"), asked.header("Authorization"));
        }
    }

    @Test
    void aServerThatIsBusyIsAskedOnceAndNotAgain() throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> reply.status(503))) {
            JsonService service = new JsonService(
                    WebEndpoint.of(web.uri())
                            .within(LIMIT, LIMIT)
                            .retrying(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(2))),
                    HttpClient.newHttpClient());

            WebException busy = assertThrows(
                    WebException.class, () -> service.post("application/json", DOCUMENT, new Cancellation()));

            assertEquals(503, busy.status().orElse(0));
            assertEquals(1, web.asked().size());
        }
    }
}

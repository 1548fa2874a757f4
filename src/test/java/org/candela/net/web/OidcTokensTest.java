package org.candela.net.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.candela.MovableClock;
import org.candela.TestWeb;
import org.candela.base.Cancellation;
import org.candela.net.web.WebException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~net.web.tokens~1]
class OidcTokensTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final OidcClient STATION = new OidcClient("candela", "geheim:1", "dicom");
    private static final OidcClient PERSON = new OidcClient("candela", "", "openid");

    private final Cancellation open = new Cancellation();
    private final MovableClock clock = new MovableClock();

    private static OidcProvider provider(TestWeb web) {
        URI root = web.uri();
        return new OidcProvider(URI.create(root + "/token"), URI.create(root + "/device"));
    }

    private static void token(TestWeb.Reply reply, String value, String more) throws IOException {
        String json = "{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\",\"expires_in\":300" + more + "}";
        reply.with("Content-Type", "application/json").bytes(200, json.getBytes(StandardCharsets.UTF_8));
    }

    private static void error(TestWeb.Reply reply, String code) throws IOException {
        reply.bytes(
                400,
                ("{\"error\":\"" + code + "\",\"error_description\":\"geheim\"}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aTokenIsFetchedOnceAndAgainShortlyBeforeItEnds() throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> token(reply, "t" + number, ""))) {
            OidcTokens tokens = new OidcTokens(provider(web), STATION, HTTP, clock);

            assertEquals("Bearer t1", tokens.headers(open).get("Authorization"));
            clock.advance(Duration.ofSeconds(269));
            assertEquals("Bearer t1", tokens.headers(open).get("Authorization"));
            clock.advance(Duration.ofSeconds(2));
            assertEquals("Bearer t2", tokens.headers(open).get("Authorization"));

            TestWeb.Asked asked = web.asked().get(0);
            assertEquals("grant_type=client_credentials&scope=dicom", asked.body());
            assertEquals(
                    WebEndpoint.basic("candela", "geheim%3A1").get("Authorization"), asked.header("Authorization"));
        }
    }

    @Test
    void aTokenTheServiceRefusesIsFetchedAnew() throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> token(reply, "t" + number, ""))) {
            OidcTokens tokens = new OidcTokens(provider(web), STATION, HTTP, clock);
            tokens.headers(open);
            clock.advance(Duration.ofSeconds(60));

            assertTrue(tokens.renew());

            assertEquals("Bearer t2", tokens.headers(open).get("Authorization"));
        }
    }

    @Test
    void aPersonSignsInAndStaysSignedIn() throws Exception {
        List<Duration> waits = new ArrayList<>();
        List<DeviceLogin> shown = new ArrayList<>();
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> {
            switch (number) {
                case 1 ->
                    reply.bytes(
                            200,
                            ("{\"device_code\":\"dev\",\"user_code\":\"WDJB-MJHT\",\"expires_in\":600,"
                                            + "\"verification_uri\":\"https://idp.example/device\",\"interval\":3}")
                                    .getBytes(StandardCharsets.UTF_8));
                case 2 -> error(reply, "authorization_pending");
                case 3 -> error(reply, "slow_down");
                case 4 -> token(reply, "t1", ",\"refresh_token\":\"r1\"");
                default -> token(reply, "t2", ",\"refresh_token\":\"r2\"");
            }
        })) {
            OidcTokens tokens = new OidcTokens(provider(web), PERSON, HTTP, clock);
            assertEquals(
                    Kind.SIGN_IN,
                    assertThrows(WebException.class, () -> tokens.headers(open)).kind());

            flow(web, waits).signIn(tokens, shown::add, open);

            assertEquals("WDJB-MJHT", shown.get(0).code());
            assertEquals(List.of(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(8)), waits);
            assertEquals("Bearer t1", tokens.headers(open).get("Authorization"));
            clock.advance(Duration.ofSeconds(290));
            assertEquals("Bearer t2", tokens.headers(open).get("Authorization"));
            assertEquals(
                    "client_id=candela&grant_type=refresh_token&refresh_token=r1",
                    web.asked().get(4).body());
        }
    }

    private OidcDeviceFlow flow(TestWeb web, List<Duration> waits) {
        return new OidcDeviceFlow(
                provider(web), PERSON, HTTP, new OidcDeviceFlow.Timing(clock, (time, cancellation) -> {
                    cancellation.throwIfRequested();
                    waits.add(time);
                    clock.advance(time);
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_denied", "expired_token", "authorization_pending"})
    void whoIsNotLetInIsTold(String answer) throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> {
            if (number == 1) {
                reply.bytes(
                        200,
                        ("{\"device_code\":\"dev\",\"user_code\":\"A\",\"expires_in\":20,"
                                        + "\"verification_uri\":\"https://idp.example/device\"}")
                                .getBytes(StandardCharsets.UTF_8));
            } else {
                error(reply, answer);
            }
        })) {
            OidcTokens tokens = new OidcTokens(provider(web), PERSON, HTTP, clock);

            WebException failure = assertThrows(
                    WebException.class, () -> flow(web, new ArrayList<>()).signIn(tokens, login -> {}, open));

            assertEquals(Kind.SIGN_IN, failure.kind());
            assertTrue(web.asked().size() < 10);
        }
    }

    @Test
    void waitingForAPersonEndsWhenCancelled() throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> reply.bytes(
                200,
                "{\"device_code\":\"d\",\"user_code\":\"A\",\"verification_uri\":\"https://idp.example/\"}"
                        .getBytes(StandardCharsets.UTF_8)))) {
            OidcTokens tokens = new OidcTokens(provider(web), PERSON, HTTP, clock);

            assertThrows(CancellationException.class, () -> flow(web, new ArrayList<>())
                    .signIn(tokens, login -> open.cancel(), open));
        }
    }

    // [utest->req~net.web.secrets~1]
    @Test
    void aPersonIsNotSentToAPlaceThatIsNotSafe() throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> reply.bytes(
                200,
                "{\"device_code\":\"d\",\"user_code\":\"A\",\"verification_uri\":\"http://idp.example/\"}"
                        .getBytes(StandardCharsets.UTF_8)))) {
            OidcTokens tokens = new OidcTokens(provider(web), PERSON, HTTP, clock);

            assertThrows(WebException.class, () -> flow(web, new ArrayList<>()).signIn(tokens, login -> {}, open));
        }
    }

    // [utest->req~net.web.secrets~1]
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"invalid_client\",\"error_description\":\"geheim\"}",
                "{\"error\":\"geheim geheim\"}",
                "geheim",
                "{\"access_token\":\"geheim\\u0000\",\"token_type\":\"Bearer\"}",
                "{\"access_token\":\"geheim\",\"token_type\":\"mac\"}"
            })
    void noFailureTellsASecret(String answer) throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) ->
                reply.bytes(answer.contains("access") ? 200 : 400, answer.getBytes(StandardCharsets.UTF_8)))) {
            OidcTokens tokens = new OidcTokens(provider(web), STATION, HTTP, clock);

            WebException failure = assertThrows(WebException.class, () -> tokens.headers(open));

            assertEquals(Kind.SIGN_IN, failure.kind());
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertFalse(cause.toString().contains("geheim"), cause.toString());
            }
            assertFalse((tokens + " " + STATION).contains("geheim"));
        }
    }

    @Test
    void endpointsAreAskedOfTheIssuerAndOfNobodyElse() throws Exception {
        try (TestWeb web = TestWeb.serving((reply, asked, number) -> reply.bytes(
                200,
                ("{\"issuer\":\"http://" + asked.header("Host") + "/dicom-web\",\"token_endpoint\":"
                                + "\"https://idp.example/token\"}")
                        .getBytes(StandardCharsets.UTF_8)))) {
            OidcProvider found = OidcProvider.discover(web.uri(), HTTP, open);

            assertEquals(URI.create("https://idp.example/token"), found.tokenEndpoint());
            assertEquals(
                    "/dicom-web/.well-known/openid-configuration",
                    web.asked().get(0).target());
            assertThrows(WebException.class, () -> OidcProvider.discover(URI.create(web.uri() + "/other"), HTTP, open));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> OidcProvider.discover(URI.create("http://idp.example"), HTTP, open));
        }
    }
}

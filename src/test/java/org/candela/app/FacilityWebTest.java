package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.TestKeys;
import org.candela.TestWeb;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.Access;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.Secrets;
import org.candela.facility.Secrets.Use;
import org.candela.facility.SignIn;
import org.candela.facility.SignIn.Way;
import org.candela.vault.Vault;
import org.candela.vault.VaultDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~app.facility-access~1]
class FacilityWebTest {
    private static final FacilityId NORTH = new FacilityId("north");

    @TempDir
    static Path keyFolder;

    @TempDir
    Path home;

    private static TestKeys server;
    private static TestKeys station;

    private final ExecutorService threads = java.util.concurrent.Executors.newCachedThreadPool();

    @BeforeAll
    static void makeKeys() throws Exception {
        server = TestKeys.make(keyFolder, "server");
        station = TestKeys.make(keyFolder, "station");
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private Secrets secrets() {
        return new Secrets(
                home.resolve("secrets"),
                name -> "",
                new VaultDoor(new Vault(home.resolve("vault.key")), List.of(FacilityWebTest::passphrase)));
    }

    /** As a program that was just started. */
    private FacilityWeb fresh() {
        return new FacilityWeb(secrets(), threads, Clock.systemUTC());
    }

    private static Facility facility(URI root, SignIn signIn, String certificate) throws Exception {
        List<String> pins = root.getScheme().equals("https") ? List.of(server.pin()) : List.of();
        return Facility.of(NORTH, "North", root).withAccess(new Access(signIn, pins, certificate));
    }

    private void pulse(Facility facility) throws CandelaException {
        fresh().client(facility).pulse(new Cancellation());
    }

    private CandelaException failure(Facility facility) {
        return assertThrows(CandelaException.class, () -> pulse(facility));
    }

    @Test
    void aUserIsKnownByThePasswordOverAPinnedCertificate() throws Exception {
        String right = "Basic " + Base64.getEncoder().encodeToString("me:right".getBytes(StandardCharsets.UTF_8));
        try (TestWeb web = TestWeb.serving(server.server(), (reply, asked, number) -> {
            if (asked.header("Authorization").equals(right)) {
                reply.json("[]");
            } else {
                reply.status(401);
            }
        })) {
            Facility north = facility(web.uri(), new SignIn(Way.BASIC, "me", "", ""), "");

            secrets().keep(NORTH, Use.PASSWORD, "wrong");
            assertEquals("web.refused", failure(north).code());

            secrets().keep(NORTH, Use.PASSWORD, "right");
            pulse(north);
        }
    }

    @Test
    void withoutItsPasswordOneFacilityFailsAndSaysWhatToDo() throws Exception {
        try (TestWeb web = TestWeb.serving(server.server(), (reply, asked, number) -> reply.json("[]"))) {
            CandelaException failure = failure(facility(web.uri(), new SignIn(Way.BASIC, "me", "", ""), ""));

            assertEquals("web.sign-in", failure.code());
            assertTrue(String.valueOf(failure.getMessage()).contains("CANDELA_PASSWORD_NORTH"), failure.getMessage());
            assertEquals(0, web.asked().size());
        }
    }

    @Test
    void credentialsAreNotSentInClearText() throws Exception {
        secrets().keep(NORTH, Use.PASSWORD, "right");
        URI root = URI.create("http://pacs.invalid/dicom-web");

        CandelaException failure = failure(facility(root, new SignIn(Way.BASIC, "me", "", ""), ""));

        assertEquals("web.sign-in", failure.code());
        assertTrue(String.valueOf(failure.getMessage()).contains("https only"), failure.getMessage());
    }

    @Test
    void ourCertificateIsShown() throws Exception {
        try (TestWeb web = TestWeb.serving(server.server(), (reply, asked, number) -> {
            var session = ((HttpsExchange) reply.exchange()).getSSLSession();
            assertEquals("CN=station", session.getPeerPrincipal().getName());
            reply.json("[]");
        })) {
            Facility north = facility(web.uri(), SignIn.NOBODY, station.file().toString());
            assertTrue(String.valueOf(failure(north).getMessage()).contains("CANDELA_CERTIFICATE_NORTH"));
            assertEquals(
                    "facility.secret-missing",
                    assertThrows(CandelaException.class, () -> fresh().requireAccess(north))
                            .code());

            secrets().keep(NORTH, Use.CERTIFICATE, "wrong");
            assertEquals(
                    "app.certificate",
                    assertThrows(CandelaException.class, () -> fresh().requireAccess(north))
                            .code());

            secrets().keep(NORTH, Use.CERTIFICATE, TestKeys.PASSWORD);
            pulse(north);
        }
    }

    /** Gives a person the refresh token r1, and for each refresh token the next one, once. */
    private static TestWeb provider() throws IOException {
        AtomicInteger given = new AtomicInteger();
        return TestWeb.serving((reply, asked, number) -> {
            String root = "http://" + asked.header("Host") + "/dicom-web";
            switch (URI.create(asked.target()).getPath().substring("/dicom-web".length())) {
                case "/.well-known/openid-configuration" ->
                    json(
                            reply,
                            "{'issuer':'%1$s','token_endpoint':'%1$s/token','device_authorization_endpoint':'%1$s/device'}"
                                    .formatted(root));
                case "/device" ->
                    json(
                            reply,
                            "{'device_code':'d','user_code':'ABCD','verification_uri':'https://login.example/',"
                                    + "'expires_in':60,'interval':1}");
                case "/token" -> token(reply, asked.body(), given);
                default -> reply.status(asked.header("Authorization").startsWith("Bearer ") ? 204 : 401);
            }
        });
    }

    private static void token(TestWeb.Reply reply, String asked, AtomicInteger given) throws IOException {
        if (asked.contains("client_credentials")) {
            json(reply, "{'access_token':'machine','token_type':'Bearer','expires_in':300}");
        } else if (asked.contains("refresh_token=r" + given.get()) || asked.contains("device_code=d")) {
            int next = given.incrementAndGet();
            json(reply, "{'access_token':'t%1$d','token_type':'Bearer','refresh_token':'r%1$d'}".formatted(next));
        } else {
            reply.bytes(400, "{\"error\":\"invalid_grant\"}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String lastToken(TestWeb web) {
        return web.asked().get(web.asked().size() - 1).header("Authorization");
    }

    private static void json(TestWeb.Reply reply, String text) throws IOException {
        reply.with("Content-Type", "application/json");
        reply.bytes(200, text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theStationGetsATokenWithItsSecret() throws Exception {
        try (TestWeb web = provider()) {
            secrets().keep(NORTH, Use.PASSWORD, "geheim");
            SignIn signIn =
                    new SignIn(Way.CLIENT_CREDENTIALS, "station", web.uri().toString(), "dicom");

            pulse(facility(web.uri(), signIn, ""));

            assertEquals("Bearer machine", lastToken(web));
        }
    }

    @Test
    void aPersonSignsInOnceAndIsStillSignedInAfterAStart() throws Exception {
        try (TestWeb web = provider()) {
            SignIn signIn = new SignIn(Way.DEVICE_CODE, "station", web.uri().toString(), "openid");
            Facility north = facility(web.uri(), signIn, "");
            assertEquals("web.sign-in", failure(north).code());

            String[] shown = new String[1];
            fresh().signIn(north, login -> shown[0] = login.code(), new Cancellation());
            assertEquals("ABCD", shown[0]);

            pulse(north);
            assertEquals("Bearer t2", lastToken(web));
            pulse(north);
            assertEquals("Bearer t3", lastToken(web));
        }
    }

    private static Optional<char[]> passphrase() {
        return Optional.of("open sesame, please".toCharArray());
    }

    @Test
    void noSecretIsInAnyFile() throws Exception {
        try (TestWeb web = provider()) {
            SignIn signIn =
                    new SignIn(Way.CLIENT_CREDENTIALS, "station", web.uri().toString(), "dicom");
            Commands commands = new Commands(
                    Config.of(Map.of("CANDELA_HOME", home.toString()), home, new Config.Machine("Linux", "amd64"))
                            .asking(FacilityWebTest::passphrase),
                    Clock.systemUTC());

            commands.add(facility(web.uri(), signIn, ""), Map.of(Use.PASSWORD, "geheim"));

            assertEquals(Optional.of("geheim"), secrets().find(new FacilityId("north"), Use.PASSWORD));
            try (Stream<Path> files = Files.walk(home)) {
                String holders = files.filter(Files::isRegularFile)
                        .filter(FacilityWebTest::holdsSecret)
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.joining());
                assertEquals("", holders);
            }
        }
    }

    private static boolean holdsSecret(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("geheim");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

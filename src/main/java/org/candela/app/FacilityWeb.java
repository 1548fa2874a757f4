package org.candela.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.Access;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.Secrets;
import org.candela.facility.ServiceEndpoint;
import org.candela.facility.SignIn;
import org.candela.net.tls.TlsTrust;
import org.candela.net.web.DeviceLogin;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.JsonService;
import org.candela.net.web.OidcClient;
import org.candela.net.web.OidcRenewal;
import org.candela.net.web.OidcSignIn;
import org.candela.net.web.RetryPolicy;
import org.candela.net.web.UpsClient;
import org.candela.net.web.WebCredentials;
import org.candela.net.web.WebEndpoint;
import org.candela.net.web.WebTransport;
import org.candela.vault.VaultDoor;

/**
 * The way into each facility's DICOMweb service: as whom, whom we trust, and how often we try.
 *
 * <p>Nothing is asked over a network before the first request. What is missing here, as a password or a certificate, makes
 * the requests of that facility fail, and those of no other.
 */
// [impl->req~app.facility-access~1]
final class FacilityWeb {
    /** Three attempts within about two seconds: a reader waits for the list. */
    private static final RetryPolicy RETRY = new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(5));

    private static final Duration CLAIM_PATIENCE = Duration.ofSeconds(6);

    private final Secrets secrets;
    private final Executor web;
    private final Clock clock;

    FacilityWeb(Secrets secrets, Executor web, Clock clock) {
        this.secrets = secrets;
        this.web = web;
        this.clock = clock;
    }

    /** What opens the secrets of facilities. */
    VaultDoor door() {
        return secrets.door();
    }

    /** Deletes what proves to a facility who we are; how many secrets there were. */
    int forget(FacilityId facility) throws CandelaException {
        return secrets.forget(facility);
    }

    DicomWebClient client(Facility facility) {
        return client(facility, facility.dicomWeb());
    }

    /** A service of JSON documents at {@code root}, entered as the facility's DICOMweb is. */
    JsonService documents(Facility facility, URI root) throws CandelaException {
        requireConfidential(facility, root);
        return new JsonService(WebEndpoint.of(root).as(credentials(facility)), http(trust(facility)));
    }

    /** Where objects of ours are stored: once an attempt, since the outbox tries again by itself. */
    DicomWebClient archive(Facility facility, URI root) throws CandelaException {
        requireConfidential(facility, root);
        return new DicomWebClient(WebEndpoint.of(root).as(credentials(facility)), http(trust(facility)));
    }

    private static void requireConfidential(Facility facility, URI root) throws CandelaException {
        boolean hasSecret = facility.access().signIn().way() != SignIn.Way.NOBODY;
        if (hasSecret && !WebEndpoint.isConfidential(root)) {
            throw new CandelaException(
                    "app.clear-text",
                    "facility " + facility.id() + ": credentials are sent over https only, and " + root + " is not");
        }
    }

    /** The same service at another address, entered as the first. */
    DicomWebClient client(Facility facility, URI root) {
        WebEndpoint endpoint = WebEndpoint.of(root).retrying(RETRY);
        try {
            HttpClient http = http(trust(facility));
            return new DicomWebClient(endpoint.as(credentials(facility)), http);
        } catch (CandelaException e) {
            HttpClient plain = HttpClient.newBuilder().executor(web).build();
            return new DicomWebClient(endpoint.as(WebCredentials.failing(e)), plain);
        }
    }

    /** The workitems of a facility that offers them; asked within a short time, since a reader waits for a claim. */
    Optional<UpsClient> workitems(Facility facility, List<ServiceEndpoint> services) {
        return services.stream()
                .filter(endpoint -> endpoint.service() == ServiceEndpoint.Service.UPS_RS)
                .findFirst()
                .map(endpoint -> workitems(facility, endpoint.uri()));
    }

    /** The workitems at one address. */
    UpsClient workitems(Facility facility, URI root) {
        WebEndpoint endpoint = WebEndpoint.of(root).within(CLAIM_PATIENCE, CLAIM_PATIENCE);
        try {
            HttpClient http = http(trust(facility));
            return new UpsClient(endpoint.as(credentials(facility)), http);
        } catch (CandelaException e) {
            HttpClient plain = HttpClient.newBuilder().executor(web).build();
            return new UpsClient(endpoint.as(WebCredentials.failing(e)), plain);
        }
    }

    /** Keeps what proves to a facility who we are. Blocks on the disk. */
    void keep(FacilityId facility, Secrets.Use use, String secret) throws CandelaException {
        secrets.keep(facility, use, secret);
    }

    /** Fails, saying what to do, when a secret or a certificate is not here that {@code facility} needs; asks nobody. */
    void requireAccess(Facility facility) throws CandelaException {
        http(trust(facility));
        credentials(facility);
    }

    private HttpClient http(TlsTrust trust) throws CandelaException {
        return WebTransport.client(trust, ProxySelector.getDefault(), web, clock);
    }

    private WebCredentials credentials(Facility facility) throws CandelaException {
        SignIn signIn = facility.access().signIn();
        if (signIn.way() == SignIn.Way.NOBODY) {
            return WebCredentials.NONE;
        }
        if (!WebEndpoint.isConfidential(facility.dicomWeb())) {
            throw new CandelaException(
                    "app.clear-text", "facility " + facility.id() + ": credentials are sent over https only");
        }
        return signIn.way() == SignIn.Way.BASIC
                ? WebCredentials.basic(signIn.user(), secrets.require(facility.id(), Secrets.Use.PASSWORD))
                : provider(facility);
    }

    /** Lets a person in at the identity provider of {@code facility}; afterwards the workstation renews by itself. */
    void signIn(Facility facility, DeviceLogin.Prompt prompt, Cancellation cancellation) throws CandelaException {
        if (facility.access().signIn().way() != SignIn.Way.DEVICE_CODE) {
            throw new CandelaException(
                    "app.no-sign-in",
                    "facility " + facility.id()
                            + " lets nobody sign in; it was added without --issuer, or with a secret");
        }
        provider(facility).signIn(prompt, cancellation);
    }

    private OidcSignIn provider(Facility facility) throws CandelaException {
        SignIn signIn = facility.access().signIn();
        String secret = signIn.way() == SignIn.Way.CLIENT_CREDENTIALS
                ? secrets.require(facility.id(), Secrets.Use.PASSWORD)
                : "";
        OidcClient client = new OidcClient(signIn.user(), secret, signIn.scope());
        // An identity provider is no facility: the pins and the certificate for one say nothing about the other.
        HttpClient http = http(TlsTrust.standard());
        try {
            return new OidcSignIn(URI.create(signIn.issuer()), client, new Kept(facility.id(), secrets), http, clock);
        } catch (IllegalArgumentException e) {
            throw new CandelaException("app.clear-text", "facility " + facility.id() + ": " + e.getMessage(), e);
        }
    }

    private record Kept(FacilityId facility, Secrets secrets) implements OidcRenewal {
        @Override
        public String refreshToken() throws CandelaException {
            return secrets.find(facility, Secrets.Use.RENEWAL).orElse("");
        }

        @Override
        public void keep(String token) throws CandelaException {
            secrets.keep(facility, Secrets.Use.RENEWAL, token);
        }
    }

    TlsTrust trust(Facility facility) throws CandelaException {
        Access access = facility.access();
        TlsTrust trust = TlsTrust.standard().pinning(access.pins());
        if (access.certificate().isEmpty()) {
            return trust;
        }
        String password = secrets.require(facility.id(), Secrets.Use.CERTIFICATE);
        try (InputStream file = Files.newInputStream(Path.of(access.certificate()))) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, password.toCharArray());
            return trust.as(keys, password.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            // A wrong password is an IOException here; which of the two it is, its message does not say reliably.
            throw new CandelaException(
                    "app.certificate",
                    "facility " + facility.id() + ": " + access.certificate()
                            + " cannot be opened; check the file and its password",
                    e);
        }
    }
}

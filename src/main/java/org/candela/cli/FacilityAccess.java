package org.candela.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.candela.facility.Access;
import org.candela.facility.Secrets;
import org.candela.facility.SignIn;
import org.candela.net.tls.TlsTrust;
import org.candela.net.web.WebEndpoint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a facility is entered, as options. A secret is never one: a command line is open to everybody on the machine. */
// [impl->req~cli.facility-access~1]
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class FacilityAccess {
    @Option(names = "--user", paramLabel = "NAME", description = "User name there; needs --secret or --secret-file.")
    private @Nullable String user;

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "OpenID Connect provider of the facility; with a secret this workstation signs in by itself,"
                    + " without one you do by: candela facility sign-in ID")
    private @Nullable URI issuer;

    @Option(names = "--client-id", paramLabel = "NAME", description = "Our client id at the provider.")
    private @Nullable String clientId;

    @Option(names = "--scope", defaultValue = "", description = "What tokens are asked for, space separated.")
    private String scope;

    @Option(
            names = "--secret",
            interactive = true,
            arity = "0",
            prompt = "Password or client secret: ",
            description = "Asks for the password, or the client's secret; give no value.")
    private char[] secret = new char[0];

    @Option(names = "--secret-file", paramLabel = "FILE", description = "The same from a file; its first line.")
    private @Nullable Path secretFile;

    @Option(
            names = "--pin",
            paramLabel = "SHA256",
            description = "Trust only this certificate or public key; may be given several times.")
    private List<String> pins = List.of();

    @Option(
            names = "--certificate",
            paramLabel = "FILE.p12",
            description = "Certificate and key that we show (PKCS#12); the file stays where it is.")
    private @Nullable Path certificate;

    @Option(
            names = "--certificate-secret",
            interactive = true,
            arity = "0",
            prompt = "Password of the certificate file: ",
            description = "Asks for the password of that file; give no value.")
    private char[] certificateSecret = new char[0];

    @Option(names = "--certificate-secret-file", paramLabel = "FILE", description = "The same from a file.")
    private @Nullable Path certificateSecretFile;

    /** @throws IllegalArgumentException saying which options do not go together */
    Access access(URI dicomWeb) {
        SignIn signIn = signIn();
        if (signIn.way() != SignIn.Way.NOBODY) {
            requireConfidential(dicomWeb, "its address");
        }
        String file = certificate == null ? "" : certificate.toAbsolutePath().toString();
        return new Access(signIn, pins.stream().map(TlsTrust::plain).toList(), file);
    }

    private SignIn signIn() {
        if (user != null) {
            requireAbsent(issuer, "--issuer");
            requireAbsent(clientId, "--client-id");
            return new SignIn(SignIn.Way.BASIC, user, "", "");
        }
        if (issuer == null) {
            requireAbsent(clientId, "--client-id");
            return SignIn.NOBODY;
        }
        if (clientId == null) {
            throw new IllegalArgumentException("--issuer needs --client-id");
        }
        requireConfidential(issuer, "--issuer");
        SignIn.Way way = hasSecret() ? SignIn.Way.CLIENT_CREDENTIALS : SignIn.Way.DEVICE_CODE;
        return new SignIn(way, clientId, issuer.toString(), scope);
    }

    private boolean hasSecret() {
        return secret.length > 0 || secretFile != null;
    }

    private static void requireAbsent(@Nullable Object value, String option) {
        if (value != null) {
            throw new IllegalArgumentException(
                    option + " does not go with these options; either --user, or --issuer with --client-id");
        }
    }

    private static void requireConfidential(URI uri, String what) {
        if (!WebEndpoint.isConfidential(uri)) {
            throw new IllegalArgumentException(
                    "secrets go over https only: " + what + " is " + uri + "; http is for this machine");
        }
    }

    Map<Secrets.Use, String> secrets() {
        Map<Secrets.Use, String> given = new EnumMap<>(Secrets.Use.class);
        put(given, Secrets.Use.PASSWORD, secret, secretFile);
        put(given, Secrets.Use.CERTIFICATE, certificateSecret, certificateSecretFile);
        return given;
    }

    private static void put(Map<Secrets.Use, String> into, Secrets.Use use, char[] typed, @Nullable Path file) {
        String given = file == null ? new String(typed) : firstLine(file);
        if (!given.isEmpty()) {
            into.put(use, given);
        }
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read", e);
        }
    }
}

package org.candela.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.audit.export.Collector;
import org.candela.audit.export.Forwarding;
import org.candela.audit.export.Station;
import org.candela.base.CandelaException;
import org.candela.cli.AuditRepositoryCommand;
import org.candela.facility.FacilityId;
import org.candela.facility.SecretName;
import org.candela.facility.Secrets;
import org.candela.net.tls.TlsTrust;
import org.candela.store.Database;

/** The audit repository, for the terminal. */
final class AuditDesk implements AuditRepositoryCommand.Desk {
    /** Under which the password of our certificate is kept. */
    private static final SecretName PASSWORD = SecretName.ofWorkstation("audit-repository", Secrets.Use.CERTIFICATE);
    /** An earlier version kept it as that of a facility of this name. */
    private static final FacilityId FORMER = new FacilityId("audit-repository");

    private final Config config;
    private final Clock clock;

    AuditDesk(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public <T> T with(AuditRepositoryCommand.Work<T> work) throws CandelaException {
        Executors executors = new Executors();
        try (Database database = Database.open(config.store(), clock)) {
            return work.on(database, new Forwarding(database, new AuditLog(), here(), clock, executors.scheduler()));
        } finally {
            executors.close();
        }
    }

    @Override
    public TlsTrust trust(Collector collector) throws CandelaException {
        return trust(collector, config.secrets());
    }

    static TlsTrust trust(Collector collector, Secrets secrets) throws CandelaException {
        if (collector.certificate().isEmpty()) {
            return TlsTrust.standard();
        }
        Path file = Path.of(collector.certificate().orElseThrow());
        secrets.carryOver(SecretName.of(FORMER, Secrets.Use.CERTIFICATE), PASSWORD);
        char[] password = secrets.require(PASSWORD, "give it again: candela audit repository set")
                .toCharArray();
        try (InputStream stream = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(stream, password);
            return TlsTrust.standard().as(keys, password);
        } catch (IOException | GeneralSecurityException e) {
            throw new CandelaException(
                    "audit.certificate", file + " cannot be opened; check the file and its password", e);
        }
    }

    @Override
    public void keepPassword() throws CandelaException {
        Optional<char[]> password = KeyStores.ask("Password of the certificate: ");
        if (password.isPresent()) {
            config.secrets().keep(PASSWORD, new String(password.orElseThrow()));
        }
    }

    @Override
    public Station station() {
        return here();
    }

    @Override
    public String who() {
        return "reader:" + config.reader();
    }

    static Station here() {
        String version = Optional.ofNullable(AuditDesk.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new Station(host(), "candela-" + version, ProcessHandle.current().pid());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "workstation";
        }
    }
}

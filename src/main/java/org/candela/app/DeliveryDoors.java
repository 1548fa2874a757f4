package org.candela.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.candela.base.CandelaException;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.hl7.MllpPeer;
import org.candela.delivery.trial.Doors;
import org.candela.facility.Facility;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.TlsProfile;
import org.candela.net.tls.TlsTrust;
import org.candela.viewer.print.Printer;
import org.candela.viewer.print.SystemPrinters;

/** The ways into facilities that reports take, and trials of them. */
final class DeliveryDoors {
    private final Supplier<FacilityWeb> web;
    private final Executors executors;
    private final Clock clock;

    /** @param web asked at each use: facilities are reached only after the room stands */
    DeliveryDoors(Supplier<FacilityWeb> web, Executors executors, Clock clock) {
        this.web = web;
        this.executors = executors;
        this.clock = clock;
    }

    Doors all() {
        return new Doors(
                (facility, channel) -> web.get().archive(facility, channel.uri()),
                (facility, channel) -> entity(facility),
                (facility, channel) -> web.get().documents(facility, channel.uri()),
                this::security,
                () -> SystemPrinters.found().stream().map(Printer::name).toList());
    }

    private ApplicationEntity entity(Facility facility) throws CandelaException {
        try {
            TlsProfile tls = TlsProfile.of(web.get().trust(facility), clock);
            return new ApplicationEntity(executors.web(), executors.scheduler()).with(tls);
        } catch (GeneralSecurityException e) {
            throw new CandelaException(
                    "app.certificate", "facility " + facility.id() + ": TLS cannot be set up; check its --pin", e);
        }
    }

    // [impl->req~delivery.mllp-tls~1]
    /** The facility's pins and certificate; an authority of its own where the channel names one. */
    private MllpPeer.Tls security(Facility facility, DeliveryChannel channel) throws CandelaException {
        String anchor = channel.option("anchor", "");
        try {
            TlsTrust own = web.get().trust(facility);
            TlsTrust trust = anchor.isEmpty() ? own : own.anchoredAt(List.of(certificate(Path.of(anchor))));
            return new MllpPeer.Tls(trust.context(clock), !trust.isPinned());
        } catch (IOException | GeneralSecurityException e) {
            throw new CandelaException(
                    "app.certificate",
                    "facility " + facility.id() + ": TLS cannot be set up; check its --pin and the anchor " + anchor,
                    e);
        }
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
        }
    }
}

package org.candela.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.delivery.Carrier;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.delivery.dicom.ReportObjects;
import org.candela.delivery.dicom.StoreCarrier;
import org.candela.delivery.dicom.StowCarrier;
import org.candela.delivery.document.ReportPdf;
import org.candela.delivery.fhir.FhirCarrier;
import org.candela.delivery.hl7.Hl7Carrier;
import org.candela.delivery.hl7.MappingBook;
import org.candela.delivery.hl7.MllpClient;
import org.candela.delivery.hl7.MllpPeer;
import org.candela.delivery.paper.FolderCarrier;
import org.candela.delivery.paper.PrintCarrier;
import org.candela.facility.Facility;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.TlsProfile;
import org.candela.net.tls.TlsTrust;
import org.candela.report.Ledger;
import org.candela.viewer.export.Progress;
import org.candela.viewer.print.Printer;
import org.candela.viewer.print.SystemPrinters;

/** How reports travel, each way. */
final class Carriers {
    /** How long one attempt at a facility may take. */
    private static final Duration ATTEMPT = Duration.ofSeconds(30);

    private final House house;
    private final Executors executors;
    private final Ledger ledger;

    Carriers(House house, Executors executors, Ledger ledger) {
        this.house = house;
        this.executors = executors;
        this.ledger = ledger;
    }

    Map<Way, Carrier> all() {
        Map<Way, Carrier> carriers = new EnumMap<>(Way.class);
        ZoneId zone = ledger.clock().getZone();
        ReportObjects objects = new ReportObjects(new ImagesHere(house.library()), zone);
        Path folder = house.base().paths().incoming();
        carriers.put(
                Way.DICOM_WEB,
                new StowCarrier(objects, (facility, channel) -> web().archive(facility, channel.uri()), folder));
        carriers.put(Way.DICOM_STORE, new StoreCarrier(objects, this::entity, folder));
        carriers.put(Way.FHIR, new FhirCarrier(zone, (facility, channel) -> web().documents(facility, channel.uri())));
        carriers.put(Way.FOLDER, new FolderCarrier(zone));
        carriers.put(Way.PRINT, new PrintCarrier(zone, Carriers::print));
        carriers.put(
                Way.HL7,
                new Hl7Carrier(
                        new MappingBook(ledger),
                        new MllpClient(ATTEMPT),
                        this::security,
                        report -> ReportPdf.of(report, zone)));
        return carriers;
    }

    private FacilityWeb web() {
        return house.reached().web();
    }

    private ApplicationEntity entity(Facility facility) throws CandelaException {
        try {
            TlsProfile tls = TlsProfile.of(web().trust(facility), ledger.clock());
            return new ApplicationEntity(executors.web(), executors.scheduler()).with(tls);
        } catch (GeneralSecurityException e) {
            throw new CandelaException(
                    "app.certificate", "facility " + facility.id() + ": TLS cannot be set up; check its --pin", e);
        }
    }

    private static void print(String printer, byte[] pdf) throws CandelaException {
        Printer chosen = SystemPrinters.found().stream()
                .filter(one -> one.name().equals(printer))
                .findFirst()
                .orElseThrow(() -> new CandelaException(
                        "app.no-printer", "there is no printer " + printer + "; see that it is on and set up"));
        try (PDDocument pages = Loader.loadPDF(pdf)) {
            chosen.print(pages, Progress.NONE, new Cancellation());
        } catch (IOException e) {
            throw new CandelaException("app.print", "the pages cannot be read", e);
        }
    }

    // [impl->req~delivery.mllp-tls~1]
    /** The facility's pins and certificate; an authority of its own where the channel names one. */
    private MllpPeer.Tls security(Facility facility, DeliveryChannel channel) throws CandelaException {
        Clock clock = ledger.clock();
        String anchor = channel.option("anchor", "");
        try {
            TlsTrust own = web().trust(facility);
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

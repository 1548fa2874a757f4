package org.candela.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.delivery.Carrier;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.delivery.dicom.ObjectCarrier;
import org.candela.delivery.dicom.ReportObjects;
import org.candela.delivery.document.ReportPdf;
import org.candela.delivery.fhir.FhirCarrier;
import org.candela.delivery.hl7.Hl7Carrier;
import org.candela.delivery.hl7.MappingBook;
import org.candela.delivery.hl7.MllpClient;
import org.candela.delivery.paper.FolderCarrier;
import org.candela.delivery.paper.PrintCarrier;
import org.candela.delivery.trial.Doors;
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
        Path folder = house.library().files().incoming();
        Doors doors = new DeliveryDoors(() -> house.reached().web(), executors, ledger.clock()).all();
        carriers.put(Way.DICOM_WEB, ObjectCarrier.stow(objects, folder, doors.archive()));
        carriers.put(Way.DICOM_STORE, ObjectCarrier.store(objects, folder, doors.entity()));
        carriers.put(Way.FHIR, new FhirCarrier(zone, doors.documents()));
        carriers.put(Way.FOLDER, new FolderCarrier(zone));
        carriers.put(Way.PRINT, new PrintCarrier(zone, Carriers::print));
        carriers.put(
                Way.HL7,
                new Hl7Carrier(
                        new MappingBook(ledger),
                        new MllpClient(ATTEMPT),
                        doors.security(),
                        report -> ReportPdf.of(report, zone)));
        return carriers;
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
}

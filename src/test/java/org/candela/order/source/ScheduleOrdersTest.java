package org.candela.order.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.facility.FacilityId;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.DcmtkPrograms;
import org.candela.net.dimse.DimseEndpoint;
import org.candela.order.Order;
import org.candela.order.OrderSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The modality worklist of DCMTK's wlmscpfs on loopback. */
// [utest->req~order.asked~1]
class ScheduleOrdersTest {
    private static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final ApplicationEntity entity = new ApplicationEntity(threads, scheduler);

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        threads.shutdownNow();
        scheduler.shutdownNow();
    }

    private static Attributes entry(String accession, String day) {
        Attributes step = new Attributes()
                .set(Tag.Modality, VR.CS, "CT")
                .set(0x00400001, VR.AE, "CT1")
                .set(OrderTags.STEP_START_DATE, VR.DA, day)
                .set(OrderTags.STEP_START_TIME, VR.TM, "0830")
                .set(Tag.ScheduledProcedureStepID, VR.SH, "S1");
        return new Attributes()
                .set(Tag.AccessionNumber, VR.SH, accession)
                .set(Tag.PatientName, VR.PN, "MUSTER^ERIKA")
                .set(Tag.PatientID, VR.LO, "MRN1")
                .set(Tag.RegionOfResidence, VR.LO, "NM")
                .set(Tag.StudyInstanceUID, VR.UI, "2.25.7")
                .set(OrderTags.REQUESTING_PHYSICIAN, VR.PN, "ORDER^OLGA")
                .set(Tag.RequestedProcedureDescription, VR.LO, "CT head")
                .set(Tag.RequestedProcedureID, VR.SH, "RP1")
                .set(Tag.RequestedProcedurePriority, VR.SH, "STAT")
                .set(OrderTags.REASON, VR.LO, "Fall")
                .setItems(OrderTags.STEPS, List.of(step));
    }

    private void write(Path file, Attributes entry) throws Exception {
        DicomWriter.write(
                DicomFile.of(
                        entry.set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.31")
                                .set(Tag.SOPInstanceUID, VR.UI, "2.25.8"),
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                file);
    }

    @Test
    void theStepsOfTheseDaysAreOrders() throws Exception {
        Path entries = Files.createDirectories(folder.resolve("wl/WORK"));
        Files.createFile(entries.resolve("lockfile"));
        write(entries.resolve("today.wl"), entry("AC1", "20261129"));
        write(entries.resolve("old.wl"), entry("AC0", "20260101"));
        try (DcmtkPrograms peers = new DcmtkPrograms(folder)) {
            int port = DcmtkPrograms.freePort();
            peers.start("wlmscpfs", "-dfr", "-dfp", folder.resolve("wl").toString(), String.valueOf(port));
            DimseEndpoint endpoint = DimseEndpoint.of(URI.create("dicom://WORK@127.0.0.1:" + port), "CANDELA");
            DcmtkPrograms.await(entity, endpoint);

            List<Order> orders = new ScheduleOrders(
                            new FacilityId("north"), entity, endpoint, Clock.fixed(NOW, ZoneOffset.UTC))
                    .ask(new Cancellation());

            assertEquals(1, orders.size());
            Order order = orders.get(0);
            assertEquals(OrderSource.SCHEDULE, order.source());
            assertEquals("AC1", order.numbers().accession());
            assertEquals(Optional.of(new Uid("2.25.7")), order.numbers().study());
            assertEquals("STAT", order.request().priorityWord());
            assertEquals("CT", order.request().modality());
            assertEquals("CT head", order.request().procedure());
            assertEquals("MRN1", order.subject().patient().id());
            assertEquals("ORDER^OLGA", order.orderer().name());
        }
    }
}

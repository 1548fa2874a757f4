package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.candela.OrthancServer;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.delivery.trial.Asking;
import org.candela.demo.DemoFacility;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.candela.facility.Facility;
import org.candela.facility.MllpEndpoint;
import org.candela.facility.Secrets;
import org.candela.facility.ServiceEndpoint;
import org.candela.facility.trial.TrialResult;
import org.candela.facility.trial.TrialResult.Verdict;
import org.candela.report.Ledger;
import org.candela.store.Database;
import org.candela.vault.Vault;
import org.candela.vault.VaultDoor;
import org.candela.worklist.claim.WorkitemServer;
import org.candela.worklist.claim.WorkitemServer.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacilityTrialsTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    // [utest->req~app.facility-trial~1]
    @Test
    void eachServiceThatIsThereWorksAndEachThatIsNotSaysWhatToDo() throws Exception {
        Path files = folder.resolve("files");
        List<SyntheticStudy> studies = new SyntheticStudies(5, CLOCK.instant()).writeModality("CR", files);
        try (Executors executors = new Executors();
                DemoFacility demo = DemoFacility.start(
                        DemoFacility.Settings.of("north", "North", files, studies), executors.io(), CLOCK);
                WorkitemServer workitems = new WorkitemServer(Dialect.STANDARD);
                OrthancServer orthanc = OrthancServer.start(folder.resolve("orthanc"))) {
            Facility facility =
                    demo.facility().withMllp(new MllpEndpoint("127.0.0.1", demo.mllpPort(), "RIS", "NORTH"));
            List<ServiceEndpoint> services = List.of(
                    service(facility, "dicomweb/alternate", "http://127.0.0.1:" + deadPort() + "/dicom-web"),
                    service(facility, "ups", workitems.root().toString()),
                    service(facility, "dimse", "dicom://ORTHANC@127.0.0.1:" + orthanc.dicomPort()),
                    service(facility, "mwl", "dicom://RIS@127.0.0.1:" + deadPort()),
                    service(facility, "note/vpn", "Ask the help desk"));

            List<TrialResult> results = run(executors, facility, services);

            assertEquals(6, results.size());
            TrialResult web = of("dicomweb", results);
            assertTrue(web.told().matches("answers a query and sends an object of [1-9][0-9]* kB"), web.told());
            assertEquals(List.of(), List.of(incoming().toFile().list()), "nothing is left behind");
            assertTold("answers a search; lists no workitem", of("ups", results));
            assertTold("answers an echo", of("dimse", results));
            assertTold("takes connections; no message was sent", of("reports/hl7", results));
            assertAway(of("dicomweb/alternate", results));
            assertAway(of("mwl", results));
            assertEquals(List.of(), demo.receivedReports());
        }
    }

    private static TrialResult of(String service, List<TrialResult> results) {
        return results.stream()
                .filter(result -> result.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static void assertTold(String told, TrialResult result) {
        assertEquals(told, result.told());
        assertEquals(Verdict.WORKS, result.verdict());
    }

    private static void assertAway(TrialResult result) {
        assertEquals(Verdict.FAILS, result.verdict(), result.told());
        assertTrue(result.remedy().contains("Check network and VPN"), result.remedy());
    }

    private List<TrialResult> run(Executors executors, Facility facility, List<ServiceEndpoint> services)
            throws Exception {
        VaultDoor door = new VaultDoor(new Vault(folder.resolve("vault.key")), List.of());
        Secrets secrets = new Secrets(folder.resolve("secrets"), name -> "", door);
        FacilityWeb web = new FacilityWeb(secrets, executors.web(), CLOCK);
        try (Database database = Database.open(folder.resolve("store.db"), CLOCK)) {
            return new FacilityTrials(web, executors, incoming(), new Ledger(database, new AuditLog(), CLOCK))
                    .run(
                            new FacilityTrials.Tried(facility, services, Asking.CONNECTION),
                            result -> {},
                            new Cancellation());
        }
    }

    private Path incoming() {
        return folder.resolve("incoming");
    }

    private static ServiceEndpoint service(Facility facility, String name, String address) {
        return ServiceEndpoint.of(
                facility.id(), name, URI.create(address.replace(" ", "%20")).toString());
    }

    /** Where nobody listens. */
    private static int deadPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

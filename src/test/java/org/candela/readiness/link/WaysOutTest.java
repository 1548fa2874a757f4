package org.candela.readiness.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.readiness.ReadinessLimits;
import org.candela.readiness.Routes;
import org.candela.readiness.journal.Journal;
import org.candela.readiness.link.LinkBook.Backup;
import org.candela.readiness.link.LinkBook.Backup.Means;
import org.candela.readiness.link.LinkBook.Vpn;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaysOutTest {
    private static final String HEAD =
            "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n";
    /** 192.168.1.1 as the kernel of a little-endian machine writes it. */
    private static final String CABLE = "enp3s0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n";

    private static final String CELLULAR = "wwan0\t00000000\t0100000A\t0003\t0\t0\t50\t00000000\t0\t0\t0\n";
    /** 10.8.0.0/16. */
    private static final String TUNNEL = "tun0\t0000080A\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0\n";

    private static final Facility CLINIC =
            Facility.of(new FacilityId("clinic"), "Clinic", URI.create("https://pacs.clinic.invalid/web"));
    private static final Duration HOLDS = ReadinessLimits.shipped().backupHolds();

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private Database database;
    private LinkBook book;
    private Network network;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), clock);
        book = new LinkBook(new Journal(database, new AuditLog(), clock));
        network = new Network(folder.resolve("route"), folder.resolve("net"));
        interfaceIs("enp3s0", "1", "0x1003");
        interfaceIs("tun0", "65534", "0x10d1");
        routes(CABLE);
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private void routes(String... lines) throws Exception {
        Files.writeString(folder.resolve("route"), HEAD + String.join("", lines));
    }

    private void interfaceIs(String name, String type, String flags) throws Exception {
        Path own = Files.createDirectories(folder.resolve("net").resolve(name));
        Files.writeString(own.resolve("type"), type + "\n");
        Files.writeString(own.resolve("flags"), flags + "\n");
        Files.writeString(own.resolve("operstate"), "unknown\n");
    }

    private ReadinessItem vpn() {
        return new VpnCheck(CLINIC, book, network, host -> InetAddress.getByAddress(host, new byte[] {10, 8, 3, 7}))
                .evaluate();
    }

    private ReadinessItem backup() {
        return new BackupCheck(book, HOLDS, clock).evaluate();
    }

    // [utest->req~readiness.backup~1]
    @Test
    void aBackupLinkIsTestedOnlyWhenTheRouteReallyChanged() throws Exception {
        Backup cellular = new Backup(Means.CELLULAR, "wwan0", "");
        BackupDrill drill = BackupDrill.begin(network.now(), cellular);

        assertTrue(drill.switched(network.now()).isEmpty(), "still on the cable");
        routes("enp9s0\t00000000\t0101A8C0\t0003\t0\t0\t10\t00000000\t0\t0\t0\n");
        assertTrue(drill.switched(network.now()).isEmpty(), "another link, but not the one on file");

        routes(CABLE, CELLULAR);
        assertEquals(
                "wwan0 by 10.0.0.1",
                BackupDrill.text(drill.switched(network.now()).orElseThrow()));
        LinkException e = assertThrows(LinkException.class, () -> BackupDrill.begin(network.now(), cellular));
        assertEquals("link.on-backup", e.code());
    }

    // [utest->req~readiness.backup~1]
    @Test
    void aBackupBehindTheSameRouterIsToldByItsGateway() throws Exception {
        BackupDrill drill = BackupDrill.begin(network.now(), new Backup(Means.SECOND_PROVIDER, "", "192.168.1.2"));

        routes("enp3s0\t00000000\t0201A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n");

        assertTrue(drill.switched(network.now()).isPresent());
    }

    // [utest->req~readiness.backup~1]
    @Test
    void theCardTellsWhenTheBackupWasLastTested() throws Exception {
        assertEquals("None is on file.", backup().reason());

        book.set(new Backup(Means.CELLULAR, "wwan0", ""), "reader");
        assertEquals(Status.WARNING, backup().status());
        assertEquals("cellular on wwan0, never tested.", backup().reason());

        book.tested("wwan0 by 10.0.0.1", 31.5, "reader");
        assertEquals(Status.READY, backup().status());
        assertEquals("cellular on wwan0, tested today, 31.5 Mbit/s down.", backup().reason());

        clock.advance(HOLDS);
        assertEquals(Status.READY, backup().status());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(Status.WARNING, backup().status(), backup().reason());
        assertTrue(backup().reason().contains("30 days ago"));

        book.tested("wwan0 by 10.0.0.1", 31.5, "reader");
        clock.advance(Duration.ofHours(1));
        book.set(new Backup(Means.SECOND_PROVIDER, "enp4s0", ""), "reader");
        assertTrue(backup().reason().contains("never tested"), "another link since");
    }

    // [utest->req~readiness.vpn~1]
    @Test
    void aVpnThatIsNeededMustBeUpAndLeadToTheFacility() throws Exception {
        assertEquals(Status.NOT_ASSESSED, vpn().status());
        book.note(CLINIC.id(), new Vpn(false, ""), "reader");
        assertEquals(Status.READY, vpn().status());

        book.note(CLINIC.id(), new Vpn(true, ""), "reader");
        assertEquals(Status.FAILED, vpn().status(), "by the cable");
        assertEquals("Its address is reached by enp3s0, not through the VPN.", vpn().reason());

        routes(CABLE, TUNNEL);
        assertEquals(Status.READY, vpn().status(), vpn().reason());

        interfaceIs("tun0", "65534", "0x10d0");
        assertEquals(Status.FAILED, vpn().status(), "switched off");
        book.note(CLINIC.id(), new Vpn(true, "tun0"), "reader");
        assertEquals("tun0 is not up.", vpn().reason());
    }

    // [utest->req~readiness.vpn~1]
    @Test
    void aVpnThatTakesAllTrafficIsWarnedOf() throws Exception {
        book.note(CLINIC.id(), new Vpn(true, "tun0"), "reader");
        routes(CABLE, "tun0\t00000000\t00000000\t0001\t0\t0\t50\t00000000\t0\t0\t0\n");

        assertEquals(Status.WARNING, vpn().status());
        assertTrue(vpn().whatToDo().contains("split tunnel"), vpn().whatToDo());
    }

    @Test
    void theNarrowestRouteLeadsThereAndOfThoseTheLowestMetric() throws Exception {
        routes(CABLE, CELLULAR, TUNNEL);
        Routes routes = network.now().orElseThrow();

        assertEquals(
                "tun0",
                routes.to(Routes.number(new byte[] {10, 8, 1, 1})).orElseThrow().device());
        assertEquals(
                "wwan0",
                routes.to(Routes.number(new byte[] {8, 8, 8, 8})).orElseThrow().device());
        assertEquals(Optional.of("wwan0"), routes.wayOut().map(Routes.Route::device));
        assertEquals("192.168.1.1", routes.all().get(0).gatewayText());
    }

    @Test
    void aSystemWithoutSuchFilesTellsNothing() {
        Network none = new Network(folder.resolve("no"), folder.resolve("none"));

        assertTrue(none.now().isEmpty());
        assertEquals("", none.wayOut());
    }
}

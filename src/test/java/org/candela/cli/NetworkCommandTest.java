package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.readiness.journal.Journal;
import org.candela.readiness.link.LinkBook;
import org.candela.readiness.link.LinkMeasurement.Link;
import org.candela.readiness.link.LinkMeter;
import org.candela.readiness.link.LinkProbe;
import org.candela.readiness.link.LinkRecords;
import org.candela.readiness.link.Network;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(60)
class NetworkCommandTest {
    private static final String HEAD =
            "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n";
    private static final String CABLE = "enp3s0\t00000000\t0101A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n";
    private static final String CELLULAR = "wwan0\t00000000\t0100000A\t0003\t0\t0\t50\t00000000\t0\t0\t0\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final MovableClock clock = new MovableClock();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Cancellation cancellation = new Cancellation();
    private int looked;

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Interruption none = new Interruption() {
            @Override
            public Cancellation cancellation() {
                return cancellation;
            }

            @Override
            public void close() {}
        };
        CommandLine line =
                Candela.commandLine(() -> 0, List.of(new NetworkCommand(this::desk, () -> "reader", () -> none)));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    /** A service without a network behind it: blocks of 10 kB each 10 ms. */
    private static final class Service implements LinkProbe {
        @Override
        public Duration ask(Cancellation cancellation) {
            return Duration.ofMillis(12);
        }

        @Override
        public void fetch(LongConsumer bytes, Cancellation cancellation) {
            for (int i = 0; i < 10; i++) {
                cancellation.throwIfRequested();
                LockSupport.parkNanos(10_000_000);
                bytes.accept(10_000);
            }
        }

        @Override
        public long send(Cancellation cancellation) {
            LockSupport.parkNanos(10_000_000);
            return 10_000;
        }
    }

    private NetworkDesk desk() throws StoreException {
        Database database = Database.open(folder.resolve("candela.db"), clock);
        return new NetworkDesk() {
            @Override
            public List<Facility> facilities() {
                return List.of(Facility.of(new FacilityId("clinic"), "Clinic", URI.create("http://localhost/web")));
            }

            @Override
            public LinkMeter.Target target(Facility facility, Link link) throws StoreException {
                boolean takesObjects = !book().cargo(facility.id()).object().isBlank();
                return new LinkMeter.Target(
                        facility.id(),
                        facility.dicomWeb(),
                        new Service(),
                        Optional.empty(),
                        link,
                        network().wayOut(),
                        "",
                        takesObjects ? "" : "the facility's record allows no test object");
            }

            @Override
            public LinkMeter meter() {
                return new LinkMeter(threads, clock);
            }

            @Override
            public LinkRecords records() {
                return new LinkRecords(database, new AuditLog());
            }

            @Override
            public LinkBook book() {
                return new LinkBook(new Journal(database, new AuditLog(), clock));
            }

            @Override
            public Network network() {
                try {
                    boolean isSwitched = ++looked > 2;
                    Files.writeString(folder.resolve("route"), HEAD + CABLE + (isSwitched ? CELLULAR : ""));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return new Network(folder.resolve("route"), folder.resolve("net"));
            }

            @Override
            public void close() throws StoreException {
                database.close();
            }
        };
    }

    // [utest->req~cli.network~1]
    @Test
    void whatIsMeasuredIsKeptAsATrend() throws Exception {
        assertEquals(Candela.NO, run("network", "measure", "clinic", "--seconds", "1"));
        assertTrue(out.toString().contains("up not measured  12.0 ms"), out.toString());
        assertTrue(out.toString().contains("allows no test object"), out.toString());
        assertTrue(out.toString().contains("50 %"), out.toString());

        Path object = Files.writeString(folder.resolve("test.dcm"), "x");
        assertEquals(0, run("network", "agree", "clinic", "--study", "1.2.3", "--object", object.toString()));
        assertEquals(0, run("network", "measure", "--seconds", "1"));

        assertEquals(0, run("network", "list", "clinic"));
        assertEquals(2, out.toString().strip().lines().count(), out.toString());
    }

    // [utest->req~cli.network~1]
    @Test
    void whatIsCancelledIsNotKept() {
        cancellation.cancel();

        assertEquals(130, run("network", "measure", "--seconds", "5"));
        assertEquals(0, run("network", "list"));
        assertEquals("Nothing was measured yet.", out.toString().strip());
    }

    // [utest->req~cli.network~1]
    @Test
    void theBackupIsTestedOnceItIsInUse() {
        assertEquals(Candela.BAD_INPUT, run("network", "backup-test", "clinic"));
        assertTrue(err.toString().contains("no backup link is on file"), err.toString());
        assertEquals(0, run("network", "backup", "cellular", "--interface", "wwan0"));
        looked = 0;

        assertEquals(0, run("network", "backup-test", "clinic", "--seconds", "1"));

        assertTrue(out.toString().contains("Switch to the backup link (cellular on wwan0)"), out.toString());
        assertTrue(out.toString().contains("On wwan0 by 10.0.0.1. Measuring"), out.toString());
        assertTrue(out.toString().contains("clinic       backup"), out.toString());
    }

    // [utest->req~cli.network~1]
    @Test
    void whatIsNotThereIsRefusedByName() {
        assertEquals(Candela.BAD_INPUT, run("network", "measure", "nowhere"));
        assertTrue(err.toString().contains("nowhere is no facility with a service"), err.toString());
        assertEquals(Candela.BAD_INPUT, run("network", "agree", "clinic", "--object", "none.dcm"));
        assertEquals(Candela.BAD_INPUT, run("network", "backup", "carrier-pigeon", "--interface", "x"));
        assertEquals(Candela.BAD_INPUT, run("network", "backup", "cellular"));
        assertEquals(0, run("network", "vpn", "clinic", "needed", "--interface", "tun0"));
    }
}

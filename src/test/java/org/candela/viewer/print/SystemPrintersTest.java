package org.candela.viewer.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.candela.MovableClock;
import org.candela.base.Cancellation;
import org.candela.dicom.image.FrameReader;
import org.candela.viewer.export.Exhibit;
import org.candela.viewer.export.LeavingFiles;
import org.candela.viewer.export.Progress;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.print.SheetLayout.Ground;
import org.candela.viewer.print.SheetLayout.Scale;
import org.candela.viewer.print.SheetPlan.Patient;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A queue of CUPS, run by the test in a folder of its own; what arrives is what the spooler keeps. */
class SystemPrintersTest {
    private static final Path SPOOLER = Path.of("/usr/sbin/cupsd");
    private static final int MOST_SECONDS = 30;

    @TempDir
    private Path folder;

    // [utest->req~print.printer~1]
    @Test
    @Timeout(120)
    void theQueueGetsTheSheetsAtTheirOwnSizeUnderANameThatTellsNothingOfThePatient() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(SPOOLER), SPOOLER + " is not installed");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/lpr")), "/usr/bin/lpr is not installed");
        int port = freePort();
        Process spooler = spooler(port);
        try {
            await(port, spooler);
            LeavingFiles.write(LeavingFiles.tomography(1), folder.resolve("one.dcm"));

            assertEquals("Paper sheets: 2", print(port));

            String arrived = spooled("d");
            assertTrue(arrived.startsWith("%!PS-Adobe"), arrived.substring(0, 40));
            assertTrue(arrived.contains("PageSize [595.27"), "not A4");
            assertEquals(
                    2,
                    arrived.lines().filter(line -> line.startsWith("%%Page:")).count());
            String job = spooled("c").toLowerCase(Locale.ROOT);
            assertTrue(job.contains("candela"), job);
            LeavingFiles.IDENTITY.forEach(value -> assertFalse(job.contains(value), value));
        } finally {
            spooler.destroy();
            assertTrue(spooler.waitFor(MOST_SECONDS, TimeUnit.SECONDS));
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process spooler(int port) throws Exception {
        for (String name : List.of("root", "cache", "spool", "state", "tmp")) {
            Files.createDirectories(folder.resolve(name));
        }
        String files = """
                ServerRoot %1$s/root
                CacheDir %1$s/cache
                RequestRoot %1$s/spool
                StateDir %1$s/state
                TempDir %1$s/tmp
                AccessLog %1$s/access.log
                ErrorLog %1$s/error.log
                PageLog %1$s/page.log
                FileDevice Yes
                """.formatted(folder);
        String settings = """
                Listen localhost:%d
                Browsing Off
                WebInterface No
                DirtyCleanInterval 0
                DefaultAuthType None
                <Location />
                  Order allow,deny
                  Allow localhost
                </Location>
                <Policy default>
                  <Limit All>
                    Order allow,deny
                    Allow localhost
                  </Limit>
                </Policy>
                """.formatted(port);
        Files.writeString(
                folder.resolve("root/printers.conf"),
                "<DefaultPrinter Paper>\nDeviceURI file:/dev/null\nState Stopped\nAccepting Yes\n</DefaultPrinter>\n");
        Path one = Files.writeString(folder.resolve("cups-files.conf"), files);
        Path two = Files.writeString(folder.resolve("cupsd.conf"), settings);
        return new ProcessBuilder(SPOOLER.toString(), "-f", "-c", two.toString(), "-s", one.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("cupsd.out").toFile())
                .start();
    }

    private static void await(int port, Process spooler) throws Exception {
        for (int tried = 0; tried < 100; tried++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (ConnectException e) {
                Assumptions.assumeFalse(
                        spooler.waitFor(100, TimeUnit.MILLISECONDS), "the spooler does not run under this user");
            }
        }
        throw new AssertionError("the spooler does not listen");
    }

    /** In a process of its own, since the system's spooler is told by its environment. */
    private String print(int port) throws Exception {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sender.class.getName(),
                        folder.resolve("one.dcm").toString())
                .redirectErrorStream(true);
        command.environment().put("CUPS_SERVER", "localhost:" + port);
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS));
        return said.strip();
    }

    /** What the spooler keeps of the first job: {@code c} for what is known of it, {@code d} for what is printed. */
    private String spooled(String kind) throws Exception {
        for (int tried = 0; tried < 100; tried++) {
            try (Stream<Path> all = Files.list(folder.resolve("spool"))) {
                Optional<Path> file = all.filter(
                                each -> String.valueOf(each.getFileName()).startsWith(kind + "0"))
                        .findFirst();
                if (file.isPresent()) {
                    return Files.readString(file.orElseThrow(), StandardCharsets.ISO_8859_1);
                }
            }
            // It writes down what it knows of a job a little after it has the job.
            var unused = new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError(Files.readString(folder.resolve("error.log")));
    }

    /** Prints one image on two sheets. */
    static final class Sender {
        private Sender() {}

        public static void main(String[] arguments) throws Exception {
            Exhibit exhibit = Exhibit.filed(Path.of(arguments[0]), 0, 1);
            SheetLayout layout = new SheetLayout(Paper.A4, Paper.Lie.PORTRAIT, Grid.SINGLE, Scale.FIT, Ground.AS_SHOWN);
            SheetPlan plan = new SheetPlan(List.of(exhibit, exhibit), layout, Patient.NAMED, Set.of());
            try (PrintedSheets sheets = new SheetBinder(FrameReader::open, new MovableClock())
                    .bind(plan, Progress.NONE, new Cancellation())) {
                Printer printer = SystemPrinters.found().get(0);
                sheets.send(printer, Progress.NONE, new Cancellation());
                System.out.println(printer.name() + " sheets: " + sheets.count());
            }
        }
    }
}

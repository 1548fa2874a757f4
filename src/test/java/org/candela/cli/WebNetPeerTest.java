package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.candela.base.Cancellation;
import org.candela.demo.DemoFacility;
import org.candela.study.SmallStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

// [utest->req~cli.net~1]
// [utest->req~cli.net-web~1]
class WebNetPeerTest {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Cancellation cancellation = new Cancellation();
    private final List<NetPeer.Address> addresses = new ArrayList<>();

    @TempDir
    Path folder;

    private DemoFacility facility;

    @BeforeEach
    void start() throws Exception {
        SmallStudies.writeStudy(7, 3, folder.resolve("north"));
        facility = DemoFacility.start(
                new DemoFacility.Settings(
                        "north", "North", folder.resolve("north"), folder.resolve("reports"), Map.of()),
                executor,
                Clock.systemUTC());
    }

    @AfterEach
    void stop() throws IOException {
        facility.close();
        executor.shutdownNow();
    }

    private int net(String... arguments) {
        Interruption interruption = new Interruption() {
            @Override
            public Cancellation cancellation() {
                return cancellation;
            }

            @Override
            public void close() {
                // Nothing hears Ctrl+C here.
            }
        };
        NetCommand command = new NetCommand(
                address -> {
                    addresses.add(address);
                    return WebNetPeer.open(address, executor, Clock.systemUTC());
                },
                () -> interruption);
        CommandLine root = Candela.commandLine(() -> 0, List.of(command));
        root.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return root.execute(
                Stream.concat(Stream.of("net"), Stream.of(arguments)).toArray(String[]::new));
    }

    private String root() {
        return facility.dicomWeb().toString();
    }

    @Test
    void anEchoSaysThatTheServiceAnswers() {
        assertEquals(0, net("echo", root()), err.toString());
        assertTrue(out.toString().startsWith("answered in "), out.toString());
    }

    @Test
    void aQueryAsJsonIsAnArrayOfDataSets() throws Exception {
        assertEquals(
                0,
                net("query", root(), "--json", "--level", "IMAGE", "--match", "StudyInstanceUID=1.2.7"),
                err.toString());

        JsonNode found = new ObjectMapper().readTree(out.toString());
        assertTrue(found.isArray());
        assertEquals(3, found.size());
        assertEquals("UI", found.get(0).path("00080018").path("vr").asText());
    }

    @Test
    void aStudyIsFetchedIntoFilesNamedByTheirObjects() throws Exception {
        Path target = folder.resolve("got");

        assertEquals(0, net("retrieve", root(), "--study", "1.2.7", "--out", target.toString()), err.toString());

        try (Stream<Path> files = Files.list(target)) {
            assertEquals(
                    List.of("1.2.7.1.1.dcm", "1.2.7.1.2.dcm", "1.2.7.1.3.dcm"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals("", out.toString());
        assertTrue(err.toString().contains("3 objects fetched"), err.toString());
    }

    @Test
    void filesAreSentAndWhatIsNotKeptIsExitOne() throws Exception {
        SmallStudies.writeStudy(8, 2, folder.resolve("out"));
        assertEquals(0, net("send", root(), folder.resolve("out").toString()), err.toString());
        assertTrue(err.toString().contains("2 objects sent"), err.toString());

        Files.writeString(folder.resolve("out/bad.dcm"), "no DICOM at all");
        assertEquals(1, net("send", root(), folder.resolve("out").toString()));
        assertTrue(err.toString().contains("cannot be understood"), err.toString());
    }

    @Test
    void clearTextOverANetworkIsRefused() {
        assertEquals(2, net("echo", "http://pacs.example/dicom-web"));
        assertTrue(err.toString().contains("https"), err.toString());
    }

    @Test
    void aTokenComesFromAFileAndIsNotPrinted() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "geheim\n");

        assertEquals(0, net("echo", root(), "--token-file", file.toString()), err.toString());

        assertEquals("geheim", addresses.get(0).token());
        assertFalse((out + " " + err + " " + addresses).contains("geheim"));
    }

    @Test
    void whatIsCancelledEndsWithItsOwnCode() {
        cancellation.cancel();

        assertEquals(130, net("query", root()));
    }
}

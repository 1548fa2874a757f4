package org.candela.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.candela.base.Cancellation;
import org.candela.delivery.hl7.Envelope;
import org.candela.delivery.hl7.MllpClient;
import org.candela.delivery.hl7.MllpPeer;
import org.candela.dicom.Tag;
import org.candela.dicom.image.FrameReader;
import org.candela.facility.MllpEndpoint;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.PartFolder;
import org.candela.net.web.QidoQuery;
import org.candela.net.web.WebEndpoint;
import org.candela.study.SmallStudies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration facility as the clients of real ones see it. */
class DemoFacilityTest {
    private static final int STUDY = 7;
    private static final int SLICES = 3;
    private static final int PATIENCE_MILLIS = 500;

    @TempDir
    private Path folder;

    private final ExecutorService executor = Executors.newCachedThreadPool();

    @SuppressWarnings("NullAway.Init") // set before each test
    private DemoFacility facility;

    @BeforeEach
    void startEmpty() throws Exception {
        facility = DemoFacility.start(
                new DemoFacility.Settings(
                        "north", "North", folder.resolve("north"), folder.resolve("reports"), Map.of()),
                executor,
                Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        facility.close();
        executor.shutdownNow();
    }

    // [utest->req~demo.facility~1]
    @Test
    void whatTheClientStoresItListsAndBringsBack() throws Exception {
        List<Path> sent = SmallStudies.writeStudy(STUDY, SLICES, folder.resolve("sent"));
        DicomWebClient client = new DicomWebClient(WebEndpoint.of(facility.dicomWeb()), HttpClient.newHttpClient());

        assertTrue(client.store(sent, new Cancellation()).isComplete());

        assertEquals(
                List.of(SmallStudies.studyUid(STUDY)),
                client.searchStudies(QidoQuery.all(), new Cancellation()).stream()
                        .flatMap(found -> found.uid(Tag.StudyInstanceUID).stream())
                        .toList());
        List<Path> back = new ArrayList<>();
        Path incoming = Files.createDirectories(folder.resolve("incoming"));
        PartFolder received =
                new PartFolder(incoming, file -> back.add(move(file, folder.resolve("back-" + back.size() + ".dcm"))));
        client.retrieveStudy(SmallStudies.studyUid(STUDY), received, new Cancellation());
        assertEquals(valuesOf(sent), valuesOf(back));
    }

    /** PartFolder deletes what it has handed over. */
    private static Path move(Path file, Path to) {
        try {
            return Files.move(file, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stored values by SOP Instance UID; a service may send the objects of a study in any order. */
    private static Map<String, List<Short>> valuesOf(List<Path> files) throws Exception {
        Map<String, List<Short>> values = new TreeMap<>();
        for (Path file : files) {
            FrameReader reader = FrameReader.open(file);
            List<Short> samples = new ArrayList<>();
            for (short sample : reader.read(0).samples()) {
                samples.add(sample);
            }
            values.put(reader.dataSet().string(Tag.SOPInstanceUID).orElseThrow(), samples);
        }
        return values;
    }

    // [utest->req~demo.facility~1]
    @Test
    void aReportByTheMllpClientIsAcknowledgedAndKept() throws Exception {
        String message = "MSH|^~\\&|CANDELA|HOME|RIS|NORTH|20261124080000||ORU^R01^ORU_R01|ID-1|P|2.5.1\rPID|1\r";
        MllpEndpoint endpoint = facility.facility().mllp().orElseThrow();

        var answer = new MllpClient(Duration.ofSeconds(5))
                .send(MllpPeer.of(endpoint), Envelope.of("ID-1", message.getBytes(StandardCharsets.UTF_8)));

        assertEquals("ACCEPTED", answer.kind().name());
        assertEquals(message, Files.readString(facility.receivedReports().get(0)));
    }

    // [utest->req~demo.facility~1]
    @Test
    void nobodyReachesItFromOutsideThisMachine() throws Exception {
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        Assumptions.assumeFalse(outside.isEmpty(), "this machine has the loopback address only");

        for (InetAddress address : outside) {
            for (int port : List.of(facility.dicomWeb().getPort(), facility.mllpPort())) {
                try (Socket socket = new Socket()) {
                    assertThrows(
                            IOException.class,
                            () -> socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS));
                }
            }
        }
    }
}

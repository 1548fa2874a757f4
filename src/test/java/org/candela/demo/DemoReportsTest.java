package org.candela.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.candela.demo.DemoFaults.Fault;
import org.candela.demo.DemoFaults.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoReportsTest {
    private static final String MESSAGE =
            "MSH|^~\\&|CANDELA|HOME|RIS|NORTH|20261124080000||ORU^R01^ORU_R01|ID-1|P|2.5.1\rPID|1\r";

    @TempDir
    Path folder;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private DemoFacility facility;

    @BeforeEach
    void start() throws Exception {
        var settings = new DemoFacility.Settings(
                "north", "North", folder.resolve("north"), folder.resolve("reports"), Map.of());
        facility = DemoFacility.start(settings, executor, Clock.systemUTC());
    }

    @AfterEach
    void stop() throws IOException {
        facility.close();
        executor.shutdownNow();
    }

    private String send(String message) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), facility.mllpPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(("\u000b" + message + "\u001c\r").getBytes(StandardCharsets.UTF_8));
            return readFrame(socket.getInputStream());
        }
    }

    private static String readFrame(InputStream in) throws IOException {
        StringBuilder frame = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != 0x1C; next = in.read()) {
            frame.append((char) next);
        }
        return frame.toString();
    }

    // [utest->req~demo.report-once~1]
    @Test
    void aReportThatComesTwiceIsKeptOnceAndAcknowledgedTwice() throws IOException {
        String first = send(MESSAGE);
        String second = send(MESSAGE);

        assertTrue(first.contains("\rMSA|AA|ID-1\r"), first);
        assertEquals(first, second);
        assertEquals(1, facility.receivedReports().size());
        assertEquals(MESSAGE, Files.readString(facility.receivedReports().get(0)));
    }

    @Test
    void whatIsNoMessageIsRejected() throws IOException {
        assertTrue(send("hello").contains("MSA|AR|"));
        assertEquals(0, facility.receivedReports().size());
    }

    @Test
    void anErrorIsAcknowledgedAsSuchAndNothingKept() throws IOException {
        facility.faults().inject(Service.REPORT, Fault.SERVER_ERROR);

        assertTrue(send(MESSAGE).contains("MSA|AE|ID-1"));
        assertEquals(0, facility.receivedReports().size());
    }

    // [utest->req~demo.report-once~1]
    @Test
    void aReportWhoseAcknowledgementIsLostIsKeptAndNotKeptAgain() throws IOException {
        facility.faults().inject(Service.REPORT, Fault.HALF_ANSWER);
        assertEquals("", send(MESSAGE));
        facility.faults().clear();

        assertTrue(send(MESSAGE).contains("MSA|AA|ID-1"));
        assertEquals(1, facility.receivedReports().size());
    }
}

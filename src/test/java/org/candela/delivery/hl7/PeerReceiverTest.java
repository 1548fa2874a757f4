package org.candela.delivery.hl7;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.candela.MovableClock;
import org.candela.delivery.Answer;
import org.candela.facility.Facility;
import org.candela.facility.MllpEndpoint;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The message and the protocol before a receiver written by others: Debian's python3-hl7. */
// [utest->req~delivery.mllp~1]
class PeerReceiverTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String RECEIVER = """
            import asyncio, sys
            from hl7.mllp import start_hl7_server
            async def serve(reader, writer):
                try:
                    while True:
                        message = await reader.readmessage()
                        open(sys.argv[1], 'w', newline='', encoding='utf-8').write(
                            '\\n'.join([str(message.segment('OBR')[25]), str(message.segments('OBX')[-1][5]),
                                       str(message.segment('PID')[5])]))
                        writer.writemessage(message.create_ack('AA'))
                        await writer.drain()
                except asyncio.IncompleteReadError:
                    writer.close()
            async def main():
                server = await start_hl7_server(serve, '127.0.0.1', 0, encoding='utf-8')
                print(server.sockets[0].getsockname()[1], flush=True)
                await server.serve_forever()
            asyncio.run(main())
            """;

    @TempDir
    private Path folder;

    @Test
    void anIndependentReceiverReadsAndAcknowledgesTheReport() throws Exception {
        Assumptions.assumeTrue(hasPeer(), "Debian package python3-hl7 is not installed");
        Path received = folder.resolve("received");
        Process peer = new ProcessBuilder(PYTHON.toString(), "-c", RECEIVER, received.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(peer.getInputStream(), StandardCharsets.UTF_8))) {
            MllpEndpoint endpoint =
                    new MllpEndpoint("127.0.0.1", Integer.parseInt(String.valueOf(out.readLine())), "RIS", "FAC");
            SignedReport report = ReportSamples.signed(
                    ReportSamples.draft().withText("impression", "Müller 5 µm"),
                    SignatureMeaning.FINAL,
                    1,
                    new MovableClock());
            Facility clinic = Facility.of(ReportSamples.CLINIC, "Clinic", URI.create("https://pacs.example/"))
                    .withMllp(endpoint);

            Answer answer = new MllpClient(Duration.ofSeconds(5))
                    .send(
                            MllpPeer.of(endpoint),
                            Envelope.of(
                                    HlSamples.CONTROL_ID,
                                    HlSamples.message(
                                                    MappingBook.shipped(MappingBook.STANDARD),
                                                    HlSamples.consignment(report, clinic))
                                            .getBytes(StandardCharsets.UTF_8)));

            assertEquals(Answer.Kind.ACCEPTED, answer.kind(), answer.words());
            assertEquals("F\nMüller 5 µm\nZebedee^Quillon^^Jr^Dr", Files.readString(received));
        } finally {
            peer.destroy();
            assertTrue(peer.waitFor(5, TimeUnit.SECONDS));
        }
    }

    private static boolean hasPeer() throws IOException, InterruptedException {
        return Files.isExecutable(PYTHON)
                && new ProcessBuilder(PYTHON.toString(), "-c", "import hl7.mllp")
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
    }
}

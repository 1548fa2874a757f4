package org.candela;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.candela.base.Cancellation;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.WebCredentials;
import org.candela.net.web.WebEndpoint;
import org.candela.net.web.WebException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A real Orthanc with its DICOMweb plugin, in a folder of its own on free loopback ports. Close it after the test. */
public final class OrthancServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/Orthanc");
    private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final Setup setup;
    private final Path folder;
    private final int httpPort;
    private final int dicomPort;
    private Process process;

    /**
     * How it is set up beyond what every test needs. It has no TLS here: Orthanc 1.10.1 with Debian 12's
     * libcivetweb crashes at the first request over it; {@link NginxServer} stands before it instead.
     *
     * @param lines of its configuration, each with a comma at its end
     * @param who may ask it whether it is there
     */
    public record Setup(String lines, WebCredentials who) {
        /** Open to all of this machine. */
        public static final Setup PLAIN = new Setup("\"AuthenticationEnabled\": false,", WebCredentials.NONE);
    }

    private OrthancServer(Setup setup, Path folder, int httpPort, int dicomPort, Process process) {
        this.setup = setup;
        this.folder = folder;
        this.httpPort = httpPort;
        this.dicomPort = dicomPort;
        this.process = process;
    }

    /** Starts it, or skips the test where it is not installed. */
    public static OrthancServer start(Path folder) throws Exception {
        return start(folder, Setup.PLAIN);
    }

    /** The same with more members of its configuration, each with a comma behind. */
    public static OrthancServer start(Path folder, String more) throws Exception {
        return start(folder, new Setup(more + Setup.PLAIN.lines(), WebCredentials.NONE));
    }

    /** The same, set up in another way. */
    public static OrthancServer start(Path folder, Setup setup) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM) && Files.exists(PLUGIN),
                "Orthanc with its DICOMweb plugin is not installed (Debian: orthanc orthanc-dicomweb)");
        int http = freePort();
        int dicom = freePort();
        Path config = Files.writeString(
                Files.createDirectories(folder).resolve("orthanc.json"), config(setup, folder, http, dicom));
        OrthancServer server = new OrthancServer(setup, folder, http, dicom, launch(config));
        server.awaitAnswer();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String config(Setup setup, Path folder, int http, int dicom) {
        return """
                {
                  "Name": "TEST", "DicomAet": "ORTHANC",
                  "StorageDirectory": "%1$s/db", "IndexDirectory": "%1$s/db",
                  "Plugins": ["%2$s"],
                  "HttpServerEnabled": true, "HttpPort": %3$d, "HttpBindAddresses": ["127.0.0.1"],
                  "RemoteAccessAllowed": false, %5$s
                  "DicomServerEnabled": true, "DicomPort": %4$d, "KeepAlive": true,
                  "DicomWeb": { "Enable": true, "Root": "/dicom-web/", "Host": "127.0.0.1", "Ssl": false }
                }
                """.formatted(folder, PLUGIN, http, dicom, setup.lines());
    }

    private static Process launch(Path config) throws IOException {
        return new ProcessBuilder(PROGRAM.toString(), config.toString())
                .redirectErrorStream(true)
                .redirectOutput(config.resolveSibling("orthanc.log").toFile())
                .start();
    }

    private void awaitAnswer() throws Exception {
        DicomWebClient client = new DicomWebClient(
                WebEndpoint.of(dicomWeb())
                        .within(Duration.ofSeconds(2), Duration.ofSeconds(2))
                        .as(setup.who()),
                HttpClient.newHttpClient());
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (deadline - System.nanoTime() > 0) {
            try {
                client.pulse(new Cancellation());
                return;
            } catch (WebException e) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException(
                            "Orthanc ended: " + Files.readString(folder.resolve("orthanc.log")), e);
                }
            }
        }
        throw new IllegalStateException("Orthanc did not answer within " + START_LIMIT);
    }

    /** Where its DICOMweb services begin. */
    public URI dicomWeb() {
        return URI.create("http://127.0.0.1:" + httpPort + "/dicom-web");
    }

    /** Where it speaks DICOM; its AE title is ORTHANC. */
    public int dicomPort() {
        return dicomPort;
    }

    /** Asks its own interface for something; the answer must be one of success. */
    public String post(String path, String json) throws IOException, InterruptedException {
        return answer(request(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public String get(String path) throws IOException, InterruptedException {
        return answer(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                .timeout(Duration.ofMinutes(2));
    }

    private static String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        Assertions.assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    /** Ends it without warning, as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    /** Starts it again on the same ports with what it has. */
    public void startAgain() throws Exception {
        Files.writeString(folder.resolve("orthanc.json"), config(setup, folder, httpPort, dicomPort));
        process = launch(folder.resolve("orthanc.json"));
        awaitAnswer();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}

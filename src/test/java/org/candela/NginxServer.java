package org.candela;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real nginx before a DICOMweb server, as in the field: it speaks TLS, HTTP/2 at one port and HTTP/1.1 at another, asks
 * for a client's certificate at a third, and serves values of its own, in ranges. Close it after the test.
 */
public final class NginxServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private static final int MOST_STARTING_MILLIS = 10_000;

    private final Path folder;
    private final List<Integer> ports;
    private final Process process;

    private NginxServer(Path folder, List<Integer> ports, Process process) {
        this.folder = folder;
        this.ports = ports;
        this.process = process;
    }

    /**
     * Starts it, or skips the test where it is not installed.
     *
     * @param behind root of the service it passes requests on to
     * @param own its certificate and key
     * @param client who is let in at {@link #mutual}
     */
    public static NginxServer before(URI behind, Path folder, TestKeys own, TestKeys client) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "nginx is not installed (Debian: nginx-light)");
        Files.createDirectories(folder.resolve("values"));
        List<Integer> ports = List.of(freePort(), freePort(), freePort());
        Path config = Files.writeString(folder.resolve("nginx.conf"), config(behind, folder, own, client, ports));
        Process process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        config.toString(),
                        "-e",
                        folder.resolve("error.log").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        NginxServer server = new NginxServer(folder, ports, process);
        server.awaitStart();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String config(URI behind, Path folder, TestKeys own, TestKeys client, List<Integer> ports)
            throws Exception {
        String temporary = "";
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            temporary += kind + "_temp_path " + folder.resolve("temporary") + ";\n";
        }
        String service = """
                ssl_certificate %1$s; ssl_certificate_key %2$s;
                location /dicom-web/values/ { alias %3$s/values/; types {} default_type application/octet-stream; }
                location /dicom-web/ { proxy_pass http://%4$s/dicom-web/; proxy_set_header Host $http_host; }
                """.formatted(own.certificatePem(), own.keyPem(), folder, behind.getAuthority());
        return """
                user root; daemon off; worker_processes 1; pid %1$s/nginx.pid;
                events { worker_connections 64; }
                http {
                  %2$s
                  client_max_body_size 0;
                  log_format plain '$status $server_protocol $request_method $uri "$http_range"';
                  access_log %1$s/access.log plain;
                  server { listen 127.0.0.1:%3$d ssl http2; %6$s }
                  server { listen 127.0.0.1:%4$d ssl; %6$s }
                  server { listen 127.0.0.1:%5$d ssl http2; ssl_verify_client on; ssl_client_certificate %7$s; %6$s }
                }
                """.formatted(
                        folder, temporary, ports.get(0), ports.get(1), ports.get(2), service, client.certificatePem());
    }

    private void awaitStart() throws Exception {
        for (int waited = 0; waited < MOST_STARTING_MILLIS; waited += 50) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.get(2))) {
                return;
            } catch (IOException notYet) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IOException("nginx ended: " + Files.readString(folder.resolve("error.log")), notYet);
                }
            }
        }
        throw new IOException("nginx did not start");
    }

    /** The service over HTTP/2. */
    public URI http2() {
        return at(0);
    }

    /** The service over HTTP/1.1. */
    public URI http1() {
        return at(1);
    }

    /** The service for those with a known certificate. */
    public URI mutual() {
        return at(2);
    }

    private URI at(int port) {
        return URI.create("https://127.0.0.1:" + ports.get(port) + "/dicom-web");
    }

    /** Puts a value beside the service; its path below the root. */
    public String put(String name, byte[] value) throws IOException {
        Files.write(folder.resolve("values").resolve(name), value);
        return "/values/" + name;
    }

    /** What it was asked, a line each: status, protocol, method, path and range. */
    public List<String> asked() throws IOException {
        return Files.readAllLines(folder.resolve("access.log"));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

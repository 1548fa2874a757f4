package org.candela.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.candela.net.web.MultipartWriter;

/**
 * Sends studies over loopback by HTTP/1.1 as fast as the kernel copies files, so that who receives is measured, not who
 * sends. A study is a file of a folder, a whole multipart body.
 */
final class StudyServer implements AutoCloseable {
    private static final String BOUNDARY = "candela-bench-4e7c2f60-9d1b-4d54-8c2a-0b8f6f1f7d3a";
    private final ServerSocketChannel listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path folder;

    private StudyServer(ServerSocketChannel listening, Path folder) {
        this.listening = listening;
        this.folder = folder;
    }

    static StudyServer of(Path folder) throws IOException {
        ServerSocketChannel listening =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        StudyServer server = new StudyServer(listening, folder);
        server.threads.execute(server::accept);
        return server;
    }

    /** Makes a study of {@code count} times {@code object}, and says where its service is. */
    URI study(String uid, Path object, int count) throws IOException {
        try (var target = Files.newOutputStream(folder.resolve(uid));
                MultipartWriter writer = new MultipartWriter(target, BOUNDARY)) {
            for (int i = 0; i < count; i++) {
                writer.part("application/dicom", object);
            }
        }
        int port = listening.socket().getLocalPort();
        return URI.create("http://127.0.0.1:" + port + "/studies/" + uid);
    }

    private void accept() {
        try {
            while (listening.isOpen()) {
                SocketChannel client = listening.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            threads.shutdownNow();
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(Channels.newInputStream(client), StandardCharsets.US_ASCII));
            for (Optional<String> uid = nextRequest(in); uid.isPresent(); uid = nextRequest(in)) {
                answer(folder.resolve(uid.orElseThrow()), client);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last segment of the path asked for; empty when the client has hung up. */
    private static Optional<String> nextRequest(BufferedReader in) throws IOException {
        String first = in.readLine();
        String line = first;
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
        return Optional.ofNullable(first).map(text -> text.split(" ")[1].replaceFirst(".*/", ""));
    }

    private static void answer(Path study, SocketChannel client) throws IOException {
        try (FileChannel file = FileChannel.open(study)) {
            String head = "HTTP/1.1 200 OK\r\nContent-Type: multipart/related; type=\"application/dicom\"; boundary="
                    + BOUNDARY + "\r\nContent-Length: " + file.size() + "\r\n\r\n";
            client.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
            for (long sent = 0; sent < file.size(); ) {
                sent += file.transferTo(sent, file.size() - sent, client);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}

package org.candela.net.web;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The server's side of RFC 6455, as little of it as a test needs; each connection is handed to the test. */
final class WebSocketTestServer implements AutoCloseable {
    private static final String SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
    private volatile boolean isDeaf;
    private volatile boolean isRefusing;

    static WebSocketTestServer start() throws IOException {
        WebSocketTestServer server = new WebSocketTestServer();
        server.threads.execute(server::accept);
        return server;
    }

    private WebSocketTestServer() throws IOException {}

    URI root() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/dicom-web");
    }

    /** From now on no ping is answered. */
    void fallSilent() {
        isDeaf = true;
    }

    /** Whether new connections are answered 503. */
    void refuse(boolean refusing) {
        isRefusing = refusing;
    }

    Connection next() throws InterruptedException {
        Connection connection = connections.poll(5, TimeUnit.SECONDS);
        if (connection == null) {
            throw new IllegalStateException("nobody connected");
        }
        return connection;
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket socket = listening.accept();
                threads.execute(() -> serve(socket));
            }
        } catch (IOException e) {
            threads.shutdownNow();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
            if (isRefusing) {
                write(socket, "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            write(
                    socket,
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + acceptOf(field(head.toString(), "Sec-WebSocket-Key"))
                            + "\r\n\r\n");
            Connection connection = new Connection(socket, head.toString());
            connections.add(connection);
            hear(in, connection);
        } catch (IOException e) {
            // The test or the client hung up.
            return;
        }
    }

    private void hear(DataInputStream in, Connection connection) throws IOException {
        while (true) {
            int opcode = in.readUnsignedByte() & 0x0F;
            int length = in.readUnsignedByte() & 0x7F;
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            if (opcode == 9 && !isDeaf) {
                connection.frame(0x8A, payload);
            }
            if (opcode == 8) {
                connection.frame(0x88, payload);
                return;
            }
        }
    }

    private static String acceptOf(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder().encodeToString(digest.digest((key + SALT).getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String field(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT)
                        .startsWith(name.toLowerCase(java.util.Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** One client. */
    record Connection(Socket socket, String head) {
        void text(String text) throws IOException {
            frame(0x81, text.getBytes(StandardCharsets.UTF_8));
        }

        /** A message in two fragments. */
        void textInTwo(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int half = bytes.length / 2;
            frame(0x01, java.util.Arrays.copyOf(bytes, half));
            frame(0x80, java.util.Arrays.copyOfRange(bytes, half, bytes.length));
        }

        void frame(int firstByte, byte[] payload) throws IOException {
            OutputStream out = socket.getOutputStream();
            synchronized (socket) {
                out.write(firstByte);
                if (payload.length < 126) {
                    out.write(payload.length);
                } else if (payload.length < 1 << 16) {
                    out.write(new byte[] {126, (byte) (payload.length >> 8), (byte) payload.length});
                } else {
                    out.write(127);
                    out.write(java.nio.ByteBuffer.allocate(8)
                            .putLong(payload.length)
                            .array());
                }
                out.write(payload);
                out.flush();
            }
        }

        void cut() throws IOException {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}

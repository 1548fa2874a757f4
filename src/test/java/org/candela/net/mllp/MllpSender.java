package org.candela.net.mllp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A sender over one connection, with the faults that senders have. */
public final class MllpSender implements Closeable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final InputStream in;

    public MllpSender(InetSocketAddress address) throws IOException {
        socket.connect(address, PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    public void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] frame(byte[] message) {
        return FrameReader.wrap(message).array();
    }

    /** Sends a message and waits for its answer. */
    public String exchange(String message) throws IOException {
        write(frame(message.getBytes(StandardCharsets.UTF_8)));
        return readAnswer();
    }

    /** The next answer; empty when the line has ended. */
    public String readAnswer() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == 0x1C) {
                in.read();
                return answer.toString(StandardCharsets.UTF_8);
            }
            if (next != 0x0B) {
                answer.write(next);
            }
        }
        return "";
    }

    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

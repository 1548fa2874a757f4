package org.candela.net.dimse;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** A connection that keeps what its peer says. One reading thread. */
final class RecordedSocket extends Socket {
    private final Socket socket;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    RecordedSocket(Socket socket) {
        this.socket = socket;
    }

    byte[] said() {
        return said.toByteArray();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(socket.getInputStream()) {
            @Override
            public int read(byte[] into, int start, int count) throws IOException {
                int done = super.read(into, start, count);
                said.write(into, start, Math.max(0, done));
                return done;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return socket.getOutputStream();
    }

    @Override
    public InetAddress getInetAddress() {
        return socket.getInetAddress();
    }

    @Override
    public synchronized void setSoTimeout(int timeout) throws SocketException {
        socket.setSoTimeout(timeout);
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        socket.setTcpNoDelay(on);
    }

    @Override
    public synchronized void close() throws IOException {
        socket.close();
    }
}

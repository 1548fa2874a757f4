package org.candela.net.dimse;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A connection on which the peer has said all that it will say, and then hung up; what it is told is dropped. One thread. */
final class MemorySocket extends Socket {
    private final InputStream said;
    private boolean isClosed;

    MemorySocket(byte[] said, int start) {
        this.said = new ByteArrayInputStream(said, start, said.length - start);
    }

    @Override
    public InputStream getInputStream() {
        return said;
    }

    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InetAddress getInetAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public synchronized void setSoTimeout(int timeout) {
        // Nothing waits here.
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // Nothing is sent here.
    }

    @Override
    public synchronized void close() {
        isClosed = true;
    }

    @Override
    public boolean isClosed() {
        return isClosed;
    }
}

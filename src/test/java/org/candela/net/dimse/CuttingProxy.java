package org.candela.net.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between two peers and cuts their connection, hard, when so many bytes have passed one way. */
final class CuttingProxy implements AutoCloseable {
    private static final int BUFFER = 1 << 13;

    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int target;
    private final AtomicLong toServer = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong toClient = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean hasCut;

    private CuttingProxy(int target) throws IOException {
        this.target = target;
    }

    /** Lets everything pass until it is told to cut. */
    static CuttingProxy to(int target) throws IOException {
        CuttingProxy proxy = new CuttingProxy(target);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Cuts once when the client has sent so many bytes from now on. */
    CuttingProxy cuttingToServerAfter(long bytes) {
        toServer.set(bytes);
        return this;
    }

    /** Cuts once when the server has sent so many bytes from now on. */
    CuttingProxy cuttingToClientAfter(long bytes) {
        toClient.set(bytes);
        return this;
    }

    boolean hasCut() {
        return hasCut;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                threads.execute(() -> pump(client, server, toServer));
                threads.execute(() -> pump(server, client, toClient));
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private void pump(Socket from, Socket to, AtomicLong left) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            to.setTcpNoDelay(true);
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                long allowed = Math.min(count, left.get());
                out.write(buffer, 0, (int) allowed);
                if (left.addAndGet(-count) <= 0) {
                    left.set(Long.MAX_VALUE);
                    hasCut = true;
                    cut(from);
                    cut(to);
                    return;
                }
            }
            to.shutdownOutput();
        } catch (IOException e) {
            cut(from);
            cut(to);
        }
    }

    /** A reset, as when a machine or a line dies. */
    private static void cut(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            return; // gone already
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}

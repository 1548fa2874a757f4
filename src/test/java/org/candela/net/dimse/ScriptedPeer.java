package org.candela.net.dimse;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;

/** A peer that does what a test tells it, PDU by PDU, as the standard allows or as it forbids. */
final class ScriptedPeer implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final ExecutorService thread = Executors.newCachedThreadPool();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** What it does with the first connection. */
    interface Script {
        void play(Line line) throws Exception;
    }

    private ScriptedPeer() throws IOException {}

    static ScriptedPeer playing(Script script) throws IOException {
        ScriptedPeer peer = new ScriptedPeer();
        peer.thread.execute(() -> {
            try (Socket socket = peer.listening.accept();
                    Line line = new Line(socket)) {
                script.play(line);
                peer.done.complete(null);
            } catch (Throwable e) {
                peer.done.completeExceptionally(e);
            }
        });
        return peer;
    }

    DimseEndpoint endpoint() {
        return DimseEndpoint.of(URI.create("dicom://PEER@127.0.0.1:" + listening.getLocalPort()), "CANDELA")
                .within(Duration.ofSeconds(2));
    }

    /** Waits for the script, and fails as it did. */
    void finish() throws Exception {
        done.get(8, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        thread.shutdownNow();
    }

    /** One connection, from either end. */
    static final class Line implements AutoCloseable {
        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;

        Line(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(5000);
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        static Line to(int port) throws IOException {
            return new Line(new Socket(InetAddress.getLoopbackAddress(), port));
        }

        Pdu read() throws IOException, PduException {
            int type = in.read();
            if (type < 0) {
                throw new IOException("closed");
            }
            in.read();
            byte[] body = new byte[in.readInt()];
            in.readFully(body);
            return PduCodec.decode(type, body);
        }

        boolean isAtEnd() throws IOException {
            return in.read() < 0;
        }

        void write(Pdu pdu) throws IOException {
            writeBytes(PduCodec.encode(pdu));
        }

        void writeBytes(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Accepts every context in its first syntax, with the roles as proposed. */
        Pdu.AssociateRequest acceptAll() throws IOException, PduException {
            return accept(0, List.of());
        }

        Pdu.AssociateRequest accept(long maxLength, List<UserInformation.SubItem> opaque)
                throws IOException, PduException {
            Pdu.AssociateRequest request = (Pdu.AssociateRequest) read();
            List<Pdu.Answered> answers = request.contexts().stream()
                    .map(offer -> new Pdu.Answered(
                            offer.id(), 0, offer.transferSyntaxes().get(0)))
                    .toList();
            UserInformation user = new UserInformation(
                    maxLength,
                    "1.2.3",
                    "PEER",
                    UserInformation.Window.SYNCHRONOUS,
                    request.user().roles(),
                    opaque);
            write(new Pdu.AssociateAccept(request.called(), request.calling(), answers, user));
            return request;
        }

        /** The next command; its context id is that of the fragments. */
        Received command() throws IOException, PduException {
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            while (true) {
                Pdu.DataTransfer data = (Pdu.DataTransfer) read();
                for (Pdu.Pdv value : data.values()) {
                    bytes.writeBytes(value.bytes());
                    if (value.isLast()) {
                        return new Received(value.contextId(), CommandSet.decode(bytes.toByteArray()));
                    }
                }
            }
        }

        /** The data set after a command, as explicit little endian. */
        Attributes data() throws Exception {
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            boolean isLast = false;
            while (!isLast) {
                for (Pdu.Pdv value : ((Pdu.DataTransfer) read()).values()) {
                    bytes.writeBytes(value.bytes());
                    isLast = value.isLast();
                }
            }
            return DataSets.decode(bytes.toByteArray(), new Uid(Contexts.UNCOMPRESSED.get(0)));
        }

        void send(int contextId, CommandSet command) throws IOException {
            write(new Pdu.DataTransfer(List.of(new Pdu.Pdv(contextId, 3, command.encode()))));
        }

        void send(int contextId, CommandSet command, Attributes data) throws IOException {
            byte[] bytes = DataSets.encode(data, new Uid(Contexts.UNCOMPRESSED.get(0)));
            List<Pdu.Pdv> values = new ArrayList<>();
            values.add(new Pdu.Pdv(
                    contextId, 3, command.number(CommandSet.DATA_SET_TYPE, 0).encode()));
            values.add(new Pdu.Pdv(contextId, 2, bytes));
            write(new Pdu.DataTransfer(values));
        }

        /** Answers a release and waits for the end. */
        void release() throws IOException, PduException {
            Pdu pdu = read();
            if (!(pdu instanceof Pdu.ReleaseRequest)) {
                throw new IOException("no release but PDU type " + pdu.type());
            }
            write(new Pdu.ReleaseReply());
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** A command and the context it came in. */
    record Received(int contextId, CommandSet command) {}
}

package org.candela.delivery.hl7;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** TLS over a line, on the same deadline: a peer that agrees on nothing, byte by byte, holds it no longer. One thread. */
// [impl->req~delivery.mllp-tls~1]
final class TlsLine implements Line {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Line under;
    private final SSLEngine engine;
    private final ByteBuffer encryptedIn;
    private final ByteBuffer encryptedOut;
    private final ByteBuffer plainIn;

    TlsLine(Line under, SSLEngine engine) {
        this.under = under;
        this.engine = engine;
        int packet = engine.getSession().getPacketBufferSize();
        this.encryptedIn = ByteBuffer.allocate(packet).flip();
        this.encryptedOut = ByteBuffer.allocate(packet);
        this.plainIn = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize())
                .flip();
    }

    /** Agrees on keys; fails when the peer is not trusted, or does not take us. */
    void shakeHands() throws IOException {
        engine.beginHandshake();
        while (engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
            if (engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
                if (!receive()) {
                    throw new SSLException("the peer closed the connection while TLS was agreed on");
                }
            } else {
                step();
            }
        }
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            send(bytes);
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        while (!plainIn.hasRemaining()) {
            if (!receive()) {
                return -1;
            }
            step();
        }
        int count = Math.min(into.remaining(), plainIn.remaining());
        into.put(plainIn.slice(plainIn.position(), count));
        plainIn.position(plainIn.position() + count);
        return count;
    }

    @Override
    public Optional<Instant> certificateEnds() {
        try {
            return engine.getSession().getPeerCertificates()[0] instanceof X509Certificate shown
                    ? Optional.of(shown.getNotAfter().toInstant())
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    /** Whatever the protocol asks of this side now. */
    private void step() throws IOException {
        HandshakeStatus status = engine.getHandshakeStatus();
        if (status == HandshakeStatus.NEED_TASK) {
            for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                task.run();
            }
        } else if (status == HandshakeStatus.NEED_WRAP) {
            try {
                send(NOTHING);
            } catch (SSLException e) {
                alert();
                throw e;
            }
        }
    }

    /** Tells the peer why; what went wrong before is what is told here. */
    private void alert() throws IOException {
        while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && !engine.isOutboundDone()) {
            send(NOTHING);
        }
    }

    private void send(ByteBuffer plain) throws IOException {
        encryptedOut.clear();
        SSLEngineResult result = engine.wrap(plain, encryptedOut);
        under.write(encryptedOut.flip());
        if (result.getStatus() == Status.CLOSED && plain.hasRemaining()) {
            throw new SSLException("the peer ended TLS");
        }
    }

    /** Decrypts one packet, waiting for it; false when the peer has ended. */
    private boolean receive() throws IOException {
        plainIn.compact();
        try {
            SSLEngineResult result = engine.unwrap(encryptedIn, plainIn);
            while (result.getStatus() == Status.BUFFER_UNDERFLOW) {
                encryptedIn.compact();
                int read;
                try {
                    read = under.read(encryptedIn);
                } finally {
                    encryptedIn.flip();
                }
                if (read < 0) {
                    return false;
                }
                result = engine.unwrap(encryptedIn, plainIn);
            }
            return result.getStatus() != Status.CLOSED;
        } finally {
            plainIn.flip();
        }
    }
}

package org.candela.delivery.hl7;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.candela.delivery.Answer;
import org.candela.delivery.hl7.MllpException.Kind;

/**
 * Sends one message over one connection and waits for its acknowledgement, all within one deadline: a peer that sends a
 * byte now and then, or takes none, cannot hold the line longer.
 *
 * <p>Any thread; blocks up to the deadline (the look-up of a host name is the system's and comes on top). An interrupt
 * ends the attempt.
 */
// [impl->req~delivery.mllp~1]
public final class MllpClient {
    private static final int BUFFER_BYTES = 4096;

    private final Duration limit;

    /** A client whose every attempt takes at most {@code limit}. */
    public MllpClient(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("an attempt needs some time: " + limit);
        }
        this.limit = limit;
    }

    /** Sends the message. Never throws over the peer: its failures are answers. */
    public Answer send(MllpPeer peer, Envelope envelope) {
        Conversation conversation = new Conversation(envelope);
        InetSocketAddress address = peer.address();
        if (address.isUnresolved()) {
            return conversation.end("host " + peer.host() + " is not known");
        }
        try (Selector selector = Selector.open();
                SocketChannel channel = SocketChannel.open()) {
            channel.configureBlocking(false);
            TimedChannel timed = new TimedChannel(channel, selector, System.nanoTime() + limit.toNanos());
            timed.connect(address);
            Line line = secured(peer, timed);
            line.write(MllpFrames.wrap(envelope.bytes()));
            return awaitAnswer(line, envelope, conversation);
        } catch (TimedChannel.TooLateException e) {
            return conversation.end("no answer within " + limit.toMillis() + " ms");
        } catch (SSLException e) {
            return conversation.end("no secure connection: " + e.getMessage());
        } catch (IOException e) {
            return conversation.end("connection failed: " + e.getMessage());
        }
    }

    // [impl->req~delivery.trial~1]
    /**
     * Connects, agrees on TLS where it is to be, and leaves; sends nothing.
     *
     * @return until when the certificate that the peer showed is valid; empty for a plain connection
     * @throws MllpException when there is no connection, or none that is trusted
     */
    public Optional<Instant> knock(MllpPeer peer) throws MllpException {
        InetSocketAddress address = peer.address();
        if (address.isUnresolved()) {
            throw new MllpException(Kind.UNREACHABLE, "host " + peer.host() + " is not known");
        }
        try (Selector selector = Selector.open();
                SocketChannel channel = SocketChannel.open()) {
            channel.configureBlocking(false);
            TimedChannel timed = new TimedChannel(channel, selector, System.nanoTime() + limit.toNanos());
            timed.connect(address);
            return securedOrSaidWhy(peer, timed).certificateEnds();
        } catch (TimedChannel.TooLateException e) {
            throw new MllpException(Kind.UNREACHABLE, "no answer within " + limit.toMillis() + " ms");
        } catch (SSLException e) {
            throw new MllpException(Kind.NOT_SECURE, "no secure connection: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new MllpException(Kind.UNREACHABLE, "no connection: " + e.getMessage(), e);
        }
    }

    /** Whoever takes the connection and then ends it or stays mute is there, and speaks no TLS. */
    private static Line securedOrSaidWhy(MllpPeer peer, TimedChannel plain) throws SSLException {
        try {
            return secured(peer, plain);
        } catch (SSLException e) {
            throw e;
        } catch (IOException e) {
            throw new SSLException("the peer took the connection and did not answer in TLS", e);
        }
    }

    private static Line secured(MllpPeer peer, TimedChannel plain) throws IOException {
        if (peer.tls().isEmpty()) {
            return plain;
        }
        TlsLine line = new TlsLine(plain, peer.engine(peer.tls().orElseThrow()));
        line.shakeHands();
        return line;
    }

    private static Answer awaitAnswer(Line line, Envelope envelope, Conversation conversation) throws IOException {
        MllpFrames frames = new MllpFrames(envelope.charset());
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        while (line.read(buffer) >= 0) {
            for (String text : frames.take(buffer.flip())) {
                Optional<Answer> answer = conversation.hear(text);
                if (answer.isPresent()) {
                    return answer.orElseThrow();
                }
            }
            if (frames.isOversized()) {
                return conversation.end("the answer is longer than " + MllpFrames.LARGEST_ANSWER + " bytes");
            }
            buffer.clear();
        }
        String where = frames.isInsideMessage() ? "within its answer" : "without an answer";
        return conversation.end("the facility closed the connection " + where);
    }
}

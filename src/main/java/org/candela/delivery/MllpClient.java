package org.candela.delivery;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.candela.facility.MllpEndpoint;

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

    /** Sends {@code message}, whose MSH-10 is {@code controlId}. Never throws over the peer: its failures are answers. */
    public Answer send(MllpEndpoint endpoint, String controlId, String message) {
        InetSocketAddress address = new InetSocketAddress(endpoint.host(), endpoint.port());
        if (address.isUnresolved()) {
            return Answer.of(Answer.Kind.NONE, "host " + endpoint.host() + " is not known");
        }
        try (Selector selector = Selector.open();
                SocketChannel channel = SocketChannel.open()) {
            channel.configureBlocking(false);
            Attempt attempt = new Attempt(channel, selector, System.nanoTime() + limit.toNanos());
            attempt.connect(address);
            attempt.write(MllpFrames.wrap(message));
            return attempt.awaitAnswer(controlId);
        } catch (TooLateException e) {
            return Answer.of(Answer.Kind.NONE, "no answer within " + limit.toMillis() + " ms" + e.ignored);
        } catch (IOException e) {
            return Answer.of(Answer.Kind.NONE, "connection failed: " + e.getMessage());
        }
    }

    /** One attempt, whatever it waits for, ends at the same moment. */
    private static final class Attempt {
        private final SocketChannel channel;
        private final Selector selector;
        private final long endNanos;
        private final MllpFrames frames = new MllpFrames();
        private int ignored;

        Attempt(SocketChannel channel, Selector selector, long endNanos) {
            this.channel = channel;
            this.selector = selector;
            this.endNanos = endNanos;
        }

        void connect(InetSocketAddress address) throws IOException {
            boolean isConnected = channel.connect(address);
            while (!isConnected) {
                await(SelectionKey.OP_CONNECT);
                isConnected = channel.finishConnect();
            }
        }

        void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                if (channel.write(bytes) == 0) {
                    await(SelectionKey.OP_WRITE);
                }
            }
        }

        Answer awaitAnswer(String controlId) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
            while (channel.read(buffer) >= 0) {
                for (String text : frames.take(buffer.flip())) {
                    Optional<Answer> answer = answerTo(controlId, text);
                    if (answer.isPresent()) {
                        return answer.orElseThrow();
                    }
                    ignored++;
                }
                if (frames.isOversized()) {
                    return Answer.of(
                            Answer.Kind.NONE, "the answer is longer than " + MllpFrames.LARGEST_ANSWER + " bytes");
                }
                buffer.clear();
                await(SelectionKey.OP_READ);
            }
            String where = frames.isInsideMessage() ? "within its answer" : "without an answer";
            return Answer.of(Answer.Kind.NONE, "the facility closed the connection " + where + ignoredText());
        }

        private void await(int operation) throws IOException {
            channel.register(selector, operation);
            long remainingMillis = (endNanos - System.nanoTime()) / 1_000_000;
            if (remainingMillis <= 0) {
                throw new TooLateException(ignoredText());
            }
            selector.select(remainingMillis);
            selector.selectedKeys().clear();
            if (Thread.currentThread().isInterrupted()) {
                throw new IOException("interrupted");
            }
        }

        private String ignoredText() {
            return ignored == 0 ? "" : " (" + ignored + " unreadable or to another message)";
        }
    }

    /** The answer in {@code text}; empty when it is not an acknowledgement of our message. */
    private static Optional<Answer> answerTo(String controlId, String text) {
        return Acknowledgement.read(text)
                .filter(acknowledgement -> acknowledgement.controlId().equals(controlId))
                .map(acknowledgement -> switch (acknowledgement.code()) {
                    case "AA", "CA" -> Answer.accepted(acknowledgement, text);
                    case "AR", "CR" -> Answer.of(Answer.Kind.REJECTED, described(acknowledgement));
                    default -> Answer.of(Answer.Kind.ERROR, described(acknowledgement));
                });
    }

    private static String described(Acknowledgement acknowledgement) {
        return (acknowledgement.code() + " " + acknowledgement.words()).strip();
    }

    /** The deadline has passed. */
    private static final class TooLateException extends IOException {
        private static final long serialVersionUID = 1L;
        private final String ignored;

        TooLateException(String ignored) {
            super("deadline");
            this.ignored = ignored;
        }
    }
}

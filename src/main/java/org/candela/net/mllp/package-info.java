/**
 * The minimal lower layer protocol (MLLP release 1) as a server: messages come in frames, each is answered before the next
 * is read. Knows nothing of what the messages say.
 *
 * <p>May use: base.
 *
 * <pre>{@code
 * try (MllpServer server = MllpServer.open(new InetSocketAddress("127.0.0.1", 2575), limits, feed::answer)) {
 *     threads.execute(server::run);
 * }
 * }</pre>
 */
@NullMarked
package org.candela.net.mllp;

import org.jspecify.annotations.NullMarked;

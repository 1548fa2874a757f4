package org.candela.delivery.hl7;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** Bytes there and back, plain or encrypted. */
interface Line {
    /** Sends all of it. */
    void write(ByteBuffer bytes) throws IOException;

    /** Until when the certificate of the other side is valid; empty where it showed none. */
    Optional<Instant> certificateEnds();

    /** Waits for some bytes; −1 when the other side has ended. */
    int read(ByteBuffer into) throws IOException;
}

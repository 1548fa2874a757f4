package org.candela.delivery.hl7;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes there and back, plain or encrypted. */
interface Line {
    /** Sends all of it. */
    void write(ByteBuffer bytes) throws IOException;

    /** Waits for some bytes; −1 when the other side has ended. */
    int read(ByteBuffer into) throws IOException;
}

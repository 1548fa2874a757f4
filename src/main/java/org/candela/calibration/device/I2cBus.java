package org.candela.calibration.device;

import java.util.Optional;

/** The wire to the DDC/CI controller of one monitor, I²C address 0x37. Device thread. */
public interface I2cBus extends AutoCloseable {
    /** What the monitor says of itself; empty when it says nothing readable. */
    Optional<Edid> edid();

    /** How the wire is reached, for lists and errors. */
    String channel();

    /** Writes a whole message, from the computer's address to the checksum. */
    void write(byte[] message) throws DeviceException;

    /** Reads {@code length} bytes, from the monitor's address on; what the monitor does not fill is rubbish. */
    byte[] read(int length) throws DeviceException;

    /** What it usually means when nothing comes over this wire, and what to do, to end a sentence with; else empty. */
    default String silenceMeans() {
        return "";
    }

    @Override
    void close();
}

package org.candela.calibration.device.macos;

import com.sun.jna.Memory;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Edid;
import org.candela.calibration.device.I2cBus;
import org.candela.calibration.device.Pause;

/**
 * The I²C wire of one monitor through IOAVService.
 *
 * <p>Seen by others on this interface, and mended here: a message written once may be answered by a copy of the reply
 * before, so each is written twice; a read at offset 51 may put that offset where the length belongs; some monitors answer
 * at offset 51 and others at 0 alone. Device thread.
 */
// [impl->req~device.macos~1]
final class AvBus implements I2cBus {
    private static final int CHIP = 0x37;
    private static final int COMPUTER = 0x51;
    private static final int MONITOR = 0x6E;
    private static final int NULL_LENGTH = 0x80;
    private static final int FEATURE_LENGTH = 0x88;
    private static final int FEATURE_REPLY_BYTES = 11;
    private static final int TIMES = 2;
    private static final Duration BEFORE_WRITE = Duration.ofMillis(10);

    private final AvServices.Wire wire;
    private final String channel;
    private final Pause pause;
    private int offset = COMPUTER;
    private boolean isClosed;

    AvBus(AvServices.Wire wire, int number, Pause pause) {
        this.wire = wire;
        this.channel =
                "IOAVService " + number + " " + wire.edid().map(Edid::name).orElse("not identified");
        this.pause = pause;
    }

    @Override
    public Optional<Edid> edid() {
        return wire.edid();
    }

    @Override
    public String channel() {
        return channel;
    }

    /** The first byte, 51, goes as the offset. */
    @Override
    public void write(byte[] message) throws DeviceException {
        requireOpen("writing");
        try (Memory bytes = new Memory(message.length - 1L)) {
            bytes.write(0, message, 1, message.length - 1);
            for (int i = 0; i < TIMES; i++) {
                pause.wait(BEFORE_WRITE);
                check(
                        "writing",
                        wire.functions()
                                .IOAVServiceWriteI2C(
                                        wire.service().pointer(), CHIP, COMPUTER, bytes, message.length - 1));
            }
        }
    }

    @Override
    public byte[] read(int length) throws DeviceException {
        requireOpen("reading");
        try (Memory memory = new Memory(length)) {
            memory.clear();
            check(
                    "reading",
                    wire.functions().IOAVServiceReadI2C(wire.service().pointer(), CHIP, offset, memory, length));
            byte[] bytes = memory.getByteArray(0, length);
            mendLength(bytes);
            boolean isSilent = (bytes[0] & 0xFF) != MONITOR || (bytes[1] & 0xFF) == NULL_LENGTH;
            offset = isSilent ? COMPUTER - offset : offset;
            return bytes;
        }
    }

    @Override
    public String silenceMeans() {
        return "; the built-in HDMI port of M1 and entry-level M2 Macs passes no DDC/CI, nor do many docks: use USB-C or"
                + " DisplayPort, and switch DDC/CI on in the monitor's own menu";
    }

    @Override
    public void close() {
        isClosed = true;
        wire.service().close();
    }

    private void requireOpen(String operation) throws DeviceException {
        if (isClosed) {
            throw new DeviceException("device.closed", channel, operation + ": the channel is closed");
        }
    }

    /** Only of a reply whose length is known beforehand; a wrong guess would fail the checksum. */
    private void mendLength(byte[] bytes) {
        if (bytes.length == FEATURE_REPLY_BYTES && (bytes[1] & 0xFF) == offset) {
            bytes[1] = (byte) FEATURE_LENGTH;
        }
    }

    /** IOReturn.h. */
    private void check(String operation, int error) throws DeviceException {
        if (error == 0) {
            return;
        }
        String hex = "0x" + HexFormat.of().toHexDigits(error).toUpperCase(Locale.ROOT);
        throw switch (error) {
            case 0xE00002C0, 0xE00002D9 ->
                new DeviceException(
                        "device.gone", channel, operation + ": the monitor is no longer there (" + hex + ")");
            case 0xE00002C7 ->
                new DeviceException("device.unsupported", channel, operation + ": this port cannot (" + hex + ")");
            default -> new DeviceException("device.no-answer", channel, operation + ": the wire failed (" + hex + ")");
        };
    }
}

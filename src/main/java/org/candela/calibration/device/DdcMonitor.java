package org.candela.calibration.device;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The controls of a monitor by DDC/CI messages over an I²C wire.
 *
 * <p>A reply is taken when its checksum is right and it answers the question asked; a stale one, a null message or noise is
 * asked for again. Device thread; at most 5 exchanges a message.
 */
// [impl->req~device.ddc-message~1]
public final class DdcMonitor implements MonitorControl {
    static final int TRIES = 5;
    /** Longest table or capabilities string read. */
    static final int MOST_BYTES = 32 * 1024;

    /** DDC/CI 1.1 §6.6: a monitor has 40 ms to make its reply, 50 ms after a set; slower ones are common. */
    private static final Duration BEFORE_REPLY = Duration.ofMillis(50);

    private static final Duration AFTER_SET = Duration.ofMillis(50);
    private static final int FEATURE_DATA = 7;
    private static final int UNSUPPORTED = 1;
    /** Source, length, opcode, offset, 32 bytes, checksum. */
    private static final int LONGEST_REPLY = 38;

    private static final int FEATURE_REPLY_BYTES = 11;
    private static final int TABLE_PART = 31;

    private final I2cBus bus;
    private final Pause pause;
    private final ReadBack readBack;

    public DdcMonitor(I2cBus bus, Pause pause) {
        this.bus = bus;
        this.pause = pause;
        this.readBack = new ReadBack(pause);
    }

    @Override
    public Optional<Edid> edid() {
        return bus.edid();
    }

    @Override
    public String channel() {
        return bus.channel();
    }

    @Override
    public VcpValue read(VcpFeature feature) throws DeviceException {
        DdcMessage reply = ask(
                DdcMessage.read(feature),
                FEATURE_REPLY_BYTES,
                answer -> answer.is(DdcMessage.FEATURE_REPLY, FEATURE_DATA) && answer.data(1) == feature.code());
        if (reply.data(0) == UNSUPPORTED) {
            throw unsupported(feature);
        }
        return new VcpValue(reply.data(5) << 8 | reply.data(6), reply.data(3) << 8 | reply.data(4));
    }

    @Override
    public void set(VcpFeature feature, int value) throws DeviceException {
        read(feature);
        bus.write(DdcMessage.set(feature, value).encode());
        pause.wait(AFTER_SET);
        readBack.prove(channel(), feature, value, () -> read(feature).current());
    }

    @Override
    public byte[] readTable(VcpFeature feature) throws DeviceException {
        return inParts(offset -> DdcMessage.readTable(feature, offset), DdcMessage.TABLE_REPLY);
    }

    @Override
    public void setTable(VcpFeature feature, byte[] value) throws DeviceException {
        for (int offset = 0; offset < value.length; offset += TABLE_PART) {
            byte[] part = Arrays.copyOfRange(value, offset, Math.min(value.length, offset + TABLE_PART));
            bus.write(DdcMessage.setTable(feature, offset, part).encode());
            pause.wait(AFTER_SET);
        }
        if (!Arrays.equals(readTable(feature), value)) {
            throw DeviceException.notApplied(channel(), feature + " read back is not the table that was set");
        }
    }

    @Override
    public String capabilities() throws DeviceException {
        byte[] text = inParts(DdcMessage::readCapabilities, DdcMessage.CAPABILITIES_REPLY);
        return new String(text, StandardCharsets.ISO_8859_1).replace("\0", "").strip();
    }

    @Override
    public void close() {
        bus.close();
    }

    private interface Request {
        DdcMessage from(int offset);
    }

    private interface Acceptance {
        boolean of(DdcMessage answer);
    }

    /** DDC/CI 1.1 §4.6, §4.8: parts of at most 32 bytes, each with its offset, until one is empty. */
    private byte[] inParts(Request request, int opcode) throws DeviceException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() <= MOST_BYTES) {
            int offset = all.size();
            DdcMessage reply = ask(
                    request.from(offset),
                    LONGEST_REPLY,
                    answer -> answer.is(opcode, 2) && (answer.data(0) << 8 | answer.data(1)) == offset);
            byte[] part = reply.dataFrom(2);
            if (part.length == 0) {
                return all.toByteArray();
            }
            all.writeBytes(part);
        }
        throw new DeviceException("device.garbled", channel(), "more than " + MOST_BYTES + " bytes in one answer");
    }

    private DdcMessage ask(DdcMessage request, int length, Acceptance acceptance) throws DeviceException {
        String problem = "";
        String code = "";
        for (int i = 0; i < TRIES; i++) {
            try {
                DdcMessage reply = exchanged(request, length, BEFORE_REPLY.multipliedBy(i + 1L));
                if (acceptance.of(reply)) {
                    return reply;
                }
                code = "device.no-answer";
                problem = (reply.isNull() ? "says nothing to " : reply + " is no answer to ") + request;
            } catch (DeviceException e) {
                if (!e.code().equals("device.garbled") && !e.code().equals("device.no-answer")) {
                    throw e;
                }
                code = e.code();
                problem = request + ": " + e.getMessage();
            }
        }
        throw new DeviceException(code, channel(), problem + " (" + TRIES + " tries)" + bus.silenceMeans());
    }

    private DdcMessage exchanged(DdcMessage request, int length, Duration time) throws DeviceException {
        bus.write(request.encode());
        pause.wait(time);
        return DdcMessage.decode(bus.read(length));
    }

    private DeviceException unsupported(VcpFeature feature) {
        return new DeviceException("device.unsupported", channel(), "the monitor has no control " + feature);
    }
}
